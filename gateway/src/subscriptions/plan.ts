import type { FetchNode } from '@apollo/query-planner';
import { type DocumentNode, GraphQLError, Kind, print, type SelectionSetNode } from 'graphql';
import { perOutcome } from '../execute/conditions.ts';
import { compilePlan, type Executable } from '../execute/execute.ts';
import { decidedOf, type Plan, planAgain, planOf } from '../execute/plan-operation.ts';
import type { Data } from '../execute/run.ts';
import type { Operation } from '../supergraph/operation.ts';
import type { Runtime } from '../supergraph/runtime.ts';
import { type Resumption, resumptionOf, usesOf } from './resume.ts';

/** How a subscription is served: what runs upstream, and what completes each of its events. */
export interface SubscriptionPlan {
  runtime: Runtime;
  operation: Operation;
  /** The operation's text in one normal form, so that identical subscriptions are recognised. */
  text: string;
  /** The subgraph that has the events. */
  service: string;
  primary: FetchNode;
  /** The coordinate of its root field. */
  field: string;
  /** Primary and rest as one plan that starts over with each event. */
  complete: Executable;
  /** Whether each of its events is all of the state, so that whoever comes later is owed the last one. */
  isState: boolean;
  /** Whether other subgraphs have a part in its events. */
  isJoined: boolean;
  /** The variables under the names that they have upstream. */
  nameVariables(given: Data): Data;
  resumption?: Resumption;
  /** The variable that says nothing but where to resume from. */
  positionVariable?: string;
}

type Planning = SubscriptionPlan | GraphQLError;

/** A subscription with its conditions decided, and its plan when there is one. */
interface Draft {
  decided: Operation;
  made?: Planning;
  pending?: Promise<Planning>;
}

const drafts = new WeakMap<Operation, (variables: Data) => Draft>();

/** The plan of a valid subscription for as long as it runs, its conditions decided; or why there is none. */
export async function planSubscription(runtime: Runtime, operation: Operation, variables: Data): Promise<Planning> {
  const draft = draftOf(operation, variables);
  if (draft.made) return draft.made;
  const begin = (): Planning | Promise<Planning> => {
    const planned = planOf(runtime, draft.decided);
    return planned instanceof Promise
      ? planned.then((plan) => finish(runtime, operation, draft, plan))
      : finish(runtime, operation, draft, planned);
  };
  try {
    if (draft.pending) return await draft.pending;
    const begun = refusal(operation) ?? begin();
    // What is there at once is answered at once: the next one of the same socket must not overtake it.
    if (!(begun instanceof Promise)) return begun;
    draft.pending = begun;
    return await begun;
  } catch (error) {
    if (error instanceof GraphQLError) return error;
    throw error;
  } finally {
    draft.pending = undefined;
  }
}

/** The same without waiting, for one that runs on another supergraph. */
export function planSubscriptionAgain(runtime: Runtime, operation: Operation, variables: Data): Planning {
  const draft = draftOf(operation, variables);
  return draft.made ?? refusal(operation) ?? finish(runtime, operation, draft, planAgain(runtime, draft.decided));
}

function draftOf(operation: Operation, variables: Data): Draft {
  const known =
    drafts.get(operation) ??
    perOutcome(operation.conditions, (given): Draft => ({ decided: decidedOf(operation, given) }));
  drafts.set(operation, known);
  return known(variables);
}

function refusal({ document, definition }: Operation): GraphQLError | undefined {
  if (!hasRootCondition(document, definition.selectionSet)) return undefined;
  return invalid('The root field of a subscription cannot carry @skip or @include.');
}

function finish(runtime: Runtime, operation: Operation, draft: Draft, planned: Plan): Planning {
  draft.made = subscriptionPlan(runtime, operation, draft.decided, planned);
  return draft.made;
}

function subscriptionPlan(runtime: Runtime, operation: Operation, decided: Operation, planned: Plan): Planning {
  const { document, definition } = operation;
  const { nameVariables } = planned.keys;
  if (planned.node?.kind !== 'Subscription')
    return invalid('This subscription selects nothing that a subgraph serves.');
  const { primary, rest } = planned.node;
  const resumption = resumptionOf(runtime.api, primary);
  const field = `${runtime.api.getSubscriptionType()?.name}.${rootFieldOf(document, definition.selectionSet)}`;
  return {
    runtime,
    operation,
    text: `${definition.name?.value ?? ''}\n${print(document)}`,
    field,
    isState: runtime.states.has(field),
    service: primary.serviceName,
    primary,
    complete: compilePlan(
      runtime,
      decided,
      { node: rest ? { kind: 'Sequence', nodes: [primary, rest] } : primary, keys: planned.keys },
      { primary },
    ),
    isJoined: rest !== undefined,
    nameVariables,
    resumption: resumption && { ...resumption, startOf: (given) => resumption.startOf(nameVariables(given)) },
    positionVariable:
      resumption?.variable && usesOf(document, resumption.variable) === 1 ? resumption.variable : undefined,
  };
}

function rootFieldOf(document: DocumentNode, { selections }: SelectionSetNode): string | undefined {
  const [first] = selections;
  if (first?.kind === Kind.FIELD) return first.name.value;
  if (first?.kind === Kind.INLINE_FRAGMENT) return rootFieldOf(document, first.selectionSet);
  const fragment = document.definitions.find(
    (each) => each.kind === Kind.FRAGMENT_DEFINITION && each.name.value === first?.name.value,
  );
  return fragment?.kind === Kind.FRAGMENT_DEFINITION ? rootFieldOf(document, fragment.selectionSet) : undefined;
}

/** Whether a root field has a condition, also where graphql-js does not look: in fragments, and with a literal. */
function hasRootCondition(document: DocumentNode, selections: SelectionSetNode): boolean {
  return selections.selections.some((selection) => {
    if (selection.directives?.some(({ name }) => name.value === 'skip' || name.value === 'include')) return true;
    if (selection.kind === Kind.FIELD) return false;
    if (selection.kind === Kind.INLINE_FRAGMENT) return hasRootCondition(document, selection.selectionSet);
    const fragment = document.definitions.find(
      (each) => each.kind === Kind.FRAGMENT_DEFINITION && each.name.value === selection.name.value,
    );
    return fragment?.kind === Kind.FRAGMENT_DEFINITION && hasRootCondition(document, fragment.selectionSet);
  });
}

function invalid(message: string): GraphQLError {
  return new GraphQLError(message, { extensions: { code: 'GRAPHQL_VALIDATION_FAILED' } });
}
