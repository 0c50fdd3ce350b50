import {
  type DocumentNode,
  type GraphQLInputType,
  type GraphQLSchema,
  getNamedType,
  getNullableType,
  isInputObjectType,
  isListType,
  Kind,
  type OperationDefinitionNode,
  typeFromAST,
  valueFromAST,
  visit,
} from 'graphql';
import { conditionOf, isSelecting } from '../conditions.ts';
import { ASSUMED_LIST_SIZE, compileCost } from './cost.ts';
import type { Variables } from './term.ts';
import type { Weights } from './weights.ts';

/**
 * What an operation costs before anybody has sent variables, by the gateway's own calculator. Everything that a variable could skip is
 * there; a variable has its default; one without slices nothing, so that the default of its argument counts, or is an input with
 * all its fields and lists of ten. Infinity when it is not worth an estimate.
 */
export function assumedCost(
  schema: GraphQLSchema,
  weights: Weights,
  document: DocumentNode,
  operation: OperationDefinitionNode,
): number {
  const whole: DocumentNode = visit(document, {
    [Kind.DIRECTIVE]: (directive) =>
      isSelecting(directive) && conditionOf(directive)?.kind === Kind.VARIABLE ? null : undefined,
  });
  const definition = whole.definitions.find(({ kind }) => kind === operation.kind);
  if (definition?.kind !== Kind.OPERATION_DEFINITION) return 0;
  return compileCost(schema, weights, whole, definition)(assumedVariables(schema, operation)).total;
}

function assumedVariables(schema: GraphQLSchema, { variableDefinitions = [] }: OperationDefinitionNode): Variables {
  return Object.fromEntries(
    variableDefinitions.map(({ variable, type: node, defaultValue }) => {
      const type = typeFromAST(schema, node) as GraphQLInputType | undefined;
      const value = type && (defaultValue ? valueFromAST(defaultValue, type) : assumedValue(type, []));
      return [variable.name.value, value];
    }),
  );
}

function assumedValue(type: GraphQLInputType, around: readonly string[]): unknown {
  const nullable = getNullableType(type);
  if (isListType(nullable)) {
    const each = assumedValue(nullable.ofType, around);
    return each === undefined ? undefined : Array.from({ length: ASSUMED_LIST_SIZE }, () => each);
  }
  const named = getNamedType(nullable);
  // A number may slice a list, which is then as long as it is by default.
  if (!isInputObjectType(named)) return named.name === 'Int' ? undefined : '';
  if (around.includes(named.name)) return undefined;
  return Object.fromEntries(
    Object.values(named.getFields()).map((field) => [field.name, assumedValue(field.type, [...around, named.name])]),
  );
}
