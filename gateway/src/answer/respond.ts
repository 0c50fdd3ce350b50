import { type FormattedExecutionResult, GraphQLError } from 'graphql';
import type { CallContext } from '../call-context.ts';
import { presentErrors, statusIn } from '../errors.ts';
import { type Later, present } from '../execute/executed.ts';
import { admit, type Protection } from '../operation/admission.ts';
import type { Operation } from '../supergraph/operation.ts';
import type { Runtime } from '../supergraph/runtime.ts';
import type { Usage } from '../usage/usage.ts';
import type { Answer } from './answer.ts';

/** What a client is told, with the status of HTTP where that is not 200. */
export interface Response {
  status?: number;
  result: FormattedExecutionResult;
  /** What is deferred of it, for a client that reads answers in parts. */
  later?: Later;
}

/** Admits a valid query or mutation and answers it. */
export type Respond = (operation: Operation, given: Record<string, unknown>, context: CallContext) => Promise<Response>;

interface Options {
  runtime: Runtime;
  answer: Answer;
  protection: Protection;
  usage: Usage;
}

export function createRespond({ runtime, answer, protection, usage }: Options): Respond {
  return async (operation, given, context) => {
    if (context.told) context.told.operation = operation.definition.name?.value;
    const admitted = admit(runtime, operation, given, context, protection);
    if ('refused' in admitted) return { result: { data: null, errors: presentErrors(admitted.refused, context) } };
    if ('unfit' in admitted) return { status: 400, result: { errors: presentErrors(admitted.unfit, context) } };
    usage.count(runtime, operation, context);
    const { variables, cost } = admitted;
    try {
      const inParts = operation.defers && context.readsParts;
      const executed = await answer(runtime, operation, { variables, context, inParts });
      const result = present(executed, context);
      const { later } = executed;
      return { result: context.asksCost && cost ? { ...result, extensions: { cost } } : result, later };
    } catch (error) {
      const failed = error instanceof GraphQLError ? error : new GraphQLError('', { originalError: asError(error) });
      if (failed.extensions.code === 'OPERATION_UNPLANNABLE') {
        context.log.warn({ reason: failed.originalError?.message }, 'an operation cannot be planned');
      }
      return { status: statusIn(failed.extensions.http) ?? 500, result: { errors: presentErrors([failed], context) } };
    }
  };
}

function asError(error: unknown): Error {
  return error instanceof Error ? error : new Error(String(error));
}
