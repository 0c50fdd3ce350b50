import type { FormattedExecutionResult, GraphQLFormattedError } from 'graphql';
import { createClient, type SubscribePayload, TerminatedCloseEvent } from 'graphql-ws';
import type { Credential } from './credential.ts';
import type { ConnectionRecorder } from './live.ts';
import { waitAfter } from './patience.ts';
import { isPassing } from './problem.ts';
import { createPlace } from './resume.ts';

export interface SocketOptions {
  /** The ws: or wss: address of the graph. */
  url: string;
  credential: Credential;
  connection: ConnectionRecorder;
}

export interface Socket {
  /** Subscribes until told to stop. A feed goes on after its last cursor when the connection was lost. */
  subscribe(payload: SubscribePayload, options: { isFeed: boolean }, sink: SocketSink): () => void;
  close(): void;
}

export interface SocketSink {
  next(result: Pick<FormattedExecutionResult, 'data' | 'errors'>): void;
  complete(): void;
}

const KEEP_ALIVE_MS = 10_000;
const PONG_WITHIN_MS = 5_000;
const SETTLED_AFTER_MS = 15_000;
const REGISTERED_AFTER_MS = 2_000;

/** One socket for all subscriptions of a client. It never gives up, except when the server refuses who is asking. */
export function createSocket({ url, credential, connection }: SocketOptions): Socket {
  let sentToken: string | undefined;
  let isConnected = false;
  let pongTimer: ReturnType<typeof setTimeout> | undefined;
  let isGapComing = false;
  let registering: ReturnType<typeof setTimeout> | undefined;
  let renewals = 0;

  const wire = createClient({
    url: async () => {
      if (credential.isStale()) await credential.renew(credential.token());
      return url;
    },
    connectionParams: () => {
      sentToken = credential.token();
      return sentToken ? { authorization: `Bearer ${sentToken}` } : {};
    },
    retryAttempts: 0,
    keepAlive: KEEP_ALIVE_MS,
    lazyCloseTimeout: 3_000,
    connectionAckWaitTimeout: 10_000,
    on: {
      connecting: () => connection.moved('connecting'),
      connected: () => {
        isConnected = true;
        if (isGapComing) gapOnceRegistered();
        connection.heard();
        connection.moved('live');
      },
      message: () => connection.heard(),
      ping: (received) => {
        if (!received) pongTimer = setTimeout(() => wire.terminate(), PONG_WITHIN_MS);
      },
      pong: (received) => {
        if (received) clearTimeout(pongTimer);
      },
      closed: (event) => {
        clearTimeout(pongTimer);
        clearTimeout(registering);
        registering = undefined;
        isConnected = false;
        if (isRenewal(event)) return;
        connection.moved(closeCode(event) === 1000 ? 'idle' : 'offline');
      },
    },
  });

  const isRenewal = (event: unknown) => event instanceof TerminatedCloseEvent && renewals > 0 && renewals-- > 0;
  const stopWatching = credential.onChange(() => {
    if (!isConnected || credential.token() === sentToken) return;
    renewals++;
    wire.terminate();
  });

  // The browser knows before a ping goes unanswered.
  const offline = () => {
    if (isConnected) wire.terminate();
    connection.moved('offline');
  };
  if (typeof window !== 'undefined') window.addEventListener('offline', offline);

  /** What changed before a feed without a cursor was registered is in no event. Registering is not acknowledged. */
  function gapOnceRegistered() {
    isGapComing = true;
    if (!isConnected) return;
    registering ??= setTimeout(() => {
      registering = undefined;
      isGapComing = false;
      connection.gap();
    }, REGISTERED_AFTER_MS);
  }

  function subscribe(payload: SubscribePayload, { isFeed }: { isFeed: boolean }, sink: SocketSink): () => void {
    const place = createPlace(afterOf(payload));
    let isOver = false;
    let failures = 0;
    let startedAt = 0;
    let stop = () => {};

    function start() {
      if (isOver) return;
      startedAt = Date.now();
      if (isFeed && place.cursor() === undefined) gapOnceRegistered();
      stop = wire.subscribe(isFeed ? from(payload, place.cursor()) : payload, {
        next(result) {
          failures = 0;
          place.remember(result);
          sink.next(result);
        },
        error: (reason) => void recover(reason),
        complete: () => (isFeed ? void again() : end()),
      });
    }

    async function again() {
      if (isOver) return;
      if (Date.now() - startedAt > SETTLED_AFTER_MS) failures = 0;
      await waitAfter(failures++);
      start();
    }

    async function recover(reason: unknown) {
      if (isOver) return;
      const errors = errorsOf(reason);
      if (isRefused(reason, errors)) {
        if ((await credential.renew(sentToken)) || credential.token() !== undefined) return again();
        return end(errors ?? refusal);
      }
      if (!errors || errors.some(({ extensions }) => isPassing(extensions?.code))) return again();
      if (!isFeed || place.cursor() === undefined) return end(errors);
      place.forget();
      connection.gap();
      return again();
    }

    function end(errors?: readonly GraphQLFormattedError[]) {
      if (isOver) return;
      isOver = true;
      if (errors) sink.next({ errors });
      sink.complete();
    }

    start();
    return () => {
      isOver = true;
      stop();
    };
  }

  return {
    subscribe,
    close() {
      stopWatching();
      if (typeof window !== 'undefined') window.removeEventListener('offline', offline);
      clearTimeout(pongTimer);
      clearTimeout(registering);
      void wire.dispose();
    },
  };
}

const refusal: readonly GraphQLFormattedError[] = [
  { message: 'Not logged in any more.', extensions: { code: 'UNAUTHENTICATED' } },
];

function from(payload: SubscribePayload, cursor: string | undefined): SubscribePayload {
  return cursor === undefined ? payload : { ...payload, variables: { ...payload.variables, after: cursor } };
}

function afterOf({ variables }: SubscribePayload): string | undefined {
  return typeof variables?.after === 'string' ? variables.after : undefined;
}

/** 4401: the token ended or is not known. 4403: who it belongs to was revoked. */
function isRefused(reason: unknown, errors: readonly GraphQLFormattedError[] | undefined): boolean {
  const code = closeCode(reason);
  if (code === 4401 || code === 4403) return true;
  return errors?.some(({ extensions }) => extensions?.code === 'UNAUTHENTICATED') ?? false;
}

function closeCode(event: unknown): number | undefined {
  if (typeof event !== 'object' || event === null || !('code' in event)) return undefined;
  return typeof event.code === 'number' ? event.code : undefined;
}

function errorsOf(reason: unknown): readonly GraphQLFormattedError[] | undefined {
  return Array.isArray(reason) ? reason : undefined;
}
