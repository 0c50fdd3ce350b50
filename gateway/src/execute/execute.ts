import type { FetchNode } from '@apollo/query-planner';
import { type DocumentNode, type GraphQLError, type GraphQLFormattedError, getOperationAST } from 'graphql';
import type { CallContext } from '../call-context.ts';
import { presentErrors } from '../errors.ts';
import type { Planned } from '../plan/apollo-planner.ts';
import type { Operation } from '../supergraph/operation.ts';
import type { Runtime } from '../supergraph/runtime.ts';
import { selectsSome } from '../supergraph/undeferrable.ts';
import { decide, perOutcome } from './conditions.ts';
import { type Placed, placeDefers, withoutDefer } from './defer.ts';
import { type FieldKeys, nameFields } from './field-keys.ts';
import { executeInParts, type Later } from './in-parts.ts';
import { compileResponse } from './response.ts';
import type { Data, Run } from './run.ts';
import { compileNode } from './steps.ts';

/** An operation that is ready to run, by closures only; rejects when it cannot be planned. */
export type Executable = (given: Pick<Run, 'sources' | 'variables' | 'context' | 'event'>) => Promise<Executed>;

/** `errors` is absent when there are none, `later` when this is everything. */
export interface Executed {
  data: Data | null;
  errors?: GraphQLError[];
  later?: Later;
}

/** Told with each run whether its plan was known. */
type OnPlan = (isKnown: boolean) => void;

const whole = new WeakMap<Operation, Executable>();
const inParts = new WeakMap<Operation, Executable>();

/**
 * The executable form of a valid query or mutation. It is planned when it first runs, anew for each outcome of its
 * conditions: the planner takes conditions of fields for those of a whole fetch, and forgets that `__typename` has none.
 */
export function executableOf(runtime: Runtime, operation: Operation, onPlan?: OnPlan): Executable {
  const known = whole.get(operation);
  if (known) return known;
  const planned = perOutcome(
    operation.conditions,
    (conditions) => {
      const decided = decidedOf(operation, conditions);
      return once(
        () => planOf(runtime, decided),
        (plan) => compilePlan(runtime, decided, plan),
      );
    },
    onPlan,
  );
  const executable: Executable = async (given) => planned(given.variables)(given);
  whole.set(operation, executable);
  return executable;
}

/** The same, but what is deferred comes later. */
export function deferringOf(runtime: Runtime, operation: Operation, onPlan?: OnPlan): Executable {
  const known = inParts.get(operation);
  if (known) return known;
  const planned = perOutcome(
    operation.deferConditions,
    (conditions) => {
      const document = decide(operation.document, conditions);
      const placed = selectsSome(runtime.undeferrable, runtime.api, document)
        ? undefined
        : placeDefers(withDocument(operation, document), conditions);
      if (!placed) return executableOf(runtime, operation);
      const { labels } = placed;
      return once(
        () => deferredPlanOf(runtime, placed.operation),
        (plan) => (plan ? compilePlan(runtime, placed.operation, plan, { labels }) : executableOf(runtime, operation)),
      );
    },
    onPlan,
  );
  const executable: Executable = async (given) => planned(given.variables)(given);
  inParts.set(operation, executable);
  return executable;
}

/** What is compiled of a plan, when that is there; tried again when there was none. */
function once<Made>(plan: () => Made | Promise<Made>, compile: (plan: Made) => Executable): Executable {
  let executable: Executable | undefined;
  let pending: Promise<Executable> | undefined;
  const begin = (): Executable | Promise<Executable> => {
    const made = plan();
    if (!(made instanceof Promise)) {
      executable = compile(made);
      return executable;
    }
    pending = made.then(compile);
    pending
      .then((ready) => {
        executable = ready;
      })
      .catch(() => {})
      .finally(() => {
        pending = undefined;
      });
    return pending;
  };
  return async (given) => (executable ?? (await (pending ?? begin())))(given);
}

/** An operation as its conditions leave it, with nothing deferred. */
export function decidedOf(operation: Operation, conditions: Data): Operation {
  const document = decide(operation.document, conditions);
  return withDocument(operation, operation.defers ? withoutDefer(document) : document);
}

function withDocument(operation: Operation, document: DocumentNode): Operation {
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

/** Nothing where Apollo's planner fails over what is deferred. */
async function deferredPlanOf(runtime: Runtime, operation: Operation): Promise<Plan | undefined> {
  try {
    return await planOf(runtime, operation);
  } catch {
    return undefined;
  }
}

export interface Plan {
  node: Planned;
  keys: FieldKeys;
}

interface Special {
  /** Of a subscription: the fetch that a run's event answers. */
  primary?: FetchNode;
  /** Of an answer in parts: the client's labels. */
  labels?: Placed['labels'];
}

/** A plan as an executable. */
export function compilePlan(
  runtime: Runtime,
  operation: Operation,
  { node, keys }: Plan,
  { primary, labels }: Special = {},
): Executable {
  if (node?.kind === 'Subscription') throw new Error('A subscription has no one answer.');
  const step = node && compileNode({ schema: runtime.supergraph, requiredCalls: runtime.requiredCalls, primary }, node);
  const { isContextual } = runtime;
  const response = compileResponse(runtime.api, operation, keys.keyOf);
  return async (given) => {
    const run: Run = { ...given, variables: keys.nameVariables(given.variables), data: {}, errors: [], isContextual };
    if (labels) return executeInParts(run, step, response, labels);
    await step?.(run);
    const { data } = response.respond(run);
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
