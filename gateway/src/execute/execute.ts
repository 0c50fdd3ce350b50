import { operationFromDocument } from '@apollo/federation-internals';
import type { FetchNode, PlanNode, SubscriptionNode } from '@apollo/query-planner';
import type { GraphQLError, GraphQLFormattedError } from 'graphql';
import type { CallContext } from '../call-context.ts';
import { presentErrors } from '../errors.ts';
import type { Operation } from '../operations.ts';
import type { Runtime } from '../supergraph.ts';
import { type FieldKeys, nameFields } from './field-keys.ts';
import { compileResponse } from './response.ts';
import type { Data, Run } from './run.ts';
import { compileNode } from './steps.ts';

/** An operation that is ready to run: planned and compiled, so that a request runs closures only. Never rejects. */
export type Executable = (given: Pick<Run, 'sources' | 'variables' | 'context' | 'event'>) => Promise<Executed>;

/** `errors` is absent when there are none. */
export interface Executed {
  data: Data | null;
  errors?: GraphQLError[];
}

const compiled = new WeakMap<Operation, Executable>();

/** The executable form of a valid query or mutation, made when it is first asked for; throws when it cannot be planned. */
export function executableOf(runtime: Runtime, operation: Operation): Executable {
  const known = compiled.get(operation);
  if (known) return known;
  const { node, keyOf } = planOf(runtime, operation);
  if (node?.kind === 'Subscription') throw new Error('A subscription has no one answer.');
  const executable = compilePlan(runtime, operation, { node, keyOf });
  compiled.set(operation, executable);
  return executable;
}

/** Apollo's plan of a valid operation, and under which keys it answers. */
export function planOf(runtime: Runtime, { document, definition }: Operation): Plan<PlanNode | SubscriptionNode> {
  const operationName = definition.name?.value;
  const named = nameFields(runtime.api, document);
  const operation = operationFromDocument(runtime.apiSchema, named.document, { operationName });
  return { node: runtime.planner.buildQueryPlan(operation).node, keyOf: named.keyOf };
}

interface Plan<Node> {
  node: Node | undefined;
  keyOf: FieldKeys['keyOf'];
}

/** A plan as an executable; `primary` is the fetch that a run's event answers. */
export function compilePlan(
  runtime: Runtime,
  operation: Operation,
  { node, keyOf }: Plan<PlanNode>,
  primary?: FetchNode,
): Executable {
  const step = node && compileNode({ schema: runtime.supergraph, primary }, node);
  const respond = compileResponse(runtime.api, operation, keyOf);
  return async (given) => {
    const run: Run = { ...given, data: {}, errors: [] };
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
