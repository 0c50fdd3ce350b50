import {
  type GraphQLSchema,
  isEnumType,
  isInputObjectType,
  isInterfaceType,
  isIntrospectionType,
  isObjectType,
} from 'graphql';

const known = new WeakMap<GraphQLSchema, ReadonlyMap<string, number>>();

/** How long the lists of introspection are on the average, by their coordinates. */
export function introspectionLengths(schema: GraphQLSchema): ReadonlyMap<string, number> {
  const before = known.get(schema);
  if (before) return before;
  const types = Object.values(schema.getTypeMap());
  const fields = types.flatMap((type) =>
    (isObjectType(type) || isInterfaceType(type)) && !isIntrospectionType(type)
      ? [Object.values(type.getFields())]
      : [],
  );
  const inputs = types.filter(isInputObjectType).map((type) => Object.keys(type.getFields()));
  const values = types.filter(isEnumType).map((type) => type.getValues());
  const lengths = new Map([
    ['__Schema.types', types.length],
    ['__Schema.directives', schema.getDirectives().length],
    ['__Type.fields', average(fields)],
    ['__Type.inputFields', average(inputs)],
    ['__Type.enumValues', average(values)],
    ['__Field.args', average(fields.flat().map(({ args }) => args))],
    ['__Directive.args', 2],
  ]);
  known.set(schema, lengths);
  return lengths;
}

/** Of many types most have none. */
function average(lists: readonly (readonly unknown[])[]): number {
  return 1 + lists.reduce((total, list) => total + list.length, 0) / (lists.length || 1);
}
