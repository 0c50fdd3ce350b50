import type { GraphQLError } from 'graphql';

/** What is deferred of one execution, from the calls that it waits for to its end. */
export interface Parts {
  /** The fetch of that id is over. */
  note(id: string): void;
  /** Resolves when that fetch is over. */
  fetched(id: string): Promise<void>;
  /** One plan of a label; it has more than one when it is deferred in several types. */
  add(label: string, plan: Promise<void>, errors: readonly GraphQLError[]): void;
  /** Resolves when everything that a label waits for is there. */
  ready(label: string): Promise<void>;
  isReady(label: string): boolean;
  /** What failed on the way to a label. */
  errorsOf(label: string): readonly GraphQLError[];
  /** Nobody hears the rest: nothing more is fetched. */
  stop(): void;
  isOver(): boolean;
}

export function createParts(): Parts {
  const fetches = new Map<string, PromiseWithResolvers<void>>();
  const labels = new Map<
    string,
    { waiting: number; errors: (readonly GraphQLError[])[]; done: PromiseWithResolvers<void> }
  >();
  let isOver = false;

  const fetchOf = (id: string) => {
    const known = fetches.get(id) ?? Promise.withResolvers<void>();
    fetches.set(id, known);
    return known;
  };

  return {
    note: (id) => fetchOf(id).resolve(),
    fetched: (id) => fetchOf(id).promise,
    add(label, plan, errors) {
      const part = labels.get(label) ?? { waiting: 0, errors: [], done: Promise.withResolvers<void>() };
      labels.set(label, part);
      part.waiting += 1;
      part.errors.push(errors);
      const end = () => {
        part.waiting -= 1;
        if (part.waiting === 0) part.done.resolve();
      };
      plan.then(end, end);
    },
    // What the planner has no part for has come with what is around it.
    ready: (label) => labels.get(label)?.done.promise ?? Promise.resolve(),
    isReady: (label) => (labels.get(label)?.waiting ?? 0) === 0,
    errorsOf: (label) => labels.get(label)?.errors.flat() ?? [],
    stop: () => {
      isOver = true;
    },
    isOver: () => isOver,
  };
}
