import {
  GraphQLError,
  type GraphQLNamedOutputType,
  getNamedType,
  isCompositeType,
  type SelectionSetNode,
} from 'graphql';
import { collectFields, type Selecting } from './collect-fields.ts';
import { isData } from './run.ts';

type Path = readonly (string | number)[];

/** Errors under the client's keys. A field selected twice has two; one that the client did not ask for is reported at what holds it. */
export function underClientKeys(
  selecting: Selecting,
  type: GraphQLNamedOutputType,
  sets: readonly SelectionSetNode[],
  data: unknown,
  errors: readonly GraphQLError[],
): GraphQLError[] {
  return errors.flatMap((error) => {
    if (!error.path) return [error];
    const { message, originalError, extensions } = error;
    const paths = translate(selecting, type, sets, data, error.path);
    return paths.map(
      (path) => new GraphQLError(message, { path: path.length > 0 ? path : undefined, originalError, extensions }),
    );
  });
}

function translate(
  selecting: Selecting,
  declared: GraphQLNamedOutputType,
  sets: readonly SelectionSetNode[],
  value: unknown,
  path: Path,
): Path[] {
  const [head, ...rest] = path;
  if (head === undefined) return [[]];
  if (typeof head === 'number') {
    const item = Array.isArray(value) ? value[head] : undefined;
    return translate(selecting, declared, sets, item, rest).map((below) => [head, ...below]);
  }
  const name = isData(value) && typeof value.__typename === 'string' ? value.__typename : declared.name;
  const named = selecting.schema.getType(name);
  const type = isCompositeType(named) ? named : declared;
  if (!isCompositeType(type)) return [[]];
  const ways = [...collectFields(selecting, type, sets)].flatMap(([key, nodes]) => {
    const [field] = nodes;
    if (!field || selecting.keyOf(field) !== head) return [];
    const definition = 'getFields' in type ? type.getFields()[field.name.value] : undefined;
    if (!definition) return [[key]];
    const inner = nodes.flatMap(({ selectionSet }) => selectionSet ?? []);
    const below = isData(value) ? value[head] : undefined;
    return translate(selecting, getNamedType(definition.type), inner, below, rest).map((way) => [key, ...way]);
  });
  return ways.length > 0 ? ways : [[]];
}
