import {
  type GraphQLCompositeType,
  type GraphQLField,
  type GraphQLInputType,
  type GraphQLSchema,
  getNamedType,
  getNullableType,
  isCompositeType,
  isEnumType,
  isNonNullType,
  isObjectType,
} from 'graphql';

/** An operation that a tape of numbers decides; a shorter tape gives a smaller operation, so that failures shrink. */
export function operationFrom(schema: GraphQLSchema, tape: readonly number[]): string {
  let position = 0;
  const choose = (options: number): number => {
    const number = tape[position] ?? 0;
    position += 1;
    return number % options;
  };
  const pick = <Item>(items: readonly Item[]): Item => {
    const item = items[choose(items.length)];
    if (item === undefined) throw new Error('There is nothing to pick from.');
    return item;
  };

  const literal = (type: GraphQLInputType): string => {
    const plain = getNullableType(type);
    if (isEnumType(plain)) return pick(plain.getValues()).name;
    if (String(plain) === 'ID') return `"${1 + choose(6)}"`;
    if (String(plain) === 'String') return pick(['"MXN"', '"USD"']);
    return String(choose(4));
  };
  const call = ({ args }: GraphQLField<unknown, unknown>): string => {
    const given = args.flatMap(({ name, type, defaultValue }) => {
      if ((!isNonNullType(type) || defaultValue !== undefined) && choose(2) === 0) return [];
      return `${name}: ${String(type) === 'Int' && choose(3) === 1 ? '$n' : literal(type)}`;
    });
    return given.length > 0 ? `(${given.join(' ')})` : '';
  };
  const condition = () =>
    pick(['', '', '', '', '', '@skip(if: $x)', '@include(if: $x)', '@skip(if: $y)', '@include(if: true)']);

  const selection = (type: GraphQLCompositeType, depth: number): string => {
    const count = 1 + choose(4);
    const parts = Array.from({ length: count }, () => part(type, depth));
    return `{ ${parts.join(' ')} }`;
  };
  const part = (type: GraphQLCompositeType, depth: number): string => {
    const fields = 'getFields' in type ? Object.values(type.getFields()) : [];
    const kind = choose(8);
    if (kind === 0) return `${choose(3) === 1 ? 'kind: ' : ''}__typename`;
    if (fields.length === 0 || kind === 1 || kind === 2) return fragment(type, depth);
    const leaves = fields.filter((each) => !isCompositeType(getNamedType(each.type)));
    const field = pick(depth > 0 || leaves.length === 0 ? fields : leaves);
    const alias = choose(6) === 1 ? `${pick(['a', 'b', 'title', 'price', 'id', 'minutes', 'email'])}: ` : '';
    const inner = getNamedType(field.type);
    const below = isCompositeType(inner) ? (depth > 0 ? selection(inner, depth - 1) : '{ __typename }') : '';
    return `${alias}${field.name}${call(field)} ${condition()} ${below}`;
  };
  const fragment = (type: GraphQLCompositeType, depth: number): string => {
    const under = isObjectType(type) ? [type, ...type.getInterfaces()] : [type, ...schema.getPossibleTypes(type)];
    const on = pick(under);
    const defer = pick(['', '', '', '', '@defer', '@defer(if: $x)', '@defer(if: $y, label: "y")']);
    return `... ${choose(4) === 1 && on === type ? '' : `on ${on.name}`} ${condition()} ${defer} ${depth > 0 ? selection(on, depth - 1) : '{ __typename }'}`;
  };

  const query = schema.getQueryType();
  if (!query) throw new Error('There is no query type.');
  const body = selection(query, 4);
  const used = ['$x: Boolean!', '$y: Boolean = false', '$n: Int = 1'].filter((each) => body.includes(each.slice(0, 2)));
  return `query ${used.length > 0 ? `(${used.join(' ')})` : ''} ${body}`;
}
