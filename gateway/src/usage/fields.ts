import { type DocumentNode, type GraphQLSchema, TypeInfo, visit, visitWithTypeInfo } from 'graphql';

/** The coordinates (`Type.field`) that a valid document selects, each once. */
export function fieldsOf(schema: GraphQLSchema, document: DocumentNode): readonly string[] {
  const fields = new Set<string>();
  const info = new TypeInfo(schema);
  visit(
    document,
    visitWithTypeInfo(info, {
      Field({ name }) {
        const parent = info.getParentType();
        if (parent && !name.value.startsWith('__') && !parent.name.startsWith('__')) {
          fields.add(`${parent.name}.${name.value}`);
        }
      },
    }),
  );
  return [...fields];
}
