import { setTimeout as wait } from 'node:timers/promises';
import { positionIn, type SubgraphCall } from '@mycelium/kit/call';
import { CONTEXT_EXPIRED } from '@mycelium/kit/viewer';
import { type ExecutionResult, GraphQLError } from 'graphql';
import { type EventSource, Garbled, Refused } from '../calls/event-source.ts';
import { unavailable } from '../errors.ts';

/** What a group needs to have its events from somewhere, for as long as it lives. */
interface UpstreamOptions {
  service: string;
  source: EventSource;
  /** The cursor after which to begin, if not now. */
  after?: unknown;
  /** The call that subscribes, from a position when there is one. */
  call(after: unknown): SubgraphCall;
  cursorOf(data: unknown): unknown;
  /** The subgraph says where it begins. */
  onPosition(cursor: string): void;
  /** Rejects when the event must be asked for again. */
  onEvent(event: ExecutionResult): Promise<void>;
  /** The source is done; with errors when it refused. */
  onEnd(errors?: readonly GraphQLError[]): void;
  /** Called when the subgraph is away, and will be asked again. */
  onLost(lost: { reason: string; cursor: unknown }): void;
}

const FIRST_DELAY_MS = 100;
const LONGEST_DELAY_MS = 5_000;
const PATIENCE_MS = 5_000;
/** How often in a row a source may fail by itself before its clients are told. */
const MAX_FAULTS = 5;
const FAULTS = new Set<unknown>([undefined, 'INTERNAL', 'INTERNAL_SERVER_ERROR']);

interface Upstream {
  /** Subscribes again, behind the last event, because the call or the source is another one now. */
  restart(): void;
  stop(): void;
}

/** Keeps a subscription going until `stop` is called or its source ends it: comes back with back-off, and resumes by cursor where it can. */
export function startUpstream(options: UpstreamOptions): Upstream {
  const stopped = new AbortController();
  const started = Date.now();
  let current: AsyncIterableIterator<ExecutionResult> | undefined;
  let cursor = options.after;
  let established = false;
  let failures = 0;
  let round = 0;

  const follow = async (): Promise<'completed' | 'restarted' | readonly GraphQLError[]> => {
    const ours = round;
    const isOver = () => stopped.signal.aborted || ours !== round;
    const subscribed = await options.source.subscribe(options.call(cursor));
    if (!isIterator(subscribed)) return subscribed.errors ?? [];
    current = subscribed;
    if (isOver()) await current.return?.();
    try {
      for await (const event of current) {
        if (isOver()) break;
        established = true;
        const position = positionIn(event) ?? options.cursorOf(event.data) ?? cursor;
        if (positionIn(event) === undefined) await options.onEvent(event);
        else options.onPosition(String(position));
        cursor = position;
        failures = 0;
      }
      return ours === round ? 'completed' : 'restarted';
    } catch (error) {
      current.return?.()?.catch(() => {});
      if (ours !== round) return 'restarted';
      if (error instanceof Refused) return error.errors;
      if (error instanceof GraphQLError) return [error];
      // The subscription was accepted; if it is lost from now on, clients need not know.
      established = true;
      throw error;
    }
  };

  const run = async (): Promise<void> => {
    while (!stopped.signal.aborted) {
      let isGarbled = false;
      const outcome = await follow().catch((error: unknown) => {
        isGarbled = error instanceof Garbled;
        return [unavailable(options.service, messageOf(error))];
      });
      if (stopped.signal.aborted) return;
      if (outcome === 'restarted') continue;
      if (outcome === 'completed') return options.onEnd();
      const isHopeless = established ? !isPassing(outcome, failures, isGarbled) : Date.now() - started > PATIENCE_MS;
      if (isHopeless || (!established && !isAway(outcome))) return options.onEnd(outcome);
      const delay = Math.min(FIRST_DELAY_MS * 2 ** failures, LONGEST_DELAY_MS) * (0.75 + Math.random() / 2);
      failures += 1;
      options.onLost({ reason: outcome.map(({ message }) => message).join(' '), cursor });
      await wait(delay, undefined, { signal: stopped.signal }).catch(() => {});
    }
  };
  run().catch((error: unknown) => options.onEnd([asError(error)]));

  return {
    restart() {
      round += 1;
      current?.return?.()?.catch(() => {});
    },
    stop() {
      stopped.abort();
      current?.return?.()?.catch(() => {});
    },
  };
}

function isAway(errors: readonly GraphQLError[]): boolean {
  return errors.some(({ extensions }) => extensions?.code === 'UNAVAILABLE' || extensions?.reason === CONTEXT_EXPIRED);
}

/** Whether a subscription that was accepted may be so again: its source is away, or had a fault that may not come back. */
function isPassing(errors: readonly GraphQLError[], failures: number, isGarbled: boolean): boolean {
  if (isAway(errors) && !isGarbled) return true;
  const isFault = isGarbled || errors.every(({ extensions }) => FAULTS.has(extensions?.code));
  return isFault && failures < MAX_FAULTS;
}

function isIterator(
  value: AsyncIterableIterator<ExecutionResult> | ExecutionResult,
): value is AsyncIterableIterator<ExecutionResult> {
  return Symbol.asyncIterator in value;
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message || error.name : String(error);
}

function asError(error: unknown): GraphQLError {
  return error instanceof GraphQLError
    ? error
    : new GraphQLError(messageOf(error), { originalError: error instanceof Error ? error : undefined });
}
