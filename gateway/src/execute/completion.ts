import { GraphQLError } from 'graphql';
import type { Data } from './run.ts';

type Path = readonly (string | number)[];

/** Shapes one value. `undefined` is a null that has been explained by an error; where null is not allowed, it goes on upwards. */
export type Complete = (value: unknown, completion: Completion, key: string | number) => unknown;

/** One shaping of a response: where it is, and what it found to be wrong. */
export interface Completion {
  /** The way to the object or list that is being shaped. */
  path: (string | number)[];
  /** Deferred fragments of what has been shaped. */
  deferred: Deferred[];
  /** An error at a key of it, unless an error of a subgraph explains what is there. */
  report(key: string | number, message: string): void;
}

/** A deferred fragment of one object: where that is, and how what the fragment selects is shaped. */
export interface Deferred {
  label: string;
  path: Path;
  shape(completion: Completion): Data | undefined;
}

/** What is found is added to `errors`, unless `known` ones explain it: those of the subgraphs. */
export function startCompletion(errors: GraphQLError[], known: readonly GraphQLError[] = errors): Completion {
  const explained = explanations(known);
  const completion: Completion = {
    path: [],
    deferred: [],
    report(key, message) {
      const path = [...completion.path, key];
      if (!explained(path)) errors.push(new GraphQLError(message, { path }));
    },
  };
  return completion;
}

/** A null is explained by an error at, above or below it: below, because nulls travel upwards in subgraphs too. */
function explanations(errors: readonly GraphQLError[]): (path: Path) => boolean {
  const places = errors.map(({ path }) => path);
  if (places.length === 0) return () => false;
  if (places.some((path) => path === undefined)) return () => true;
  const exact = new Set<string>();
  const above = new Set<string>();
  for (const path of places) {
    if (!path) continue;
    exact.add(path.join('\n'));
    for (let length = 1; length <= path.length; length += 1) above.add(path.slice(0, length).join('\n'));
  }
  return (path) =>
    above.has(path.join('\n')) || path.some((_key, index) => exact.has(path.slice(0, index + 1).join('\n')));
}
