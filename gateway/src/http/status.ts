import type { GraphQLFormattedError } from 'graphql';
import { isUnanswered } from '../errors.ts';

const requestErrors = new Set<unknown>([
  'GRAPHQL_PARSE_FAILED',
  'GRAPHQL_VALIDATION_FAILED',
  'OPERATION_RESOLUTION_FAILURE',
  'BAD_USER_INPUT',
]);

/** The status of an answer, when it is another one than planned. GraphQL over HTTP wants 200 for every well-formed request of a client that accepts no newer type than application/json. */
export function statusOf(
  planned: number | undefined,
  accept: string | undefined,
  result: { data?: unknown; errors?: readonly GraphQLFormattedError[] },
): number | undefined {
  if (isUnanswered(result)) return 503;
  if (planned !== 400 || !isLegacy(accept)) return planned;
  return result.errors?.every(({ extensions }) => requestErrors.has(extensions?.code)) ? 200 : planned;
}

/** How long clients should wait when nobody says how long. */
const RETRY_SECONDS = 2;

/** What `Retry-After` says with a status: the seconds of the error that wants the most, and none with a status that asks for no repetition. */
export function retryAfterOf(
  status: number | undefined,
  errors: readonly GraphQLFormattedError[] = [],
): number | undefined {
  if (status !== 503 && status !== 429) return undefined;
  const told = errors.map(({ extensions }) => Number(extensions?.retryAfter)).filter((seconds) => seconds > 0);
  return told.length > 0 ? Math.ceil(Math.max(...told)) : RETRY_SECONDS;
}

function isLegacy(accept = ''): boolean {
  return accept.includes('application/json') && !accept.includes('application/graphql-response+json');
}
