import type { FetchNode } from '@apollo/query-planner';
import { type DocumentNode, GraphQLError, Kind, type SelectionNode } from 'graphql';
import { commonPath, pathsOf } from './places.ts';
import { type Data, isData, type Run } from './run.ts';

type Path = readonly (string | number)[];

/** An answer with errors. */
export interface Told {
  data?: unknown;
  errors: readonly GraphQLError[];
}

/** Puts what a fetch failed with at the places of the response that it was for. */
export interface Failures {
  /** The call as a whole. */
  whole(run: Run, error: unknown): void;
  /** What the subgraph reported with these data; `behind` knows the objects behind each representation that was sent. */
  told(run: Run, answer: Told, behind?: (index: number) => readonly Data[]): void;
}

export function failuresOf(node: FetchNode, path: Path, document: DocumentNode): Failures {
  const service = node.serviceName;
  const names = originalNames(node);
  const rootFields = path.length > 0 ? [] : rootKeys(document).map((key) => [names.get(key) ?? key]);
  // Each root field has a place of its own; entities share the way to their first list.
  const affected: readonly Path[] = path.length > 0 ? [commonPath(path)] : rootFields;
  const report = (run: Run, error: unknown, at: Path | undefined) => run.errors.push(located(error, service, at));

  return {
    whole(run, error) {
      for (const place of affected) report(run, error, place);
    },
    told(run, { data, errors }, behind) {
      let places: ReturnType<typeof pathsOf> | undefined;
      const placesOf = (object: Data | undefined): readonly Path[] => {
        places ??= pathsOf(run.data, path);
        return (object && places.get(object)) ?? [];
      };
      const empty = (place: Path) => run.emptied.push(new GraphQLError('', { path: place }));
      const entities = isData(data) && Array.isArray(data._entities) ? data._entities : [];
      if (!behind && !isData(data)) for (const place of affected) empty(place);
      for (const error of errors) {
        const way = error.path?.map((key) => (typeof key === 'string' ? (names.get(key) ?? key) : key));
        if (!way || way.length === 0) {
          for (const place of affected) report(run, error, place);
        } else if (!behind) {
          const starts = path.length === 0 ? [[]] : [...(places ?? pathsOf(run.data, path)).values()].flat();
          for (const start of starts) report(run, error, [...start, ...way]);
        } else {
          const [, index, ...rest] = way;
          const objects = typeof index === 'number' ? new Set(behind(index)) : new Set<Data>();
          const starts = [...objects].flatMap(placesOf);
          if (starts.length === 0) report(run, error, commonPath(path));
          for (const start of starts) report(run, error, [...start, ...rest]);
          if (typeof index === 'number' && entities[index] === null) for (const start of starts) empty(start);
        }
      }
    },
  };
}

function located(error: unknown, service: string, path: Path | undefined): GraphQLError {
  const { message, extensions, originalError } = asTold(error);
  return new GraphQLError(message || `The subgraph ${service} gave an error without a message.`, {
    path,
    originalError,
    extensions: { ...extensions, serviceName: service },
  });
}

/** Errors come as instances, or as JSON. */
function asTold(error: unknown): Pick<GraphQLError, 'message' | 'extensions'> & { originalError?: Error } {
  if (error instanceof GraphQLError) return { ...pick(error), originalError: error };
  if (error instanceof Error) return { message: error.message, extensions: {}, originalError: error };
  return pick(error as Partial<GraphQLError>);
}

function pick({ message = '', extensions = {} }: Partial<GraphQLError>) {
  return { message, extensions };
}

/** The planner gives fields that collide other names, and renames them in the answer. */
function originalNames(node: FetchNode): ReadonlyMap<string, string> {
  return new Map(
    (node.outputRewrites ?? []).flatMap((rewrite) => {
      const from = rewrite.path.at(-1);
      return rewrite.kind === 'KeyRenamer' && from !== undefined ? [[from, rewrite.renameKeyTo] as const] : [];
    }),
  );
}

function rootKeys(document: DocumentNode): string[] {
  const keysOf = (selections: readonly SelectionNode[]): string[] =>
    selections.flatMap((selection) => {
      if (selection.kind === Kind.FIELD) return [(selection.alias ?? selection.name).value];
      return selection.kind === Kind.INLINE_FRAGMENT ? keysOf(selection.selectionSet.selections) : [];
    });
  const operation = document.definitions.find((each) => each.kind === Kind.OPERATION_DEFINITION);
  return operation ? [...new Set(keysOf(operation.selectionSet.selections))].filter((key) => key !== '__typename') : [];
}
