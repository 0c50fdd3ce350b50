import { setTimeout as sleep } from 'node:timers/promises';
import { type ExecutionResult, GraphQLError } from 'graphql';
import { POSITION_EXTENSION } from './call.ts';

const FIRST_DELAY_MS = 50;
/** How often an event is completed that fails as if the database were away, although it is there. */
const MOST_TRIES = 5;

interface Completion {
  /** Where the events begin, when that was asked. */
  position?: string;
  /** Completes an event, in a context of its own; what failed is among the errors. */
  complete(event: unknown): Promise<ExecutionResult>;
  /** How the gateway is told that the source has failed. */
  told(failure: unknown): GraphQLError;
  /** Resolves when the database answers, with whether it was away until then. */
  databaseAnswers(isUnwanted: AbortSignal): Promise<boolean>;
}

/**
 * One result for each event of a source, and for none of them less than there is: what cannot be read because the database
 * is away is read when it is back, and those that follow wait. Rejects when the source fails.
 */
export function eventStream(
  source: AsyncIterator<unknown>,
  { position, complete, told, databaseAnswers }: Completion,
): AsyncIterableIterator<ExecutionResult> {
  const ended = new AbortController();
  const end = { done: true as const, value: undefined };
  let untold = position;

  const completed = async (event: unknown): Promise<ExecutionResult> => {
    for (let tries = 1; ; tries += 1) {
      const result = await complete(event);
      if (!failedWith(result, 'UNAVAILABLE', 'INTERNAL') || ended.signal.aborted) return result;
      // A field that was cut off in the middle may not know why.
      if (await databaseAnswers(ended.signal)) tries = 0;
      else if (!failedWith(result, 'UNAVAILABLE') || tries === MOST_TRIES) return result;
      await sleep(FIRST_DELAY_MS * 2 ** tries * (0.5 + Math.random()), undefined, { signal: ended.signal }).catch(
        () => {},
      );
    }
  };

  return {
    async next() {
      if (ended.signal.aborted) return end;
      if (untold !== undefined) {
        const extensions = { [POSITION_EXTENSION]: untold };
        untold = undefined;
        return { done: false, value: { extensions } };
      }
      const event = await source.next().catch((error: unknown) => {
        ended.abort();
        source.return?.().catch(() => undefined);
        throw told(error);
      });
      if (event.done || ended.signal.aborted) return end;
      const value = await completed(event.value);
      return ended.signal.aborted ? end : { done: false, value };
    },
    async return() {
      ended.abort();
      await source.return?.();
      return end;
    },
    [Symbol.asyncIterator]() {
      return this;
    },
  };
}

function failedWith({ errors = [] }: ExecutionResult, ...codes: string[]): boolean {
  return errors.some(({ extensions }) => codes.includes(String(extensions?.code)));
}
