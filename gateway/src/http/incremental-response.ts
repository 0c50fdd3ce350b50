import { type GraphQLResponse, HeaderMap } from '@apollo/server';
import type { FormattedExecutionResult } from 'graphql';
import type { CallContext } from '../call-context.ts';
import { presentErrors } from '../errors.ts';
import type { Later, Part } from '../execute/executed.ts';

type Incremental = Extract<GraphQLResponse['body'], { kind: 'incremental' }>;

/** Whether a client reads answers in parts as we write them. One that also asks for another form of them gets the answer whole. */
export function acceptsParts(accept = ''): boolean {
  const forms = accept
    .toLowerCase()
    .split(',')
    .filter((form) => form.trim().startsWith('multipart/mixed'));
  return forms.length > 0 && forms.every((form) => /;\s*deferspec="?20220824"?\s*(;|$)/.test(form));
}

/** The parts as Apollo's server writes them; `onEnd` is called once, when the last one was taken, or nobody wants it any more. */
export function respondInParts(
  first: FormattedExecutionResult,
  later: Later,
  context: CallContext,
  onEnd: (outcome: 'ok' | 'errors') => void,
): Pick<GraphQLResponse, 'http' | 'body'> {
  let outcome: 'ok' | 'errors' = first.errors ? 'errors' : 'ok';
  let isOver = false;
  const end = () => {
    if (!isOver) onEnd(outcome);
    isOver = true;
  };
  const subsequentResults: Incremental['subsequentResults'] = {
    [Symbol.asyncIterator]: () => ({
      async next() {
        const { done, value } = await later.next();
        if (done) {
          end();
          return { done, value: undefined };
        }
        if (value.parts.some(({ errors }) => errors)) outcome = 'errors';
        const incremental = value.parts.map((part) => told(part, context));
        return { done: false, value: { incremental, hasNext: value.hasNext } };
      },
      async return() {
        await later.return?.();
        end();
        return { done: true, value: undefined };
      },
    }),
  };
  const initialResult = { ...first, hasNext: true };
  return {
    http: { status: undefined, headers: new HeaderMap() },
    body: { kind: 'incremental', initialResult, subsequentResults },
  };
}

function told({ errors, ...part }: Part, context: CallContext) {
  return errors ? { ...part, errors: presentErrors(errors, context) } : part;
}

/** The same as one sequence of results, as sockets and event streams send them. */
export function resultsOf({ initialResult, subsequentResults }: Incremental): AsyncIterableIterator<unknown> {
  const rest = subsequentResults[Symbol.asyncIterator]();
  let isFirst = true;
  return {
    [Symbol.asyncIterator]() {
      return this;
    },
    async next() {
      if (!isFirst) return rest.next();
      isFirst = false;
      return { done: false, value: initialResult };
    },
    return: async () => (await rest.return?.()) ?? { done: true, value: undefined },
  };
}
