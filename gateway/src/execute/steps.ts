import type { ConditionNode, DeferNode, FetchNode, PlanNode } from '@apollo/query-planner';
import type { GraphQLSchema } from 'graphql';
import type { RequiredCalls } from '../plan/required-calls.ts';
import { compileEvent, compileFetch, type Step } from './fetch.ts';
import type { Run } from './run.ts';
import { splitFetch } from './split-fetch.ts';

interface Options {
  /** The supergraph, which names every type that a subgraph may answer with. */
  schema: GraphQLSchema;
  /** The fetch of a subscription that its event answers. */
  primary?: FetchNode;
  /** What `@requires` asks for with several sets of arguments. */
  requiredCalls: RequiredCalls;
}

/** A plan as closures; `path` is where its data goes. */
export function compileNode(options: Options, node: PlanNode, path: readonly (string | number)[] = []): Step {
  const compile = (each: PlanNode) => compileNode(options, each, path);
  switch (node.kind) {
    case 'Fetch':
      if (node === options.primary) return compileEvent(options.schema, node);
      return noted(
        node,
        atOnce(
          splitFetch(options.schema, node, options.requiredCalls).map((each) =>
            compileFetch(options.schema, each, path),
          ),
        ),
      );
    case 'Sequence':
      return inOrder(node.nodes.map(compile));
    case 'Parallel':
      return atOnce(node.nodes.map(compile));
    case 'Flatten':
      return compileNode(options, node.node, [...path, ...node.path]);
    case 'Condition':
      return either(node, node.ifClause && compile(node.ifClause), node.elseClause && compile(node.elseClause));
    case 'Defer':
      return inParts(node, node.primary.node && compile(node.primary.node), (part) => compile(part));
  }
}

/** The parts begin as soon as the fetches that they depend on are over; only the primary one is waited for. */
function inParts({ deferred }: DeferNode, primary: Step | undefined, compile: (part: PlanNode) => Step): Step {
  const parts = deferred.map(({ label = '', depends, node }) => ({
    label,
    ids: depends.map(({ id }) => id),
    step: node && compile(node),
  }));
  return async (run) => {
    const done = primary?.(run);
    for (const { label, ids, step } of parts) {
      const errors: Run['errors'] = [];
      const part = Promise.all(ids.map((id) => run.parts?.fetched(id))).then(() => step?.({ ...run, errors }));
      run.parts?.add(label, part, errors);
    }
    await done;
  };
}

/** What is deferred may wait for a fetch that has an id. */
function noted({ id }: FetchNode, step: Step): Step {
  if (id === undefined) return step;
  return async (run) => {
    await step(run);
    run.parts?.note(id);
  };
}

function inOrder(steps: readonly Step[]): Step {
  return async (run) => {
    for (const step of steps) await step(run);
  };
}

function atOnce(steps: readonly Step[]): Step {
  const [only, ...others] = steps;
  if (only && others.length === 0) return only;
  return async (run) => {
    await Promise.all(steps.map((step) => step(run)));
  };
}

function either({ condition }: ConditionNode, yes: Step | undefined, no: Step | undefined): Step {
  return async (run) => {
    const step = run.variables[condition] === true ? yes : no;
    await step?.(run);
  };
}
