import type { Subgraph } from '../calls/subgraph.ts';
import type { Sources } from '../execute/run.ts';
import type { Runtime } from '../supergraph/runtime.ts';
import { grantsOf, type Interest } from './interest.ts';
import { withPatience } from './patience.ts';

/** What is served now. */
export interface Served {
  runtime: Runtime;
  subgraphs: ReadonlyMap<string, Subgraph>;
  sources: Sources;
}

/** Everything about a group that follows from what is served. */
export function basisOf(interest: Interest, { subgraphs, sources }: Served) {
  const { plan, variables } = interest;
  const subgraph = subgraphs.get(plan.service);
  if (!subgraph) throw new Error(`There is no subgraph ${plan.service}.`);
  return { plan, variables, subgraph, sources: withPatience(sources), grants: grantsOf(interest) };
}

type Basis = ReturnType<typeof basisOf>;

/** What runs upstream, from a position when there is one. */
export function callOf({ plan: { primary, resumption, nameVariables }, variables: given }: Basis, cursor: unknown) {
  const variables = nameVariables(given);
  const own = Object.fromEntries(
    (primary.variableUsages ?? []).flatMap((name) => (name in variables ? [[name, variables[name]]] : [])),
  );
  return {
    query: resumption?.query ?? primary.operation,
    variables: resumption ? resumption.variables(own, cursor) : own,
    operationName: primary.operationName,
  };
}

/** Whether events of one are events of the other. */
export function sameCall(one: Basis, other: Basis): boolean {
  const parts = (basis: Basis) =>
    JSON.stringify([basis.plan.primary.operation, callOf(basis, undefined), basis.grants]);
  return parts(one) === parts(other);
}
