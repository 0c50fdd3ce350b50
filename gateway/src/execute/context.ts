import type { FetchNode } from '@apollo/query-planner';
import type { GraphQLSchema } from 'graphql';
import { type Data, isData } from './run.ts';
import { namesUnder } from './type-names.ts';

const UP = '..';
const FRAGMENT = '... on ';

/** Variables for the arguments that `@fromContext` fills, given the objects around an entity from the inside out. */
export type ContextOf = (around: readonly Data[]) => Data;

/** The planner gives each as a way from the entity: up to the object that sets the context, and down to the value. */
export function compileContext(schema: GraphQLSchema, rewrites: NonNullable<FetchNode['contextRewrites']>): ContextOf {
  const steps = rewrites.map(({ path, renameKeyTo }) => {
    const levels = path.findIndex((key) => key !== UP);
    const way = path.slice(levels).map((key) => {
      const names = key.startsWith(FRAGMENT) ? namesUnder(schema, key.slice(FRAGMENT.length)) : undefined;
      return { key, names };
    });
    return { levels, way, variable: renameKeyTo };
  });
  return (around) => {
    const variables: Data = {};
    for (const { levels, way, variable } of steps) {
      // A context may be set by several types; the one that is there has a value, or null.
      if (variables[variable] === undefined) variables[variable] = valueAt(around[levels - 1], way);
    }
    return variables;
  };
}

function valueAt(start: unknown, way: readonly { key: string; names?: ReadonlySet<string> }[]): unknown {
  let value = start;
  for (const { key, names } of way) {
    if (Array.isArray(value)) return undefined;
    if (!isData(value)) return value;
    if (!names) value = value[key];
    else if (!names.has(String(value.__typename))) return undefined;
  }
  return value;
}
