import { parseExact } from '@mycelium/kit/exact-json';
import {
  BREAK,
  type DocumentNode,
  type GraphQLInputType,
  type GraphQLScalarType,
  type GraphQLSchema,
  getNamedType,
  isScalarType,
  isSpecifiedScalarType,
  Kind,
  parseType,
  TypeInfo,
  type ValueNode,
  visit,
  visitWithTypeInfo,
} from 'graphql';

/** What the names of variables begin with that stand for literals; a number follows. */
export const LITERAL = 'longLiteral__';

/** Digits that every double holds. */
const HELD = 15;

/**
 * Puts variables in the place of literals whose numbers a double does not hold: the planner would read them as doubles.
 * Only a scalar that we do not know has such.
 */
export function liftLongLiterals(
  schema: GraphQLSchema,
  document: DocumentNode,
): { document: DocumentNode; valuesOf(variables: Record<string, unknown>): Record<string, unknown> } {
  if (!hasLongNumber(document)) return { document, valuesOf: () => ({}) };
  const lifted = new Map<string, { type: GraphQLInputType; node: ValueNode }>();
  const types = new TypeInfo(schema);
  const lift = (node: ValueNode): ValueNode | undefined => {
    const type = types.getInputType();
    if (!type || !isUnknownScalar(getNamedType(type)) || !hasLongNumber(node)) return undefined;
    const name = `${LITERAL}${lifted.size}`;
    lifted.set(name, { type, node });
    return { kind: Kind.VARIABLE, name: { kind: Kind.NAME, value: name } };
  };
  const without = visit(
    document,
    visitWithTypeInfo(types, {
      // Where a variable has its default, its value is sent anyway.
      [Kind.VARIABLE_DEFINITION]: () => false,
      [Kind.INT]: lift,
      [Kind.FLOAT]: lift,
      [Kind.LIST]: lift,
      [Kind.OBJECT]: lift,
    }),
  );
  const definitions = [...lifted].map(([name, { type }]) => ({
    kind: Kind.VARIABLE_DEFINITION as const,
    variable: { kind: Kind.VARIABLE as const, name: { kind: Kind.NAME as const, value: name } },
    type: parseType(String(type)),
  }));
  return {
    document: visit(without, {
      [Kind.OPERATION_DEFINITION]: ({ variableDefinitions = [], ...operation }) => ({
        ...operation,
        variableDefinitions: [...variableDefinitions, ...definitions],
      }),
    }),
    valuesOf: (variables) =>
      Object.fromEntries([...lifted].map(([name, { node }]) => [name, literalValue(node, variables)])),
  };
}

/** Literals of scalars that we do not know are read digit by digit, the default values of variables among them. */
export function readLiteralsExactly(schema: GraphQLSchema): void {
  for (const type of Object.values(schema.getTypeMap())) {
    if (isUnknownScalar(type)) type.parseLiteral = (node, variables) => literalValue(node, variables ?? {});
  }
}

function literalValue(node: ValueNode, variables: Record<string, unknown>): unknown {
  if (node.kind === Kind.INT || node.kind === Kind.FLOAT) return parseExact(node.value);
  if (node.kind === Kind.NULL) return null;
  if (node.kind === Kind.VARIABLE) return variables[node.name.value];
  if (node.kind === Kind.LIST) return node.values.map((value) => literalValue(value, variables));
  if (node.kind !== Kind.OBJECT) return node.value;
  return Object.fromEntries(node.fields.map(({ name, value }) => [name.value, literalValue(value, variables)]));
}

function hasLongNumber(node: DocumentNode | ValueNode): boolean {
  let found = false;
  const look = ({ value }: { value: string }): typeof BREAK | undefined => {
    found = value.length > HELD;
    return found ? BREAK : undefined;
  };
  visit(node, { [Kind.INT]: look, [Kind.FLOAT]: look });
  return found;
}

function isUnknownScalar(type: unknown): type is GraphQLScalarType {
  return isScalarType(type) && !isSpecifiedScalarType(type);
}
