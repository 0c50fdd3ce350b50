import { operationFromDocument } from '@apollo/federation-internals';
import type { FetchNode, PlanNode, SubscriptionNode } from '@apollo/query-planner';
import { type GraphQLError, type GraphQLFormattedError, getOperationAST } from 'graphql';
import { LRUCache } from 'lru-cache';
import type { CallContext } from '../call-context.ts';
import { presentErrors } from '../errors.ts';
import type { Operation } from '../operations.ts';
import type { Runtime } from '../supergraph.ts';
import { conditionVariables, decide } from './conditions.ts';
import { type FieldKeys, nameFields } from './field-keys.ts';
import { compileResponse } from './response.ts';
import type { Data, Run } from './run.ts';
import { compileNode } from './steps.ts';

/** An operation that is ready to run, by closures only; rejects when it cannot be planned. */
export type Executable = (given: Pick<Run, 'sources' | 'variables' | 'context' | 'event'>) => Promise<Executed>;

/** `errors` is absent when there are none. */
export interface Executed {
  data: Data | null;
  errors?: GraphQLError[];
}

const compiled = new WeakMap<Operation, Executable>();

/** Plans that are kept per operation: one for each combination of the variables of its conditions. */
const PLANS_KEPT = 64;

/**
 * The executable form of a valid query or mutation. It is planned when it first runs, anew for each outcome of its
 * conditions: the planner takes conditions of fields for those of a whole fetch, and forgets that `__typename` has none.
 */
export function executableOf(runtime: Runtime, operation: Operation): Executable {
  const known = compiled.get(operation);
  if (known) return known;
  const variables = conditionVariables(operation.document);
  const plans = new LRUCache<string, Executable>({ max: PLANS_KEPT });

  const planned = (conditions: Data): Executable => {
    const key = variables.map((name) => (conditions[name] === true ? '1' : '0')).join('');
    const plan = plans.get(key) ?? compileDecided(runtime, operation, conditions);
    plans.set(key, plan);
    return plan;
  };
  const executable: Executable = async (given) => planned(given.variables)(given);
  compiled.set(operation, executable);
  return executable;
}

function compileDecided(runtime: Runtime, operation: Operation, conditions: Data): Executable {
  const document = decide(operation.document, conditions);
  const definition = getOperationAST(document, operation.definition.name?.value) ?? operation.definition;
  const decided = { ...operation, document, definition };
  const { node, keys } = planOf(runtime, decided);
  if (node?.kind === 'Subscription') throw new Error('A subscription has no one answer.');
  return compilePlan(runtime, decided, { node, keys });
}

/** Apollo's plan of a valid operation, and under which keys it answers. */
export function planOf(runtime: Runtime, { document, definition }: Operation): Plan<PlanNode | SubscriptionNode> {
  const operationName = definition.name?.value;
  const keys = nameFields(runtime.api, document);
  const operation = operationFromDocument(runtime.apiSchema, keys.document, { operationName });
  return { node: runtime.planner.buildQueryPlan(operation).node, keys };
}

interface Plan<Node> {
  node: Node | undefined;
  keys: FieldKeys;
}

/** A plan as an executable; `primary` is the fetch that a run's event answers. */
export function compilePlan(
  runtime: Runtime,
  operation: Operation,
  { node, keys }: Plan<PlanNode>,
  primary?: FetchNode,
): Executable {
  const step = node && compileNode({ schema: runtime.supergraph, requiredCalls: runtime.requiredCalls, primary }, node);
  const respond = compileResponse(runtime.api, operation, keys.keyOf);
  return async (given) => {
    const run: Run = { ...given, variables: keys.nameVariables(given.variables), data: {}, errors: [] };
    await step?.(run);
    const data = respond(run);
    return run.errors.length > 0 ? { data, errors: run.errors } : { data };
  };
}

/** What clients are sent of it. */
export function present(
  { data, errors }: Executed,
  context: CallContext,
): { data: Data | null; errors?: GraphQLFormattedError[] } {
  return errors ? { data, errors: presentErrors(errors, context) } : { data };
}
