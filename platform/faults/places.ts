import {
  type GraphQLArgument,
  type GraphQLInputType,
  getNamedType,
  isInputObjectType,
  isListType,
  isNonNullType,
} from 'graphql';

/** Where an id or a cursor stands among the arguments of a field. */
export interface Place {
  path: readonly string[];
  kind: 'id' | 'cursor';
}

/** Every place of a field's arguments that names something. */
export function placesOf(args: readonly GraphQLArgument[]): Place[] {
  return args.flatMap(({ name, type }) => below(type, [name]));
}

function below(type: GraphQLInputType, path: readonly string[]): Place[] {
  const named = getNamedType(type);
  if (named.name === 'ID') return [{ path, kind: 'id' }];
  if (named.name === 'Cursor' || path.at(-1) === 'after') return [{ path, kind: 'cursor' }];
  if (!isInputObjectType(named) || path.length > 4) return [];
  return Object.values(named.getFields()).flatMap((field) => below(field.type, [...path, field.name]));
}

/** The same arguments with another value at a place, in a list where the place is one. */
export function withValue(
  given: Readonly<Record<string, unknown>>,
  types: readonly { name: string; type: GraphQLInputType }[],
  [name = '', ...rest]: readonly string[],
  value: string,
): Record<string, unknown> {
  const type = types.find((each) => each.name === name)?.type;
  if (!type) return { ...given };
  const named = getNamedType(type);
  const before = given[name];
  const inner = isInputObjectType(named)
    ? withValue(asRecord(Array.isArray(before) ? before[0] : before), Object.values(named.getFields()), rest, value)
    : value;
  const isList = isListType(isNonNullType(type) ? type.ofType : type);
  return { ...given, [name]: isList ? [inner] : inner };
}

function asRecord(value: unknown): Record<string, unknown> {
  return typeof value === 'object' && value !== null ? { ...value } : {};
}
