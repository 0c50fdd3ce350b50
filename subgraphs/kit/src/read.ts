import { IsolationLevel } from '@mikro-orm/core';
import { beginInTurn } from '@mycelium/database/turns';
import type { ExecutionResult, GraphQLSchema, OperationDefinitionNode } from 'graphql';
import { GraphQLError, Kind } from 'graphql';
import { Extensions } from 'type-graphql';
import { leaveTransaction } from './as-system.ts';
import { type Context, resourcesOf } from './context.ts';
import { asAnswer } from './failure.ts';
import { callerOf, callPatience } from './places.ts';

/** Marks a query that also keeps something of its own; every other one has a transaction that cannot write. */
export function Keeps(what: string): MethodDecorator {
  return Extensions({ keeps: what });
}

/** What a subscription reads before it begins, as a call of its own. */
export function readFirst<Result>(context: Context, read: () => Promise<Result>): Promise<Result> {
  return resourcesOf(context).calls.run(callerOf(context.call), read, callPatience);
}

/** Whether some root field of a query keeps something. */
export function keepsSomething(schema: GraphQLSchema, { selectionSet }: OperationDefinitionNode): boolean {
  const fields = schema.getQueryType()?.getFields() ?? {};
  return selectionSet.selections.some(
    (selection) => selection.kind === Kind.FIELD && fields[selection.name.value]?.extensions.keeps !== undefined,
  );
}

/**
 * All reads of one query share one transaction, so that the tenant is set once and all see the same moment: a list and its
 * count agree. It is read-only, unless the query keeps something.
 */
export async function inOneRead(
  context: Context,
  run: () => Promise<ExecutionResult>,
  keeps = false,
): Promise<ExecutionResult> {
  const { em } = context;
  try {
    await beginInTurn(em, keeps ? {} : { readOnly: true, isolationLevel: IsolationLevel.REPEATABLE_READ });
    const result = await run();
    if (keeps) await em.commit();
    return result;
  } catch (error) {
    const failure = new GraphQLError('', { originalError: error as Error });
    return { errors: [asAnswer(failure, context.log, context.call.correlationId)] };
  } finally {
    if (em.isInTransaction()) await em.rollback().catch(() => undefined);
    leaveTransaction(context);
  }
}
