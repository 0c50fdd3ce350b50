import type { FetchNode } from '@apollo/query-planner';
import type { Operation } from '../supergraph/operation.ts';
import type { Runtime } from '../supergraph/runtime.ts';
import { selectsSome } from '../supergraph/undeferrable.ts';
import { decide, perOutcome } from './conditions.ts';
import { type Placed, placeDefers } from './defer.ts';
import type { Executed } from './executed.ts';
import { executeInParts } from './in-parts.ts';
import { decidedOf, deferredPlanOf, type Plan, planOf, withDocument } from './plan-operation.ts';
import { compileResponse } from './response.ts';
import type { Run } from './run.ts';
import { compileNode } from './steps.ts';

/** An operation that is ready to run, by closures only; rejects when it cannot be planned. */
export type Executable = (given: Pick<Run, 'sources' | 'variables' | 'context' | 'event'>) => Promise<Executed>;

/** Called with each run: whether its plan was known. */
type OnPlan = (isKnown: boolean) => void;

const whole = new WeakMap<Operation, Executable>();
const inParts = new WeakMap<Operation, Executable>();

/**
 * The executable form of a valid query or mutation. It is planned when it first runs, and again for each outcome of its
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

interface Special {
  /** The fetch of a subscription that a run's event answers. */
  primary?: FetchNode;
  /** The client's labels of an answer in parts. */
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
    const run: Run = {
      ...given,
      variables: keys.nameVariables(given.variables),
      data: {},
      errors: [],
      emptied: [],
      isContextual,
    };
    if (labels) return executeInParts(run, step, response, labels);
    await step?.(run);
    const { data } = response.respond(run);
    return run.errors.length > 0 ? { data, errors: run.errors } : { data };
  };
}
