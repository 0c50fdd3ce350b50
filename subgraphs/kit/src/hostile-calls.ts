import {
  type GraphQLArgument,
  type GraphQLField,
  type GraphQLInputField,
  type GraphQLInputType,
  type GraphQLOutputType,
  type GraphQLSchema,
  getNamedType,
  getNullableType,
  isEnumType,
  isInputObjectType,
  isLeafType,
  isListType,
  isNonNullType,
  isObjectType,
} from 'graphql';
import { v7 as uuidv7 } from 'uuid';

/** A call in which one value is not as it should be. */
export interface HostileCall {
  /** What is called with what, as the name of a test. */
  name: string;
  kind: 'query' | 'mutation' | 'subscription';
  query: string;
  variables: Record<string, unknown>;
  /** Where the value is, from the operation's arguments. */
  path: (string | number)[];
  /** Whether no subgraph may take it; else it is answered like any other. */
  isRefused: boolean;
}

type Values = Record<string, unknown>;
const nested = (levels: number): unknown => JSON.parse(`${'{"a":'.repeat(levels)}1${'}'.repeat(levels)}`);

const brokenTexts: Values = { NUL: 'a\u0000b', 'half an emoji': 'a\ud83d' };

/** What is refused wherever it stands. */
const refused: Record<string, Values> = {
  String: brokenTexts,
  ID: brokenTexts,
  Cursor: brokenTexts,
  DateTime: {
    word: 'yesterday',
    day: '2026-11-20',
    '30 February': '2026-02-30T00:00:00Z',
    'far future': '+275760-09-13T00:00:00.000Z',
    'before Christ': '-000100-01-01T00:00:00Z',
    'before 1970': '1969-12-31T23:59:59Z',
    number: 5,
    NUL: '\u0000',
  },
  MinorUnits: {
    '2^53 + 1': Number('9007199254740993'),
    'digits that were kept': JSON.rawJSON('-9007199254740993'),
    'half a cent': 0.5,
    text: '450',
    list: [450, 1],
    infinity: Number.POSITIVE_INFINITY,
  },
  Settings: {
    'NUL in a text': { a: 'b\u0000' },
    'NUL in a key': { 'a\u0000': 1 },
    'half an emoji in a list': { a: ['\ud83d'] },
    '65 levels': nested(65),
    '1,100 levels': nested(1_100),
    '2^53 + 1': { n: Number('9007199254740993') },
    'digits that were kept': { n: JSON.rawJSON('0.12345678901234567890') },
    infinity: { n: Number.POSITIVE_INFINITY },
    text: 'text',
    list: [],
  },
};

/** What may be taken or refused, and is answered in any case. */
const odd: Record<string, Values> = {
  String: { quote: "Robert'); drop table--\\", long: 'x'.repeat(20_000), 'an empty list as cursor': 'W10' },
  ID: { empty: '', 'no UUID': 'nope', 'nearly a UUID': '00000000-0000-4000-8000-00000000000g' },
  Cursor: { word: 'zzz', 'far future': '9999999999999999-9999999999' },
  DateTime: { 'the last': '9999-12-31T23:59:59.999Z' },
  Settings: { '64 levels': nested(64), prototype: JSON.parse('{"__proto__":{"a":1},"constructor":1}') },
  Int: { least: -(2 ** 31), largest: 2 ** 31 - 1 },
  Float: { large: 1e300 },
  MinorUnits: { least: Number.MIN_SAFE_INTEGER, largest: Number.MAX_SAFE_INTEGER },
};

/** Every argument and input field of the schema with every value that a hostile client would try. `known` are ids that stand where they fit: `tenantId` and the like. */
export function* hostileCalls(schema: GraphQLSchema, known: Record<string, string> = {}): Generator<HostileCall> {
  const roots = [
    ['query', schema.getQueryType()],
    ['mutation', schema.getMutationType()],
    ['subscription', schema.getSubscriptionType()],
  ] as const;
  for (const [kind, type] of roots) {
    for (const field of Object.values(type?.getFields() ?? {})) {
      if (field.name.startsWith('_')) continue;
      yield* callsOf(field, known, (call) => ({ kind, ...call }));
    }
  }
  // What another subgraph owns is reached by its key.
  const tenant = schema.getType('Tenant');
  if (!isObjectType(tenant)) return;
  for (const field of Object.values(tenant.getFields())) {
    if (field.args.length === 0) continue;
    yield* callsOf(field, known, ({ head, selection, variables, ...call }) => ({
      kind: 'query',
      head: ['$tenants: [_Any!]!', ...head],
      selection: `_entities(representations: $tenants) { ... on Tenant { ${selection} } }`,
      variables: { ...variables, tenants: [{ __typename: 'Tenant', id: known.tenantId }] },
      ...call,
    }));
  }
}

interface Draft extends Omit<HostileCall, 'query' | 'kind'> {
  kind?: HostileCall['kind'];
  head: string[];
  selection: string;
}

function* callsOf(
  field: GraphQLField<unknown, unknown>,
  known: Record<string, string>,
  around: (draft: Draft) => Draft & { kind: HostileCall['kind'] },
): Generator<HostileCall> {
  for (const { path, leaf } of leavesOf(field.args)) {
    for (const [isRefused, values] of [[true, refused[leaf]] as const, [false, odd[leaf]] as const]) {
      for (const [label, value] of Object.entries(values ?? {})) {
        const variables = argumentsWith(field.args, known, path, value);
        const given = field.args.filter(({ name }) => name in variables);
        const head = given.map(({ name, type }) => `$${name}: ${type}`);
        const args = given.map(({ name }) => `${name}: $${name}`).join(', ');
        const selection = `${field.name}(${args}) ${selectionOf(field.type)}`;
        const name = `${field.name}(${path.join('.')}: ${label})`;
        const {
          head: heads,
          selection: whole,
          kind,
          ...call
        } = around({ name, head, selection, variables, path, isRefused });
        const variablesOfCall = heads.length > 0 ? `(${heads.join(', ')})` : '';
        yield { kind, query: `${kind} ${variablesOfCall} { ${whole} }`, ...call };
      }
    }
  }
}

type Fields = readonly (GraphQLArgument | GraphQLInputField)[];

/** Where a leaf stands: the way to it through input objects and into the first entry of lists. */
function leavesOf(fields: Fields, depth = 0): { path: (string | number)[]; leaf: string }[] {
  return fields.flatMap(({ name, type }) =>
    leavesAt(type, depth).map(({ path, leaf }) => ({ path: [name, ...path], leaf })),
  );
}

function leavesAt(type: GraphQLInputType, depth: number): { path: (string | number)[]; leaf: string }[] {
  const nullable = getNullableType(type);
  if (isListType(nullable))
    return leavesAt(nullable.ofType, depth).map(({ path, leaf }) => ({ path: [0, ...path], leaf }));
  if (isInputObjectType(nullable)) return depth > 3 ? [] : leavesOf(Object.values(nullable.getFields()), depth + 1);
  return [{ path: [], leaf: getNamedType(type).name }];
}

/** What the field demands, and a value at one place. */
function argumentsWith(
  fields: Fields,
  known: Record<string, string>,
  [name, ...rest]: readonly (string | number)[],
  value: unknown,
): Record<string, unknown> {
  const entries = fields.flatMap((field): [string, unknown][] => {
    if (field.name === name) return [[field.name, valueWith(field.type, field.name, known, rest, value)]];
    if (!isNonNullType(field.type) || field.defaultValue !== undefined) return [];
    return [[field.name, ordinary(field.type, field.name, known)]];
  });
  return Object.fromEntries(entries);
}

function valueWith(
  type: GraphQLInputType,
  name: string,
  known: Record<string, string>,
  path: readonly (string | number)[],
  value: unknown,
): unknown {
  const nullable = getNullableType(type);
  if (isListType(nullable)) return [valueWith(nullable.ofType, name, known, path.slice(1), value)];
  if (isInputObjectType(nullable)) return argumentsWith(Object.values(nullable.getFields()), known, path, value);
  return value;
}

const plain: Record<string, unknown> = {
  Int: 1,
  Float: 1,
  Boolean: true,
  MinorUnits: 1,
  String: 'crm',
  DateTime: '2026-11-20T18:30:00Z',
  Settings: {},
};

function ordinary(type: GraphQLInputType, name: string, known: Record<string, string>): unknown {
  const nullable = getNullableType(type);
  if (isListType(nullable)) return [ordinary(nullable.ofType, name, known)];
  if (isInputObjectType(nullable)) return argumentsWith(Object.values(nullable.getFields()), known, [], undefined);
  if (isEnumType(nullable)) return nullable.getValues()[0]?.name;
  return known[name] ?? plain[nullable.name] ?? uuidv7();
}

/** The leaves of a type, and those of what it has. */
function selectionOf(type: GraphQLOutputType, depth = 0): string {
  const named = getNamedType(type);
  if (isLeafType(named)) return '';
  if (!isObjectType(named)) return '{ __typename }';
  const fields = Object.values(named.getFields()).filter(
    ({ type: inner, args }) => args.length === 0 && (isLeafType(getNamedType(inner)) || depth < 2),
  );
  const selections = fields.map((field) => `${field.name} ${selectionOf(field.type, depth + 1)}`);
  return `{ __typename ${selections.join(' ')} }`;
}
