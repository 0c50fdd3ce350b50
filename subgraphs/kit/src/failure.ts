import { OptimisticLockError } from '@mikro-orm/core';
import { type ExecutionResult, GraphQLError } from 'graphql';
import { Conflict, Refusal } from './errors.ts';
import type { Logger } from './log.ts';
import { redisFailure } from './redis-failure.ts';
import { IN_FAILED_TRANSACTION, sqlFailure, sqlStateOf } from './sql-failure.ts';

/**
 * What the gateway is told of the errors of one call: a refusal as it is, what PostgreSQL and Redis say in our words,
 * and a bug as INTERNAL with its stack in the log only.
 */
export function asAnswers(errors: readonly GraphQLError[], log: Logger, correlationId: string): GraphQLError[] {
  // Fields that share a transaction fail with the first of them; why, only that one knows.
  const cause = errors.find((error) => stateOf(error) !== undefined && !isConsequence(error));
  return errors.map((error) => {
    if (!cause || !isConsequence(error)) return asAnswer(error, log, correlationId);
    const { message, extensions } = asAnswer(cause, undefined, correlationId);
    return new GraphQLError(message, { path: error.path, extensions });
  });
}

/** What the gateway is told of one error; without a log nothing is said there. */
export function asAnswer(error: GraphQLError, log: Logger | undefined, correlationId: string): GraphQLError {
  const { originalError = error, path } = error;
  const refusal = asRefusal(originalError);
  if (refusal) {
    const cause = refusal === originalError ? {} : { err: originalError };
    log?.[refusal.level]({ code: refusal.code, path, ...cause }, refusal.message);
    return new GraphQLError(refusal.message, { path, extensions: refusal.extensions });
  }
  if (!error.originalError && !path) return new GraphQLError(error.message, { extensions: { code: 'BAD_USER_INPUT' } });
  log?.error({ err: originalError, path }, 'a field failed');
  return new GraphQLError('Something went wrong on our side.', {
    path,
    extensions: { code: 'INTERNAL', correlationId },
  });
}

/** The result of a call that was refused before it could run. */
export function refused(error: Refusal): ExecutionResult {
  return { errors: [new GraphQLError(error.message, { extensions: error.extensions })] };
}

/** Whether this says that a server is away, and nothing of the work itself: it is worth doing again. */
export function isOutage(error: unknown): boolean {
  return asRefusal(error)?.code === 'UNAVAILABLE';
}

function stateOf({ originalError }: GraphQLError): string | undefined {
  return originalError && sqlStateOf(originalError);
}

function isConsequence(error: GraphQLError): boolean {
  return stateOf(error) === IN_FAILED_TRANSACTION;
}

function asRefusal(error: unknown): Refusal | undefined {
  if (!(error instanceof Error)) return undefined;
  if (error instanceof Refusal) return error;
  if (error instanceof OptimisticLockError) return new Conflict('Somebody has changed this since; read it again.');
  const found = sqlFailure(error) ?? redisFailure(error);
  return found ?? (error.cause === error ? undefined : asRefusal(error.cause));
}
