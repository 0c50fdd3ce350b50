import {
  coerceInputValue,
  GraphQLError,
  type GraphQLInputType,
  type GraphQLSchema,
  getVariableValues,
  isInputObjectType,
  isInputType,
  isListType,
  isNonNullType,
  isScalarType,
  isSpecifiedScalarType,
  type OperationDefinitionNode,
  typeFromAST,
} from 'graphql';

/** Objects and lists in each other; whoever writes them out calls itself for each. */
const MOST_LEVELS = 64;

/** The coerced variables of an operation, or one `BAD_USER_INPUT` per mistake with the path to the input field. */
export function coerceVariables(
  schema: GraphQLSchema,
  operation: OperationDefinitionNode,
  variables: Record<string, unknown>,
  hideSuggestions = false,
): { values: Record<string, unknown> } | { errors: GraphQLError[] } {
  const definitions = operation.variableDefinitions ?? [];
  let hasLongNumber = false;
  const unreadable = definitions.flatMap(({ variable: { name } }) => {
    const found = survey(variables[name.value], MOST_LEVELS);
    hasLongNumber ||= found === LONG_NUMBER;
    return typeof found === 'string' ? [badInput(`"${name.value}" ${found}.`, [name.value])] : [];
  });
  if (unreadable.length > 0) return { errors: unreadable };
  const given = hasLongNumber ? withLongNumbers(schema, definitions, variables) : variables;
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
  const mistakes = [...located, ...missing];
  return { errors: mistakes.length > 0 ? mistakes : errors.map(({ message }) => badInput(message, [])) };
}

const LONG_NUMBER = Symbol('a number that was kept digit by digit');

/** What is wrong with a value whatever its type is, or that it has a long number. */
function survey(value: unknown, levels: number): string | typeof LONG_NUMBER | undefined {
  if (typeof value === 'number') return Number.isFinite(value) ? undefined : 'has a number that is too large';
  if (typeof value !== 'object' || value === null) return undefined;
  if (JSON.isRawJSON(value)) return LONG_NUMBER;
  if (levels === 0) return `has more than ${MOST_LEVELS} levels`;
  let found: ReturnType<typeof survey>;
  for (const inner of Object.values(value)) {
    const next = survey(inner, levels - 1);
    if (typeof next === 'string') return next;
    found ??= next;
  }
  return found;
}

/** Numbers that were kept digit by digit, as the type wants them: text for an id, a double for a Float, digits for a scalar that we do not know. */
function withLongNumbers(
  schema: GraphQLSchema,
  definitions: NonNullable<OperationDefinitionNode['variableDefinitions']>,
  variables: Record<string, unknown>,
): Record<string, unknown> {
  const given = { ...variables };
  for (const { variable, type: node } of definitions) {
    const name = variable.name.value;
    const type = typeFromAST(schema, node);
    if (isInputType(type) && name in given) given[name] = asType(given[name], type);
  }
  return given;
}

function asType(value: unknown, type: GraphQLInputType): unknown {
  if (isNonNullType(type)) return asType(value, type.ofType);
  if (isListType(type)) {
    return Array.isArray(value) ? value.map((each) => asType(each, type.ofType)) : asType(value, type.ofType);
  }
  if (JSON.isRawJSON(value)) {
    if (isScalarType(type) && !isSpecifiedScalarType(type)) return value;
    const { rawJSON: digits } = value;
    if (type.name !== 'ID') return Number(digits);
    return /^-?\d+$/.test(digits) ? digits : value;
  }
  if (!isInputObjectType(type) || typeof value !== 'object' || value === null) return value;
  const fields = type.getFields();
  return Object.fromEntries(
    Object.entries(value).map(([name, inner]) => [name, fields[name] ? asType(inner, fields[name].type) : inner]),
  );
}

function badInput(message: string, path: readonly (string | number)[]): GraphQLError {
  return new GraphQLError(message, { extensions: { code: 'BAD_USER_INPUT', path, http: { status: 400 } } });
}
