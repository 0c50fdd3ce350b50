import {
  type ConstDirectiveNode,
  type DocumentNode,
  type GraphQLSchema,
  getNamedType,
  isAbstractType,
  isInterfaceType,
  Kind,
  TypeInfo,
  visit,
  visitWithTypeInfo,
} from 'graphql';

/**
 * Types around which Apollo's planner cannot plan `@defer`: interfaces that a subgraph knows as objects, and all that
 * may be one. There it fails, or goes on for minutes.
 */
export function undeferrableTypes(schema: GraphQLSchema): ReadonlySet<string> {
  const types = Object.values(schema.getTypeMap());
  const interfaces = types
    .filter(isInterfaceType)
    .filter(({ astNode }) => astNode?.directives?.some(isInterfaceObject));
  const names = new Set(interfaces.flatMap((each) => [each, ...schema.getPossibleTypes(each)]).map(({ name }) => name));
  for (const type of types.filter(isAbstractType)) {
    if (schema.getPossibleTypes(type).some(({ name }) => names.has(name))) names.add(type.name);
  }
  return names;
}

/** Whether a document selects an object of one of those types. */
export function selectsSome(types: ReadonlySet<string>, schema: GraphQLSchema, document: DocumentNode): boolean {
  if (types.size === 0) return false;
  let found = false;
  const info = new TypeInfo(schema);
  const look = () => {
    const type = getNamedType(info.getType());
    found ||= type !== undefined && type !== null && types.has(type.name);
  };
  visit(document, visitWithTypeInfo(info, { [Kind.FIELD]: look, [Kind.INLINE_FRAGMENT]: look }));
  return found;
}

function isInterfaceObject({ arguments: given }: ConstDirectiveNode): boolean {
  return Boolean(
    given?.some(({ name, value }) => name.value === 'isInterfaceObject' && value.kind === Kind.BOOLEAN && value.value),
  );
}
