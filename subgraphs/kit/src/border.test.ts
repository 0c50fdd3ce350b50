import { DateTime, MinorUnits, Settings } from '@mycelium/schema/scalars';
import { buildSchema, type ExecutionResult, graphql, parse, subscribe } from 'graphql';
import { expect, test } from 'vitest';
import { guardArguments } from './border.ts';

const schema = buildSchema(`
  scalar DateTime
  scalar Settings
  scalar MinorUnits
  enum Size { SMALL LARGE }
  input Dish { name: String, names: [String!], id: ID, since: DateTime, facts: Settings, size: Size, side: Dish, price: MinorUnits }
  type Taco { salsa(name: String): String }
  type Query { take(input: Dish, dishes: [Dish!], at: DateTime, first: Int = 5): String, taco: Taco }
  type Subscription { taken(name: String): String }
`);
Object.assign(schema.getType('DateTime') ?? {}, DateTime.toConfig());
Object.assign(schema.getType('Settings') ?? {}, Settings.toConfig());
Object.assign(schema.getType('MinorUnits') ?? {}, MinorUnits.toConfig());
const query = schema.getQueryType()?.getFields();
if (query?.take && query.taco) {
  query.take.resolve = (_source, args) => JSON.stringify(args);
  query.taco.resolve = () => ({ salsa: 'verde' });
}
const taken = schema.getSubscriptionType()?.getFields().taken;
if (taken)
  taken.subscribe = async function* () {
    yield { taken: 'x' };
  };
guardArguments(schema);

const TAKE = 'query ($input: Dish, $dishes: [Dish!], $at: DateTime) { take(input: $input, dishes: $dishes, at: $at) }';

function refusalIn({ errors }: ExecutionResult): unknown {
  const { code, path, reason } = errors?.[0]?.extensions ?? {};
  return code === 'BAD_USER_INPUT' ? [reason, path] : errors;
}
const ask = async (source: string, variableValues?: Record<string, unknown>) =>
  refusalIn(await graphql({ schema, source, variableValues }));

const deep = (levels: number): unknown => JSON.parse(`${'[{"a":'.repeat(levels / 2)}1${'}]'.repeat(levels / 2)}`);

test.each<[string, Record<string, unknown>, unknown]>([
  ['a NUL', { input: { name: 'a\0' } }, ['BROKEN_TEXT', ['input', 'name']]],
  ['half an emoji', { input: { name: '\ud83d' } }, ['BROKEN_TEXT', ['input', 'name']]],
  ['a NUL in a list', { input: { names: ['a', 'b\0'] } }, ['BROKEN_TEXT', ['input', 'names', 1]]],
  [
    'a NUL within the same type',
    { dishes: [{}, { side: { id: '\0' } }] },
    ['BROKEN_TEXT', ['dishes', 1, 'side', 'id']],
  ],
  ['no moment', { input: { since: 'yesterday' } }, ['WRONG_FORM', ['input', 'since']]],
  ['a number as moment', { at: 5 }, ['WRONG_FORM', ['at']]],
  ['a list as settings', { input: { facts: [] } }, ['WRONG_FORM', ['input', 'facts']]],
  ['a NUL in settings', { input: { facts: { a: [{ b: '\0' }] } } }, ['BROKEN_TEXT', ['input', 'facts', 'a', 0, 'b']]],
  ['a NUL in a key', { input: { facts: { a: { '\0': 1 } } } }, ['BROKEN_TEXT', ['input', 'facts', 'a']]],
  ['2^53', { input: { facts: { n: 2 ** 53 } } }, ['INEXACT_NUMBER', ['input', 'facts', 'n']]],
  ['an amount of 2^53', { input: { price: 2 ** 53 } }, ['INEXACT_NUMBER', ['input', 'price']]],
  [
    'an amount whose digits were kept',
    { dishes: [{ price: JSON.rawJSON('-9007199254740993') }] },
    ['INEXACT_NUMBER', ['dishes', 0, 'price']],
  ],
  ['half a cent', { input: { price: 0.5 } }, ['NOT_WHOLE', ['input', 'price']]],
  ['a text as amount', { input: { price: '450' } }, ['WRONG_FORM', ['input', 'price']]],
  [
    'too much text',
    { input: { facts: { a: 'x'.repeat(600_000), b: 'x'.repeat(600_000) } } },
    ['TOO_LONG', ['input', 'facts']],
  ],
])('%s is refused by its path', async (_name, variables, refusal) => {
  expect(await ask(TAKE, variables)).toEqual(refusal);
});

test('64 levels are taken, and what has more is refused however deep it is', async () => {
  expect(await ask(TAKE, { input: { facts: { a: deep(62) } } })).toBeUndefined();
  expect(await ask(TAKE, { input: { facts: { a: deep(64) } } })).toMatchObject(['TOO_DEEP', { length: 66 }]);
  expect(await ask(TAKE, { input: { facts: { a: deep(20_000) } } })).toMatchObject(['TOO_DEEP', { length: 66 }]);
});

test('what stands in the document is read like a variable', async () => {
  expect(await ask('{ take(at: "2026-02-30T00:00:00Z") }')).toEqual(['WRONG_FORM', ['at']]);
  expect(await ask('{ take(at: 1764000000000) }')).toEqual(['WRONG_FORM', ['at']]);
  expect(await ask('{ take(input: { price: 9007199254740993 }) }')).toEqual(['INEXACT_NUMBER', ['input', 'price']]);
  expect(await ask('{ take(input: { price: 0.99999999999999999999 }) }')).toEqual(['NOT_WHOLE', ['input', 'price']]);
  expect(await ask('{ take(input: { price: -9007199254740991 }) }')).toBeUndefined();
  expect(await ask('{ take(input: { name: "\\u0000" }) }')).toEqual(['BROKEN_TEXT', ['input', 'name']]);
  expect(await ask('{ take(input: { facts: { n: 9007199254740993 } }) }')).toEqual([
    'INEXACT_NUMBER',
    ['input', 'facts', 'n'],
  ]);
  expect(await ask('{ taco { salsa(name: "\\ud83d\\ude00") } }')).toBeUndefined();
  expect(await ask('{ taco { salsa(name: "\\u0000") } }')).toEqual(['BROKEN_TEXT', ['name']]);
});

test('what can be kept is taken as it is', async () => {
  const facts = {
    text: 'ñ 👩‍👩‍👧‍👦 \t\n \u202e',
    n: [2 ** 53 - 1, -0.1, 1e-300],
    none: null,
    '': {},
    ['__proto__']: 1,
  };
  const input = { name: "Robert'); drop table--", since: '2026-11-20T18:30:00+01:00', facts, size: 'SMALL' };
  const { data } = await graphql({ schema, source: TAKE, variableValues: { input } });
  expect(JSON.parse(String(data?.take))).toEqual({ input: { ...input, since: '2026-11-20T17:30:00.000Z' }, first: 5 });
});

test('a subscription is refused before it begins', async () => {
  const document = parse('subscription ($name: String) { taken(name: $name) }');
  const refused = await subscribe({ schema, document, variableValues: { name: '\0' } });
  expect(Symbol.asyncIterator in refused ? 'it began' : refusalIn(refused)).toEqual(['BROKEN_TEXT', ['name']]);
});
