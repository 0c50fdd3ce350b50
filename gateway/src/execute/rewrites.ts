import type { FetchDataRewrite } from '@apollo/query-planner';
import type { GraphQLSchema } from 'graphql';
import { type Data, isData } from './run.ts';
import { namesUnder } from './type-names.ts';

/** Changes an object in place; the name is that of its type when the object does not carry one. */
export type Rewrite = (value: unknown, typename?: unknown) => void;

const FRAGMENT = '... on ';

/** What the planner wants changed in an input or output of a fetch, in its order. */
export function compileRewrites(schema: GraphQLSchema, rewrites: readonly FetchDataRewrite[] = []): Rewrite {
  const steps = rewrites.map((rewrite) => {
    const last = rewrite.path.at(-1);
    if (last === undefined) throw new Error(`A ${rewrite.kind} of the plan has no path.`);
    const change =
      rewrite.kind === 'ValueSetter' ? setter(last, rewrite.setValueTo) : renamer(last, rewrite.renameKeyTo);
    return atPath(schema, rewrite.path.slice(0, -1), change);
  });
  return (value, typename) => {
    for (const step of steps) step(value, typename);
  };
}

function setter(key: string, value: unknown) {
  return (object: Data) => {
    object[key] = value;
  };
}

function renamer(key: string, to: string) {
  return (object: Data) => {
    if (!Object.hasOwn(object, key)) return;
    object[to] = object[key];
    delete object[key];
  };
}

function atPath(schema: GraphQLSchema, path: readonly string[], change: (object: Data) => void): Rewrite {
  const [first, ...rest] = path;
  const inner = first === undefined ? undefined : atPath(schema, rest, change);
  const names = first?.startsWith(FRAGMENT) ? namesUnder(schema, first.slice(FRAGMENT.length)) : undefined;

  const rewrite: Rewrite = (value, typename) => {
    if (Array.isArray(value)) {
      for (const item of value) rewrite(item);
    } else if (isData(value)) {
      if (first === undefined || !inner) return change(value);
      if (!names) return inner(value[first]);
      // A fetch that does not ask for the type's name has one type there only.
      const name = value.__typename ?? typename;
      if (name === undefined || (typeof name === 'string' && names.has(name))) inner(value, typename);
    }
  };
  return rewrite;
}
