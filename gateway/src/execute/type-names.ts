import { type GraphQLSchema, isAbstractType, isInterfaceType, isObjectType } from 'graphql';

/** Whether a `__typename` is of an object type, and not of an interface that a subgraph knows only as an object. */
export function isConcrete(schema: GraphQLSchema, name: unknown): boolean {
  return typeof name === 'string' && isObjectType(schema.getType(name));
}

const known = new WeakMap<GraphQLSchema, Map<string, ReadonlySet<string>>>();

/** The values of `__typename` that satisfy a type condition. */
export function namesUnder(schema: GraphQLSchema, condition: string): ReadonlySet<string> {
  const ofSchema = known.get(schema) ?? new Map<string, ReadonlySet<string>>();
  known.set(schema, ofSchema);
  const names = ofSchema.get(condition) ?? listNames(schema, condition);
  ofSchema.set(condition, names);
  return names;
}

function listNames(schema: GraphQLSchema, condition: string): ReadonlySet<string> {
  const type = schema.getType(condition);
  const names = new Set([condition]);
  if (!isAbstractType(type)) return names;
  for (const each of schema.getPossibleTypes(type)) names.add(each.name);
  if (isInterfaceType(type)) for (const each of schema.getImplementations(type).interfaces) names.add(each.name);
  return names;
}
