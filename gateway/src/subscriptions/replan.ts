import { randomUUID } from 'node:crypto';
import { GraphQLError, type GraphQLFormattedError, print } from 'graphql';
import type { Logger } from 'pino';
import { presentErrors } from '../errors.ts';
import type { Data } from '../execute/run.ts';
import { admit, type Protection } from '../operation/admission.ts';
import { isErrors, prepareOperation } from '../operation/prepare.ts';
import type { Operation } from '../supergraph/operation.ts';
import type { Runtime } from '../supergraph/runtime.ts';
import type { Interest } from './interest.ts';
import { planSubscriptionAgain, type SubscriptionPlan } from './plan.ts';

/** The same interest on another runtime, or what its client is told when there it is not valid or not allowed. */
export function replan(
  interest: Interest,
  runtime: Runtime,
  { log, open, protection }: { log: Logger; open: boolean; protection: Protection },
): { interest: Interest } | { told: GraphQLFormattedError[] } {
  const { plan, given, viewer, origin } = interest;
  const context = { viewer, origin, log, open, correlationId: randomUUID() };
  const invalid = ([error]: readonly GraphQLError[]) => ({
    told: presentErrors(
      [
        new GraphQLError(`The schema has changed, and this subscription no longer fits it: ${error?.message ?? ''}`, {
          extensions: { code: 'SUBSCRIPTION_INVALID' },
        }),
      ],
      context,
    ),
  });

  const { document, definition } = plan.operation;
  const operation = prepareOperation(runtime, print(document), definition.name?.value);
  if (isErrors(operation)) return invalid(operation);
  const admitted = admit(runtime, operation, given, context, protection);
  if ('refused' in admitted) return { told: presentErrors(admitted.refused, context) };
  if ('unfit' in admitted) return invalid(admitted.unfit);
  const next = planned(runtime, operation, admitted.variables);
  if ('message' in next) return invalid([next]);
  return { interest: { ...interest, plan: next, variables: admitted.variables } };
}

/** One operation that the planner cannot plan must not keep the others from moving. */
function planned(runtime: Runtime, operation: Operation, variables: Data): SubscriptionPlan | GraphQLError {
  try {
    return planSubscriptionAgain(runtime, operation, variables);
  } catch (error) {
    return new GraphQLError(error instanceof Error ? error.message : String(error));
  }
}
