import type { FetchNode } from '@apollo/query-planner';
import { type ExecutionResult, type GraphQLSchema, parse } from 'graphql';
import { compileContext } from './context.ts';
import { compileBatching } from './entity-batch.ts';
import { failuresOf } from './failures.ts';
import { mergeInto } from './merge.ts';
import { objectsAt, objectsWithin } from './places.ts';
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
    if (errors && errors.length > 0) failures.told(run, { data, errors });
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
    if (errors && errors.length > 0) failures.told(run, { data, errors });
    if (!isData(data)) return;
    rewriteOutput(data);
    for (const object of objects) mergeInto(schema, object, own(run, data, object === objects[0]));
  };
};

/** Fields of entities: equal representations are sent once, and what comes back goes to every place. */
const fetchEntities: CompileFetch = (schema, node, path, failures) => {
  const represent = compileRepresentation(schema, node.requires ?? []);
  const rewriteInput = compileRewrites(schema, node.inputRewrites);
  const rewriteOutput = compileRewrites(schema, node.outputRewrites);
  const contextOf = node.contextRewrites && compileContext(schema, node.contextRewrites);
  // A rewritten name hides which type an entity is, and the rewrites of the answer may ask for it.
  const nameOf = node.outputRewrites
    ? ({ __typename }: Data) => __typename
    : (_entity: Data, { __typename }: Data) => __typename;
  const startBatch = compileBatching(node.requires ?? [], nameOf);

  const take = ({ add }: Batch, entity: Data): void => {
    const sent = represent(entity);
    if (!sent) return;
    rewriteInput(sent);
    add(entity, sent);
  };

  const fetch = async (run: Run, { batch }: Batch, context?: Data): Promise<void> => {
    const { representations, entities, indexes } = batch;
    if (representations.length === 0) return;

    const { data, errors } = await call(run, node, { ...context, representations });
    if (errors && errors.length > 0)
      failures.told(run, { data, errors }, (index) => entities.filter((_, at) => indexes[at] === index));
    if (!isData(data)) return;
    const answers = data._entities;
    if (answers === null && errors) return;
    if (!Array.isArray(answers) || answers.length !== representations.length) {
      throw new Error(
        `The subgraph ${node.serviceName} was asked for ${representations.length} entities and gave others.`,
      );
    }
    let seen = 0;
    for (let at = 0; at < entities.length; at += 1) {
      const entity = entities[at];
      const index = indexes[at];
      const answer = index === undefined ? undefined : answers[index];
      // Representations are numbered as they appear.
      const isFirst = index === seen;
      if (isFirst) seen += 1;
      if (!entity || !isData(answer)) continue;
      if (isFirst) rewriteOutput(answer, entity.__typename);
      mergeInto(schema, entity, own(run, answer, isFirst));
    }
  };

  return async (run) => {
    if (!contextOf) {
      const batch = startBatch();
      for (const entity of objectsAt(run.data, path)) take(batch, entity);
      return fetch(run, batch);
    }
    // A variable has one value in a call, so that entities in different contexts need different calls.
    const batches = new Map<string, { batch: Batch; context: Data }>();
    for (const [entity, ...around] of objectsWithin(run.data, path)) {
      if (!entity) continue;
      const context = contextOf(around);
      const key = JSON.stringify(context);
      const known = batches.get(key) ?? { batch: startBatch(), context };
      batches.set(key, known);
      take(known.batch, entity);
    }
    await Promise.all([...batches.values()].map(({ batch, context }) => fetch(run, batch, context)));
  };
};

type Batch = ReturnType<ReturnType<typeof compileBatching>>;

/** Places share what was answered for all of them, unless what is below depends on the place. */
function own(run: Run, answer: Data, isFirst: boolean): Data {
  return run.isContextual && !isFirst ? structuredClone(answer) : answer;
}

async function call(run: Run, node: FetchNode, own: Data): Promise<ExecutionResult> {
  if (run.parts?.isOver()) throw new Error('Nobody waits for this answer any more.');
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
