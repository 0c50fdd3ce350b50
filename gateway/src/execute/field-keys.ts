import {
  type DocumentNode,
  type FieldNode,
  type GraphQLSchema,
  Kind,
  print,
  TypeInfo,
  type ValueNode,
  visit,
  visitWithTypeInfo,
} from 'graphql';

/** An operation as it is planned, and the key under which the answer to each of the client's fields comes. */
export interface FieldKeys {
  document: DocumentNode;
  keyOf(field: FieldNode): string;
}

/**
 * Takes the client's aliases out of an operation. The planner looks for what `@key` and `@requires` need under the
 * names of fields, and would take an alias of that name, or a field with other arguments, for it. So a field that
 * takes no arguments comes under its name, and one that does under a key of its own for each set of arguments.
 */
export function nameFields(schema: GraphQLSchema, document: DocumentNode): FieldKeys {
  const keys = new Map<FieldNode, string>();
  const numbers = new Map<string, number>();
  const types = new TypeInfo(schema);

  const chooseKey = (field: FieldNode): string => {
    const name = field.name.value;
    // The one root field of a subscription collides with nothing, and its refusal is told upstream's way.
    if (types.getParentType() === schema.getSubscriptionType()) return (field.alias ?? field.name).value;
    if (!types.getFieldDef()?.args.length) return name;
    const call = `${name}(${[...(field.arguments ?? [])]
      .sort((one, other) => compare(one.name.value, other.name.value))
      .map((argument) => `${argument.name.value}: ${normal(argument.value)}`)
      .join()})`;
    const number = numbers.get(call) ?? numbers.size;
    numbers.set(call, number);
    return `${name}__${number}`;
  };

  const renamed = visit(
    document,
    visitWithTypeInfo(types, {
      [Kind.FIELD](field) {
        const name = field.name.value;
        if (name === '__schema' || name === '__type') {
          keys.set(field, `${name} ${(field.alias ?? field.name).value}`);
          return undefined;
        }
        const key = chooseKey(field);
        keys.set(field, key);
        return { ...field, alias: key === name ? undefined : { kind: Kind.NAME, value: key } };
      },
    }),
  );
  return { document: renamed, keyOf: (field) => keys.get(field) ?? field.name.value };
}

function normal(value: ValueNode): string {
  return print(
    visit(value, {
      [Kind.OBJECT]: (object) => ({
        ...object,
        fields: [...object.fields].sort((one, other) => compare(one.name.value, other.name.value)),
      }),
    }),
  );
}

function compare(one: string, other: string): number {
  return one < other ? -1 : 1;
}
