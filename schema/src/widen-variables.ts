import {
  type DocumentNode,
  type GraphQLSchema,
  getNamedType,
  Kind,
  TypeInfo,
  type TypeNode,
  visit,
  visitWithTypeInfo,
} from 'graphql';

const WIDE = 'MinorUnits';
const NARROW = 'Int';

/**
 * Amounts were `Int` once, and every `Int` is an amount: a variable that was declared as such, and stands only for amounts, is
 * read as `MinorUnits`, so that operations which were registered before stay valid. Others stay as they are.
 */
export function widenVariables(schema: GraphQLSchema, document: DocumentNode): DocumentNode {
  if (!schema.getType(WIDE) || !declaresNarrow(document)) return document;
  const asked = typesAsked(schema, document);
  const isWide = (name: string) => [...(asked.get(name) ?? [])].every((type) => type === WIDE) && asked.has(name);
  return visit(document, {
    [Kind.SELECTION_SET]: () => false,
    [Kind.VARIABLE_DEFINITION]: (definition) =>
      namedIn(definition.type) === NARROW && isWide(definition.variable.name.value)
        ? { ...definition, type: widened(definition.type) }
        : false,
  });
}

function declaresNarrow({ definitions }: DocumentNode): boolean {
  return definitions.some(
    (each) =>
      each.kind === Kind.OPERATION_DEFINITION &&
      each.variableDefinitions?.some(({ type }) => namedIn(type) === NARROW) === true,
  );
}

/** Under the name of each variable the types of the places where it stands, in whichever operation or fragment. */
function typesAsked(schema: GraphQLSchema, document: DocumentNode): Map<string, Set<string>> {
  const asked = new Map<string, Set<string>>();
  const types = new TypeInfo(schema);
  visit(
    document,
    visitWithTypeInfo(types, {
      [Kind.VARIABLE_DEFINITION]: () => false,
      [Kind.VARIABLE]: ({ name }) => {
        const type = types.getInputType();
        const known = asked.get(name.value) ?? new Set();
        asked.set(name.value, known.add(type ? getNamedType(type).name : ''));
      },
    }),
  );
  return asked;
}

function namedIn(type: TypeNode): string {
  return type.kind === Kind.NAMED_TYPE ? type.name.value : namedIn(type.type);
}

function widened<Type extends TypeNode>(type: Type): Type {
  if (type.kind === Kind.NAMED_TYPE) return { ...type, name: { ...type.name, value: WIDE } };
  return { ...type, type: widened(type.type) };
}
