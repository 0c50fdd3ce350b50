import type { CombinedError } from '@urql/core';

export type ProblemCode =
  | 'UNAUTHENTICATED'
  | 'FORBIDDEN'
  | 'NOT_FOUND'
  | 'BAD_USER_INPUT'
  | 'CONFLICT'
  | 'RATE_LIMITED'
  | 'UNAVAILABLE'
  | 'INTERNAL';

/** What went wrong, as a page needs to know it. A server that cannot be reached is UNAVAILABLE too. */
export interface Problem {
  code: ProblemCode;
  message: string;
  /** Where in the input, for BAD_USER_INPUT: `['input', 'price', 'amount']`. */
  path: readonly string[];
  /** Why, as a code, and the facts beside it, so that a page can say it in words of its own. */
  reason?: string;
  facts: Readonly<Record<string, string | number>>;
  /** Seconds, for RATE_LIMITED. */
  retryAfter?: number;
  correlationId?: string;
}

const codes: ReadonlySet<string> = new Set<ProblemCode>([
  'UNAUTHENTICATED',
  'FORBIDDEN',
  'NOT_FOUND',
  'BAD_USER_INPUT',
  'CONFLICT',
  'RATE_LIMITED',
  'UNAVAILABLE',
  'INTERNAL',
]);

export function problemOf(error: CombinedError): Problem {
  const [first] = error.graphQLErrors;
  if (!first)
    return { code: 'UNAVAILABLE', message: error.networkError?.message ?? error.message, path: [], facts: {} };
  const { code, path, retryAfter, correlationId, reason, ...facts } = first.extensions;
  return {
    code: isCode(code) ? code : 'INTERNAL',
    message: first.message,
    path: Array.isArray(path) ? path.map(String) : [],
    ...(typeof reason === 'string' && { reason }),
    facts: Object.fromEntries(
      Object.entries(facts).filter((fact): fact is [string, string | number] => isFact(fact[1])),
    ),
    ...(typeof retryAfter === 'number' && { retryAfter }),
    ...(typeof correlationId === 'string' && { correlationId }),
  };
}

/** True for a failure that says nothing about what was asked: the same may work later. */
export function isPassing(code: unknown): boolean {
  return code === 'UNAVAILABLE' || code === 'INTERNAL' || code === 'RATE_LIMITED';
}

function isCode(value: unknown): value is ProblemCode {
  return typeof value === 'string' && codes.has(value);
}

function isFact(value: unknown): value is string | number {
  return typeof value === 'string' || typeof value === 'number';
}
