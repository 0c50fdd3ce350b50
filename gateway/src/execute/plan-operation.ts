import { type DocumentNode, getOperationAST } from 'graphql';
import type { Planned } from '../plan/apollo-planner.ts';
import type { Operation } from '../supergraph/operation.ts';
import type { Runtime } from '../supergraph/runtime.ts';
import { decide } from './conditions.ts';
import { withoutDefer } from './defer.ts';
import { type FieldKeys, nameFields } from './field-keys.ts';
import type { Data } from './run.ts';

/** What Apollo's planner makes of an operation, and under which keys that answers. */
export interface Plan {
  node: Planned;
  keys: FieldKeys;
}

/** An operation as its conditions leave it, with nothing deferred. */
export function decidedOf(operation: Operation, conditions: Data): Operation {
  const document = decide(operation.document, conditions);
  return withDocument(operation, operation.defers ? withoutDefer(document) : document);
}

/** The same operation with another document, which has it under its name. */
export function withDocument(operation: Operation, document: DocumentNode): Operation {
  const definition = getOperationAST(document, operation.definition.name?.value) ?? operation.definition;
  return { ...operation, document, definition };
}

/** Apollo's plan of a valid operation, and under which keys it answers. */
export function planOf(runtime: Runtime, operation: Operation): Plan | Promise<Plan> {
  const { keys, operationName } = forPlanner(runtime, operation);
  const planned = runtime.planner.plan(keys.document, operationName);
  return planned instanceof Promise ? planned.then((node) => ({ node, keys })) : { node: planned, keys };
}

/** The same without waiting, for what was planned before on another supergraph. */
export function planAgain(runtime: Runtime, operation: Operation): Plan {
  const { keys, operationName } = forPlanner(runtime, operation);
  return { node: runtime.planner.planAtOnce(keys.document, operationName), keys };
}

function forPlanner(runtime: Runtime, { document, definition }: Operation) {
  return { keys: nameFields(runtime.api, document), operationName: definition.name?.value };
}

/** Plans an operation with its deferred parts; nothing where Apollo's planner fails over them. */
export async function deferredPlanOf(runtime: Runtime, operation: Operation): Promise<Plan | undefined> {
  try {
    return await planOf(runtime, operation);
  } catch {
    return undefined;
  }
}
