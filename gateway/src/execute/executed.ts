import type { GraphQLError, GraphQLFormattedError } from 'graphql';
import type { CallContext } from '../call-context.ts';
import { presentErrors } from '../errors.ts';
import type { Data } from './run.ts';

/** `errors` is absent when there are none, `later` when this is everything. */
export interface Executed {
  data: Data | null;
  errors?: GraphQLError[];
  later?: Later;
}

/** The rest of an answer, as it comes: what is there at the same time comes together. Whoever returns from it wants nothing more. */
export type Later = AsyncIterableIterator<{ parts: readonly Part[]; hasNext: boolean }>;

/** What a deferred fragment selects of one object. Its nulls go no further than the fragment. */
export interface Part {
  data: Data | null;
  path: readonly (string | number)[];
  label?: string;
  errors?: GraphQLError[];
}

/** What clients are sent of it. */
export function present(
  { data, errors }: Executed,
  context: CallContext,
): { data: Data | null; errors?: GraphQLFormattedError[] } {
  return errors ? { data, errors: presentErrors(errors, context) } : { data };
}
