import {
  type GraphQLArgument,
  type GraphQLField,
  type GraphQLOutputType,
  getNamedType,
  isInterfaceType,
  isLeafType,
  isObjectType,
  isRequiredArgument,
} from 'graphql';

type Arguments = Record<string, unknown>;

/** An operation that asks one root field for what can be asked of it without knowing more, some levels down. */
export function operationOf(
  kind: 'query' | 'mutation' | 'subscription',
  { name, args, type }: GraphQLField<unknown, unknown>,
  given: Arguments,
  levels: number,
): string {
  const used = args.filter((arg) => arg.name in given);
  const variables = used.map((arg) => `$${arg.name}: ${arg.type}`).join(', ');
  const passed = used.map((arg) => `${arg.name}: $${arg.name}`).join(', ');
  return `${kind} ${variables && `(${variables})`} { ${name}${passed && `(${passed})`} ${selectionOf(type, levels)} }`;
}

function selectionOf(type: GraphQLOutputType, levels: number): string {
  const named = getNamedType(type);
  if (isLeafType(named)) return '';
  if (!isObjectType(named) && !isInterfaceType(named)) return '{ __typename }';
  const fields = Object.values(named.getFields()).filter(({ args }) => !args.some(isRequiredArgument));
  const selected = fields.flatMap(({ name, type: of, args }) => {
    if (isLeafType(getNamedType(of))) return [name];
    return levels > 0 ? [`${name}${fewOf(args)} ${selectionOf(of, levels - 1)}`] : [];
  });
  return `{ __typename ${selected.join(' ')} }`;
}

/** A small page, so that much can be asked without costing much. */
function fewOf(args: readonly GraphQLArgument[]): string {
  return args.some(({ name }) => name === 'first') ? '(first: 2)' : '';
}
