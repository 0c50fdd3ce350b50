import { OptimisticLockError } from '@mikro-orm/core';
import { ZodError } from 'zod';
import { type Code, Refusal } from './errors.ts';
import { redisFailure } from './redis-failure.ts';
import { sqlFailure, sqlStateOf } from './sql-failure.ts';

const ROW_SECURITY = '42501';

/** What another subgraph, or a limit, refuses for now. */
const PASSING = new Set<Code>(['UNAVAILABLE', 'RATE_LIMITED', 'INTERNAL']);

/**
 * Whether an error says of what was to be done that it cannot be done, however often it is tried. Else it lies in where it was
 * to be done: a server that is away, full or shutting down, a deadlock, a table that is not there.
 */
export function liesInData(error: unknown): boolean {
  // What they say repeats the data, which may look like anything.
  if (error instanceof ZodError || error instanceof SyntaxError) return true;
  if (!(error instanceof Error) || error instanceof OptimisticLockError) return false;
  if (error instanceof Refusal) return !PASSING.has(error.code);
  const state = sqlStateOf(error);
  const failure = sqlFailure(error);
  if (failure) return failure.code !== 'UNAVAILABLE';
  if (state) return state === ROW_SECURITY && error.message.includes('row-level security');
  return redisFailure(error) === undefined;
}
