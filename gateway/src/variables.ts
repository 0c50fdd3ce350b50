import {
  coerceInputValue,
  GraphQLError,
  type GraphQLSchema,
  getVariableValues,
  isInputType,
  type OperationDefinitionNode,
  typeFromAST,
} from 'graphql';

/** Objects and lists in each other; whoever writes them out calls itself for each. */
const MOST_LEVELS = 64;

/** The coerced variables of an operation, or one `BAD_USER_INPUT` per mistake with the path to the input field. */
export function coerceVariables(
  schema: GraphQLSchema,
  operation: OperationDefinitionNode,
  given: Record<string, unknown>,
  hideSuggestions = false,
): { values: Record<string, unknown> } | { errors: GraphQLError[] } {
  const definitions = operation.variableDefinitions ?? [];
  const deep = definitions
    .map(({ variable }) => variable.name.value)
    .filter((name) => isDeeper(given[name], MOST_LEVELS));
  if (deep.length > 0) {
    return { errors: deep.map((name) => badInput(`"${name}" has more than ${MOST_LEVELS} levels.`, [name])) };
  }
  const { coerced, errors } = getVariableValues(schema, definitions, given, { maxErrors: 20, hideSuggestions });
  if (coerced) return { values: coerced };

  const located = definitions.flatMap((definition) => {
    const name = definition.variable.name.value;
    const type = typeFromAST(schema, definition.type);
    const value = given[name];
    if (!isInputType(type) || value === undefined || value === null) return [];
    const mistakes: GraphQLError[] = [];
    const note: Parameters<typeof coerceInputValue>[2] = (path, _value, error) => {
      mistakes.push(
        badInput(`${error.message.replace(/\.$/, '')} at "${[name, ...path].join('.')}".`, [name, ...path]),
      );
    };
    coerceInputValue(value, type, note, hideSuggestions);
    return mistakes;
  });
  const missing = errors
    .filter(({ message }) => /of (required|non-null) type/.test(message))
    .map(({ message }) => badInput(message, [/^Variable "\$(\w+)"/.exec(message)?.[1] ?? '']));
  const found = [...located, ...missing];
  return { errors: found.length > 0 ? found : errors.map(({ message }) => badInput(message, [])) };
}

function isDeeper(value: unknown, levels: number): boolean {
  if (typeof value !== 'object' || value === null) return false;
  return levels === 0 || Object.values(value).some((each) => isDeeper(each, levels - 1));
}

function badInput(message: string, path: readonly (string | number)[]): GraphQLError {
  return new GraphQLError(message, { extensions: { code: 'BAD_USER_INPUT', path, http: { status: 400 } } });
}
