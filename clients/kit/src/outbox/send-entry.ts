import { type Client, CombinedError, type TypedDocumentNode } from '@urql/core';
import { Kind } from 'graphql';
import { isPassing, problemOf } from '../problem.ts';
import type { Entry } from './entry.ts';
import type { Outcome } from './outbox.ts';

/** The mutations that a queue may hold, by their names: what is kept are names, so that a newer app sends what an older one kept. */
export type Operations = Readonly<Record<string, TypedDocumentNode<unknown, never>>>;

/**
 * Several mutations that follow each other often, as one document: it has a field for each, in their order, and the variables of all,
 * which have names of their own.
 */
export interface Together {
  operations: readonly string[];
  document: TypedDocumentNode<unknown, never>;
}

/**
 * Sends entries with a client; one without a cache, since a page has long shown what they do. Those that go together are one
 * request: a server does one mutation after the other, each for itself, and none behind one that failed.
 */
export function sendWith(client: Client, operations: Operations, together: readonly Together[] = []) {
  return async (entries: readonly Entry[], signal: AbortSignal): Promise<readonly Outcome[]> => {
    const ask = (document: TypedDocumentNode<unknown, never>, of: readonly Entry[]) => {
      const variables = Object.assign({}, ...of.map((entry) => entry.variables));
      return client.mutation(document, variables as never, { fetchOptions: { signal } }).toPromise();
    };
    const several = together.find((each) => each.operations.every((name, at) => entries[at]?.operation === name));
    if (several) {
      const { data, error } = await ask(several.document, entries.slice(0, several.operations.length));
      const outcomes = outcomesOf(several, data, error);
      if (outcomes) return outcomes;
    }
    const [first] = entries;
    if (!first) return [];
    const { operation } = first;
    const document = Object.hasOwn(operations, operation) ? operations[operation] : undefined;
    if (!document)
      return [{ kind: 'REFUSED', reason: 'UNKNOWN_OPERATION', message: `This app knows no ${operation}.` }];
    const { data, error } = await ask(document, [first]);
    return [error ? outcomeOf(error) : { kind: 'DONE', data }];
  };
}

/** What came of several, up to the first that is not done; undefined where they were refused together, and nobody knows which. */
export function outcomesOf(
  { operations, document }: Together,
  data: unknown,
  error: CombinedError | undefined,
): Outcome[] | undefined {
  const done = (count: number): Outcome[] => Array.from({ length: count }, () => ({ kind: 'DONE' }));
  if (!error) return [...done(operations.length - 1), { kind: 'DONE', data }];
  const fields = document.definitions
    .flatMap((definition) => (definition.kind === Kind.OPERATION_DEFINITION ? definition.selectionSet.selections : []))
    .flatMap((field) => (field.kind === Kind.FIELD ? (field.alias ?? field.name).value : []));
  const mutations = fields.filter((name) => !name.startsWith('__'));
  const failed = error.graphQLErrors
    .map((graphQLError) => ({ graphQLError, at: mutations.indexOf(String(graphQLError.path?.[0])) }))
    .toSorted((one, other) => one.at - other.at)[0];
  if (failed && failed.at >= 0)
    return [...done(failed.at), outcomeOf(new CombinedError({ graphQLErrors: [failed.graphQLError] }))];
  const outcome = outcomeOf(error);
  return outcome.kind === 'REFUSED' ? undefined : [outcome];
}

/** What an error says of an entry. Without a valid token nothing can be sent, and nothing is lost: the station is paired again. */
export function outcomeOf(error: CombinedError): Outcome {
  const { code, reason, message, retryAfter } = problemOf(error);
  const afterMs = retryAfter === undefined ? undefined : retryAfter * 1_000;
  if (error.networkError || code === 'UNAUTHENTICATED' || code === 'RATE_LIMITED') return { kind: 'AWAY', afterMs };
  if (isPassing(code)) return { kind: 'LATER', afterMs };
  return { kind: 'REFUSED', reason: reason ?? code, message };
}
