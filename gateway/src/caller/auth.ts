import { createHash, randomUUID } from 'node:crypto';
import { anonymous, type Viewer } from '@mycelium/kit/viewer';
import { scopesOf } from '@mycelium/schema/permissions';
import { roles } from '@mycelium/schema/role';
import type { SubgraphName } from '@mycelium/schema/roster';
import { GraphQLError } from 'graphql';
import { LRUCache } from 'lru-cache';
import { z } from 'zod';
import type { Sign } from '../call-context.ts';
import type { Subgraph } from '../calls/subgraph.ts';
import { ForgedToken, unauthenticated, unavailable } from '../errors.ts';
import type { Revocations } from './revocations.ts';
import { signingKeys } from './signing-keys.ts';

/** Who asks, and what can end it. */
export interface Identity {
  viewer: Viewer;
  /** The session of an access token, that of who is signed in at a station, or the API key. */
  sessionId?: string;
  /** Milliseconds since the epoch. */
  expiresAt?: number;
}

/** Knows who is behind a token. */
export interface Auth {
  /** The token among the headers of a request, or in what a socket says in the same names. Throws `UNAUTHENTICATED` for one of another form. */
  tokenOf(values: Readonly<Record<string, unknown>>): string | undefined;
  /** Throws `UNAUTHENTICATED` for a token that is not good, `UNAVAILABLE` when that cannot be found out now. */
  identify(token: string | undefined): Promise<Identity>;
  keySet(): Promise<unknown>;
}

/** The subgraph that knows people, screens and keys. */
export const IDENTITY_SUBGRAPH: SubgraphName = 'tenants';

const OPAQUE = /^gg_(screen|station|pin|live|test)_[\w-]{8,200}$/;
const CREDENTIAL_CACHE_MS = 15_000;
const gatewayViewer: Viewer = { kind: 'gateway', id: 'gateway', scopes: ['gateway'] };

const claimsSchema = z.object({
  sub: z.string(),
  tid: z.string().nullish(),
  role: z.enum(roles).nullish(),
  sid: z.string(),
  exp: z.number(),
});

const credentialSchema = z.object({
  kind: z.enum(['USER', 'DISPLAY', 'STATION', 'CLIENT']),
  id: z.string(),
  tenantId: z.string(),
  scopes: z.array(z.string()),
  application: z.string().nullish(),
  expiresAt: z.coerce.date().nullish(),
  sessionId: z.string().nullish(),
  locationId: z.string().nullish(),
  personId: z.string().nullish(),
});

/** Open mode: everyone is the same, and what credentials they have is for the subgraphs. */
export const openAuth: Auth = {
  tokenOf: () => undefined,
  identify: async () => ({ viewer: anonymous }),
  keySet: async () => ({ keys: [] }),
};

/** Access tokens are verified here, opaque credentials by the subgraph that issued them. */
export function createAuth(subgraph: Pick<Subgraph, 'name' | 'execute'>, sign: Sign, revocations: Revocations): Auth {
  const ask = async (query: string, variables?: Record<string, unknown>): Promise<Record<string, unknown>> => {
    const call = { query, variables, to: subgraph.name };
    const context = sign({ viewer: gatewayViewer, correlationId: randomUUID() }, call);
    const { data, errors } = await subgraph.execute({ query, variables, context });
    if (!errors?.length && data) return data;
    const [error] = errors ?? [];
    if (error?.extensions?.code === 'UNAVAILABLE') throw unavailable(subgraph.name, error.message);
    throw new GraphQLError(error?.message ?? `The subgraph ${subgraph.name} gave no answer.`);
  };

  const keys = signingKeys(async () => z.string().parse((await ask('{ signingKeys }')).signingKeys));
  const credentials = new LRUCache<string, Promise<Identity | undefined>>({ max: 50_000, ttl: CREDENTIAL_CACHE_MS });
  revocations.listen((id) => {
    credentials.clear();
    if (id === undefined) keys.forget();
  });

  const lookUp = async (token: string): Promise<Identity | undefined> => {
    const answer = await ask(
      'query ($token: String!) { credential(token: $token) { kind id tenantId scopes application expiresAt sessionId locationId personId } }',
      { token },
    );
    if (!answer.credential) return undefined;
    const { kind, expiresAt, ...known } = credentialSchema.parse(answer.credential);
    const { id, tenantId, scopes } = known;
    const [application, sessionId] = [known.application ?? undefined, known.sessionId ?? undefined];
    const [locationId, personId] = [known.locationId ?? undefined, known.personId ?? undefined];
    const viewer = { kind: viewerKinds[kind], id, tenantId, scopes, application, locationId, personId };
    return { viewer, sessionId, expiresAt: expiresAt?.getTime() };
  };

  const identifyCredential = async (token: string): Promise<Identity> => {
    if (!OPAQUE.test(token)) throw new ForgedToken('a token that is none');
    const key = createHash('sha256').update(token).digest('base64url');
    let pending = credentials.get(key);
    if (!pending) {
      pending = lookUp(token);
      credentials.set(key, pending);
      pending.catch(() => credentials.delete(key));
    }
    const identity = await pending;
    // A revoked key cannot be told from a guessed one.
    if (!identity) throw new ForgedToken('a key that nobody has, or no longer');
    return identity;
  };

  const identifySession = async (token: string): Promise<Identity> => {
    const claims = claimsSchema.safeParse(await keys.verify(token));
    if (!claims.success) throw unauthenticated();
    const { sub, tid, role, sid, exp } = claims.data;
    const viewer: Viewer = {
      kind: 'user',
      id: sub,
      tenantId: tid ?? undefined,
      role: role ?? undefined,
      scopes: role ? scopesOf(role) : [],
      sessionId: sid,
    };
    return { viewer, sessionId: sid, expiresAt: exp * 1000 };
  };

  return {
    tokenOf: bearerOrKey,
    async identify(token) {
      if (token === undefined) return { viewer: anonymous };
      const identity = await (token.startsWith('gg_') ? identifyCredential(token) : identifySession(token));
      if (hasEnded(identity, revocations)) throw unauthenticated();
      return identity;
    },
    keySet: () => keys.keySet(),
  };
}

/** Whether a revocation is about this identity. */
export function isAbout(id: string, { viewer, sessionId }: Identity): boolean {
  return sessionId === id || (viewer.kind !== 'user' && viewer.id === id);
}

function hasEnded({ sessionId, expiresAt }: Identity, revocations: Revocations): boolean {
  if (expiresAt !== undefined && expiresAt <= Date.now()) return true;
  return sessionId !== undefined && revocations.has(sessionId);
}

const viewerKinds = { USER: 'user', DISPLAY: 'display', STATION: 'station', CLIENT: 'client' } as const;

/** The token of `Authorization: Bearer …` or `X-API-Key`. */
function bearerOrKey({ authorization, 'x-api-key': apiKey }: Readonly<Record<string, unknown>>): string | undefined {
  if (authorization !== undefined && authorization !== null) return bearer(String(authorization));
  return typeof apiKey === 'string' ? apiKey : undefined;
}

/** The token of `Bearer …`; what is not of that form is refused. */
export function bearer(authorization: string): string {
  const token = /^Bearer +(\S+) *$/i.exec(authorization)?.[1];
  if (!token) throw unauthenticated('Authorization must be of the form "Bearer <token>".');
  return token;
}
