import type { FetchNode } from '@apollo/query-planner';
import { type ExecutionResult, type GraphQLSchema, parse } from 'graphql';
import { failuresOf } from './failures.ts';
import { mergeInto } from './merge.ts';
import { objectsAt } from './places.ts';
import { compileRepresentation } from './representations.ts';
import { compileRewrites } from './rewrites.ts';
import { type Data, isData, type Run } from './run.ts';

/** A part of a plan, ready to run. It never rejects: what fails is among the errors of the run. */
export type Step = (run: Run) => Promise<void>;

/** A fetch at an absolute path of the response. */
export function compileFetch(schema: GraphQLSchema, node: FetchNode, path: readonly (string | number)[]): Step {
  const failures = failuresOf(node, path, node.operationDocumentNode ?? parse(node.operation));
  const fetch = node.requires ? fetchEntities : fetchRoot;
  const run = fetch(schema, node, path, failures);
  return async (current) => {
    try {
      await run(current);
    } catch (error) {
      failures.whole(current, error);
    }
  };
}

/** The primary fetch of a subscription: its event has been answered already. */
export function compileEvent(schema: GraphQLSchema, node: FetchNode): Step {
  const failures = failuresOf(node, [], node.operationDocumentNode ?? parse(node.operation));
  const rewriteOutput = compileRewrites(schema, node.outputRewrites);
  return async (run) => {
    const { data, errors } = run.event ?? {};
    if (errors && errors.length > 0) failures.told(run, errors);
    if (!isData(data)) return;
    rewriteOutput(data);
    mergeInto(schema, run.data, data);
  };
}

type CompileFetch = (
  schema: GraphQLSchema,
  node: FetchNode,
  path: readonly (string | number)[],
  failures: ReturnType<typeof failuresOf>,
) => Step;

/** Fields of a root type, which may also be met further down, as in the `query` of a payload. */
const fetchRoot: CompileFetch = (schema, node, path, failures) => {
  const rewriteOutput = compileRewrites(schema, node.outputRewrites);
  return async (run) => {
    const objects = objectsAt(run.data, path);
    if (objects.length === 0) return;
    const { data, errors } = await call(run, node, {});
    if (errors && errors.length > 0) failures.told(run, errors);
    if (!isData(data)) return;
    rewriteOutput(data);
    for (const object of objects) mergeInto(schema, object, data);
  };
};

/** Fields of entities: equal representations are sent once, and what comes back goes to every place. */
const fetchEntities: CompileFetch = (schema, node, path, failures) => {
  const represent = compileRepresentation(schema, node.requires ?? []);
  const rewriteInput = compileRewrites(schema, node.inputRewrites);
  const rewriteOutput = compileRewrites(schema, node.outputRewrites);
  // A rewritten name hides which type an entity is, and the rewrites of the answer may ask for it.
  const keyOf = node.outputRewrites
    ? (entity: Data, sent: Data) => `${entity.__typename} ${JSON.stringify(sent)}`
    : (_entity: Data, sent: Data) => JSON.stringify(sent);

  return async (run) => {
    const representations: Data[] = [];
    const groups: Data[][] = [];
    const indexes = new Map<string, number>();
    for (const entity of objectsAt(run.data, path)) {
      const sent = represent(entity);
      if (!sent) continue;
      rewriteInput(sent);
      const key = keyOf(entity, sent);
      const index = indexes.get(key);
      if (index === undefined) {
        indexes.set(key, representations.push(sent) - 1);
        groups.push([entity]);
      } else groups[index]?.push(entity);
    }
    if (representations.length === 0) return;

    const { data, errors } = await call(run, node, { representations });
    if (errors && errors.length > 0) failures.told(run, errors, groups);
    if (!isData(data)) return;
    const entities = data._entities;
    if (entities === null && errors) return;
    if (!Array.isArray(entities) || entities.length !== representations.length) {
      throw new Error(
        `The subgraph ${node.serviceName} was asked for ${representations.length} entities and gave others.`,
      );
    }
    groups.forEach((group, index) => {
      const answer = entities[index];
      if (!isData(answer)) return;
      rewriteOutput(answer, group[0]?.__typename);
      for (const entity of group) mergeInto(schema, entity, answer);
    });
  };
};

async function call(run: Run, node: FetchNode, own: Data): Promise<ExecutionResult> {
  const source = run.sources.get(node.serviceName);
  if (!source) throw new Error(`There is no subgraph ${node.serviceName}.`);
  const variables: Data = {};
  for (const name of node.variableUsages ?? []) {
    if (run.variables[name] !== undefined) variables[name] = run.variables[name];
  }
  Object.assign(variables, own);
  const { operation: query, operationName, operationKind: kind } = node;
  const answer = await source({ query, variables, operationName, kind }, run.context);
  if (answer.data === undefined && !answer.errors)
    throw new Error(`The subgraph ${node.serviceName} answered nothing.`);
  return answer;
}
