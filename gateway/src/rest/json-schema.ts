import {
  type GraphQLInputType,
  type GraphQLOutputType,
  type GraphQLType,
  getNullableType,
  isEnumType,
  isInputObjectType,
  isListType,
  isNonNullType,
  isObjectType,
  type SelectionSetNode,
} from 'graphql';
import { type Binding, fieldsOf } from './binding.ts';

export type JsonSchema = Record<string, unknown>;

const scalars: Record<string, JsonSchema> = {
  Int: { type: 'integer' },
  Float: { type: 'number' },
  Boolean: { type: 'boolean' },
  DateTime: { type: 'string', format: 'date-time' },
  MinorUnits: { type: 'integer', minimum: Number.MIN_SAFE_INTEGER, maximum: Number.MAX_SAFE_INTEGER },
};

/** What a value must look like; input objects are put into `components`. */
export function inputSchema(type: GraphQLInputType, components: Record<string, JsonSchema>): JsonSchema {
  return orNull(type, (bare) => {
    if (isListType(bare)) return { type: 'array', items: inputSchema(bare.ofType, components) };
    if (!isInputObjectType(bare)) return leafSchema(bare);
    if (!components[bare.name]) {
      const fields = Object.values(bare.getFields());
      const component: JsonSchema = { type: 'object', additionalProperties: false };
      // It is known before its fields, which may lead back to it.
      components[bare.name] = component;
      component.description = bare.description ?? undefined;
      component.properties = Object.fromEntries(
        fields.map((field) => [
          field.name,
          described({ ...inputSchema(field.type, components), default: field.defaultValue }, field.description),
        ]),
      );
      component.required = fields
        .filter(({ type: each, defaultValue }) => isNonNullType(each) && defaultValue === undefined)
        .map(({ name }) => name);
    }
    return { $ref: `#/components/schemas/${bare.name}` };
  });
}

/** What an answer looks like: what is selected of a type. */
export function outputSchema(
  type: GraphQLOutputType,
  selections: SelectionSetNode | undefined,
  fragments: Binding['fragments'],
): JsonSchema {
  return orNull(type, (bare) => {
    if (isListType(bare)) return { type: 'array', items: outputSchema(bare.ofType, selections, fragments) };
    if (!selections) return leafSchema(bare);
    const properties = fieldsOf(selections, fragments).map((field): [string, JsonSchema] => {
      const key = (field.alias ?? field.name).value;
      const known = isObjectType(bare) ? bare.getFields()[field.name.value] : undefined;
      if (!known) return [key, {}];
      return [key, described(outputSchema(known.type, field.selectionSet, fragments), known.description)];
    });
    return {
      type: 'object',
      properties: Object.fromEntries(properties),
      required: [...new Set(properties.map(([key]) => key))],
    };
  });
}

function leafSchema(type: GraphQLType): JsonSchema {
  if (isEnumType(type)) return { type: 'string', enum: type.getValues().map(({ name }) => name) };
  return scalars[String(type)] ?? { type: 'string' };
}

function orNull<Type extends GraphQLType>(type: Type, schemaOf: (bare: Type) => JsonSchema): JsonSchema {
  const schema = schemaOf(getNullableType(type) as Type);
  if (isNonNullType(type)) return schema;
  return typeof schema.type === 'string' && !schema.enum
    ? { ...schema, type: [schema.type, 'null'] }
    : { anyOf: [schema, { type: 'null' }] };
}

function described(schema: JsonSchema, description: string | null | undefined): JsonSchema {
  return description ? { ...schema, description } : schema;
}
