import { anonymous, type Viewer } from '@mycelium/kit/viewer';
import { GraphQLError } from 'graphql';
import { CloseCode } from 'graphql-ws';
import type { WebSocket } from 'ws';
import { type Auth, type Identity, isAbout } from '../caller/auth.ts';
import { remainderIn } from '../caller/rate-limiter.ts';
import type { Metrics } from '../metrics.ts';

/** Who is at the other end of a socket, and until when. */
export interface Connection {
  viewer(): Viewer;
  /** `connection_init`: whether the connection may go on; if not, the socket is closing. */
  begin(payload: unknown): Promise<boolean>;
  /** `ping` with a new token: what `pong` answers, or nothing when the socket is closing or this was a plain ping. */
  renew(payload: unknown): Promise<{ renewed: boolean; expiresAt?: string } | undefined>;
  /** Somebody's access was revoked; without an id, perhaps ours. */
  revoked(id: string | undefined): Promise<void>;
  /** Calls back when a renewal changed what the viewer may do; what is returned ends that. */
  onViewer(listener: (viewer: Viewer) => void): () => void;
  end(): void;
}

const TRY_AGAIN_LATER = 1013;
export const TOO_MANY = 4429;
const LONGEST_TIMER_MS = 2 ** 31 - 1;

interface Options {
  auth: Auth;
  /** Who is behind the token that is read; counts those that are refused. */
  identify(readToken: () => string | undefined): Promise<Identity>;
  metrics: Metrics;
}

export function createConnection(socket: WebSocket, { auth, identify, metrics }: Options): Connection {
  const tokenIn = (payload: unknown) => (isRecord(payload) ? auth.tokenOf(payload) : undefined);
  let identity: Identity = { viewer: anonymous };
  let token: string | undefined;
  let expiry: NodeJS.Timeout | undefined;
  const listeners = new Set<(viewer: Viewer) => void>();

  const keep = (next: Identity, itsToken: string | undefined): void => {
    identity = next;
    token = itsToken;
    awaitExpiry();
  };

  const awaitExpiry = (): void => {
    clearTimeout(expiry);
    if (identity.expiresAt === undefined || socket.readyState !== socket.OPEN) return;
    const left = identity.expiresAt - Date.now();
    if (left <= 0) socket.close(CloseCode.Unauthorized, 'The token has expired');
    else expiry = setTimeout(awaitExpiry, Math.min(left, LONGEST_TIMER_MS));
  };

  const closeFor = (error: unknown): void => {
    const wait = remainderIn(error)?.reset;
    if (wait === undefined) socket.close(CloseCode.Unauthorized, 'Unauthorized');
    else socket.close(TOO_MANY, `Too many operations. Retry-After: ${wait}`);
  };

  return {
    viewer: () => identity.viewer,

    async begin(payload) {
      try {
        const begun = await identify(() => tokenIn(payload));
        keep(begun, tokenIn(payload));
        return true;
      } catch (error) {
        if (isRefusal(error)) closeFor(error);
        else socket.close(TRY_AGAIN_LATER, 'The token cannot be checked now');
        return false;
      }
    },

    async renew(payload) {
      try {
        if (!carriesToken(() => tokenIn(payload))) return undefined;
        const renewed = await identify(() => tokenIn(payload));
        if (!isSamePerson(renewed.viewer, identity.viewer)) {
          metrics.renewals.inc({ outcome: 'refused' });
          socket.close(CloseCode.Forbidden, 'A renewal cannot change the viewer');
          return undefined;
        }
        const isOther = !hasSameGrants(renewed.viewer, identity.viewer);
        keep(renewed, tokenIn(payload));
        if (isOther) for (const listener of [...listeners]) listener(renewed.viewer);
        metrics.renewals.inc({ outcome: 'renewed' });
        return { renewed: true, expiresAt: isoOf(renewed.expiresAt) };
      } catch (error) {
        const isRefused = isRefusal(error);
        metrics.renewals.inc({ outcome: isRefused ? 'refused' : 'unchecked' });
        if (!isRefused) return { renewed: false };
        closeFor(error);
        return undefined;
      }
    },

    async revoked(id) {
      const isOver = id === undefined ? await isRefusedNow(auth, token) : isAbout(id, identity);
      if (isOver) socket.close(CloseCode.Forbidden, 'Access was revoked');
    },

    onViewer(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },

    end: () => clearTimeout(expiry),
  };
}

/** Whether a token no longer works; a subgraph that is away proves nothing. */
export async function isRefusedNow(auth: Auth, token: string | undefined): Promise<boolean> {
  return auth.identify(token).then(
    () => false,
    (error: unknown) => codeOf(error) === 'UNAUTHENTICATED',
  );
}

/** One of another form is one too. */
function carriesToken(read: () => string | undefined): boolean {
  try {
    return read() !== undefined;
  } catch {
    return true;
  }
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null;
}

function isSamePerson(one: Viewer, other: Viewer): boolean {
  return one.kind === other.kind && one.id === other.id && one.tenantId === other.tenantId;
}

function hasSameGrants(one: Viewer, other: Viewer): boolean {
  const grants = ({ kind, id, tenantId, scopes, policies, application, locationId, personId }: Viewer) =>
    JSON.stringify([kind, id, tenantId, [...scopes].sort(), policies, application, locationId, personId]);
  return grants(one) === grants(other);
}

function isRefusal(error: unknown): boolean {
  return ['UNAUTHENTICATED', 'RATE_LIMITED'].includes(String(codeOf(error)));
}

function codeOf(error: unknown): unknown {
  return error instanceof GraphQLError ? error.extensions.code : undefined;
}

function isoOf(time: number | undefined): string | undefined {
  return time === undefined ? undefined : new Date(time).toISOString();
}
