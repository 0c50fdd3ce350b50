import { ConnectionException, OptimisticLockError, UniqueConstraintViolationException } from '@mikro-orm/core';
import { type ExecutionResult, GraphQLError } from 'graphql';
import { Conflict, Refusal, Unavailable } from './errors.ts';
import type { Logger } from './log.ts';

/** What the gateway is told of an error: a refusal as it is, the database being away as UNAVAILABLE, a bug as INTERNAL with its stack in the log only. */
export function asAnswer(error: GraphQLError, log: Logger, correlationId: string): GraphQLError {
  const { originalError = error, path } = error;
  const refusal = asRefusal(originalError);
  if (refusal) {
    log[refusal.level]({ code: refusal.code, path }, refusal.message);
    return new GraphQLError(refusal.message, { path, extensions: refusal.extensions });
  }
  if (!error.originalError && !path) return new GraphQLError(error.message, { extensions: { code: 'BAD_USER_INPUT' } });
  log.error({ err: originalError, path }, 'a field failed');
  return new GraphQLError('Something went wrong on our side.', {
    path,
    extensions: { code: 'INTERNAL', correlationId },
  });
}

/** The result of a call that was refused before it could run. */
export function refused(error: Refusal): ExecutionResult {
  return { errors: [new GraphQLError(error.message, { extensions: error.extensions })] };
}

function asRefusal(error: unknown): Refusal | undefined {
  if (error instanceof Refusal) return error;
  if (isDatabaseAway(error)) return new Unavailable('The database');
  if (error instanceof OptimisticLockError) return new Conflict('This was changed meanwhile; read it again.');
  if (error instanceof UniqueConstraintViolationException)
    return new Conflict('There is one like this already.', { reason: 'TAKEN' });
  return undefined;
}

const AWAY = new Set([
  'ECONNREFUSED',
  'ECONNRESET',
  'EPIPE',
  'ETIMEDOUT',
  'ENOTFOUND',
  '57P01',
  '57P02',
  '57P03',
  '53300',
  '08006',
  '08001',
]);

/** Whether this error, or what caused it, says that PostgreSQL cannot be reached. */
function isDatabaseAway(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  if (error instanceof ConnectionException) return true;
  if ('code' in error && AWAY.has(String(error.code))) return true;
  if (/Connection terminated|timeout exceeded when trying to connect/i.test(error.message)) return true;
  return error.cause !== error && isDatabaseAway(error.cause);
}
