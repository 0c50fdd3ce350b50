import type { ConditionNode, FetchNode, PlanNode } from '@apollo/query-planner';
import type { GraphQLSchema } from 'graphql';
import { compileEvent, compileFetch, type Step } from './fetch.ts';

interface Options {
  /** The supergraph, which names every type that a subgraph may answer with. */
  schema: GraphQLSchema;
  /** The fetch of a subscription that its event answers. */
  primary?: FetchNode;
}

/** A plan as closures; `path` is where its data goes. */
export function compileNode(options: Options, node: PlanNode, path: readonly (string | number)[] = []): Step {
  const compile = (each: PlanNode) => compileNode(options, each, path);
  switch (node.kind) {
    case 'Fetch':
      if (node.contextRewrites?.length) throw new Error('This gateway cannot execute @context.');
      return node === options.primary ? compileEvent(options.schema, node) : compileFetch(options.schema, node, path);
    case 'Sequence':
      return inOrder(node.nodes.map(compile));
    case 'Parallel':
      return atOnce(node.nodes.map(compile));
    case 'Flatten':
      return compileNode(options, node.node, [...path, ...node.path]);
    case 'Condition':
      return either(node, node.ifClause && compile(node.ifClause), node.elseClause && compile(node.elseClause));
    case 'Defer':
      // Without incremental delivery everything belongs to the one answer; the planner lists what depends after its source.
      return inOrder([node.primary, ...node.deferred].flatMap(({ node: part }) => (part ? [compile(part)] : [])));
  }
}

function inOrder(steps: readonly Step[]): Step {
  return async (run) => {
    for (const step of steps) await step(run);
  };
}

function atOnce(steps: readonly Step[]): Step {
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
