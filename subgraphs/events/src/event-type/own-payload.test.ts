import { workedMs } from '@mycelium/schema/worked';
import { expect, test } from 'vitest';
import { compileSchema } from './compile-schema.ts';
import { limitTime } from './limit-time.ts';
import { checkTogether, ownPayload } from './own-payload.ts';

const SLOW = '^(a+)+$';
const text = `${'a'.repeat(100_000)}!`;
const levels = (count: number): Record<string, unknown> =>
  count === 0 ? { type: 'string' } : { type: 'object', properties: { a: levels(count - 1) } };

/** The first thing that is wrong with a payload. */
function wrongIn(schema: Record<string, unknown>, payload: unknown) {
  const [issue] = ownPayload(schema).safeParse(payload).error?.issues ?? [];
  return issue && { path: issue.path, ...(issue.code === 'custom' ? issue.params : {}) };
}

/** In milliseconds of work, as the limits are: on a busy machine more pass. */
function took(work: () => unknown): number {
  const begin = workedMs();
  work();
  return workedMs() - begin;
}

test.each([
  ['pattern', { properties: { s: { type: 'string', pattern: SLOW } } }, { s: text }],
  [
    'patternProperties',
    { patternProperties: { [SLOW]: { type: 'number' } }, additionalProperties: false },
    { [text]: 1 },
  ],
  ['propertyNames', { propertyNames: { pattern: SLOW } }, { [text]: 1 }],
  ['a pattern within anyOf', { anyOf: [{ properties: { s: { pattern: SLOW } } }] }, { s: text }],
  [
    'a pattern behind a $ref',
    { $defs: { t: { pattern: SLOW } }, properties: { s: { $ref: '#/$defs/t' } } },
    { s: text },
  ],
  [
    'a pattern of draft 7',
    { $schema: 'http://json-schema.org/draft-07/schema#', properties: { s: { pattern: SLOW } } },
    { s: text },
  ],
])('%s that would hold up everybody is checked in no time', (_, schema, payload) => {
  compileSchema(schema);
  expect(took(() => expect(wrongIn(schema, payload)).toBeDefined())).toBeLessThan(1_000);
});

const doubling = Object.fromEntries(
  Array.from({ length: 40 }, (_, n) => [`d${n}`, { anyOf: [1, 2].map(() => ({ $ref: `#/$defs/d${n + 1}` })) }]),
);
const objects = Array.from({ length: 20_000 }, (_, n) => ({ n }));

test.each([
  [
    'references that double',
    { properties: { s: { $ref: '#/$defs/d0' } }, $defs: { ...doubling, d40: { type: 'string' } } },
    { s: 1 },
  ],
  ['unique objects', { properties: { all: { uniqueItems: true } } }, { all: objects }],
])('%s are given up', (_, schema, payload) => {
  compileSchema(schema);
  expect(took(() => expect(wrongIn(schema, payload)).toMatchObject({ reason: 'TOO_SLOW' }))).toBeLessThan(1_000);
});

test('the payloads of one call share their time', () => {
  const schema = ownPayload({ properties: { all: { uniqueItems: true } } });
  const spent = took(() =>
    checkTogether(() => {
      for (let count = 0; count < 100; count += 1) schema.safeParse({ all: objects });
    }),
  );
  expect(spent).toBeLessThan(2_000);
  expect(schema.safeParse({ all: [1, 2] }).success).toBe(true);
});

test.each(['email', 'uri', 'uuid', 'date-time', 'duration', 'hostname', 'ipv6', 'base64', 'iban', 'emoji'])(
  'no text holds up the format %s',
  (format) => {
    const schema = { properties: { s: { type: 'string', format } } };
    const payload = ownPayload(schema);
    payload.safeParse({});
    for (const part of ['a', 'a.', 'A-', '1', ':', 'a@', 'P1', '0:', ' '])
      expect(took(() => payload.safeParse({ s: part.repeat(100_000) }))).toBeLessThan(500);
    expect(wrongIn(schema, { s: '\u0000' })).toMatchObject({
      path: ['s'],
      reason: format === 'email' ? 'NOT_EMAIL' : 'WRONG_FORM',
    });
  },
);

test.each<[string, Record<string, unknown>]>([
  ['a pattern that looks ahead', { pattern: '(?=a)b' }],
  ['a pattern that looks back', { pattern: '(a)\\1' }],
  ['a pattern that is none', { patternProperties: { '(': {} } }],
  ['a pattern that grows when it is written out', { pattern: '((a{99}){99}){99}' }],
  ['a $ref to the outside', { properties: { a: { $ref: 'http://127.0.0.1:1/x' } } }],
  ['a $ref to a file', { $ref: 'file:///etc/passwd' }],
  ['a $ref to what is not there', { $ref: '#/$defs/nowhere' }],
  ['a $ref to nothing but itself', { $ref: '#' }],
  ['what never comes to an end', { $ref: '#/$defs/d0', $defs: { ...doubling, d40: { type: 'string' } } }],
  ['a $dynamicRef', { $dynamicRef: '#x' }],
  ['an $async schema', { $async: true }],
  ['33 levels', levels(16)],
  ['a type that is none', { type: 'wurst' }],
])('%s is refused', (_, schema) => {
  expect(() => compileSchema(schema)).toThrow();
});

test.each<[Record<string, unknown>]>([
  [{ $ref: '#' }],
  [{ allOf: [{ $ref: '#' }] }],
  [{ $ref: '#/$defs/a', $defs: { a: { $ref: '#/$defs/b' }, b: { $ref: '#/$defs/a' } } }],
])('what refers to nothing but itself is told so: %j', (schema) => {
  expect(() => compileSchema(schema)).toThrow('a $ref leads back to where it stands');
});

test('what comes to no end with some payloads refuses these', () => {
  const schema = JSON.parse('{"if":{"properties":{"x":{"const":1}},"required":["x"]},"then":{"$ref":"#"}}');
  expect(wrongIn(schema, { x: 2 })).toBeUndefined();
  expect(wrongIn(schema, { x: 1 })).toMatchObject({ reason: 'NO_SCHEMA' });
});

test.each<[Record<string, unknown>, unknown, unknown]>([
  [{ required: ['a'] }, {}, { path: ['a'], reason: 'MISSING' }],
  [{ properties: { a: { type: 'integer' } } }, { a: 1.5 }, { path: ['a'], reason: 'NOT_WHOLE' }],
  [{ properties: { a: { minimum: 3 } } }, { a: 1 }, { path: ['a'], reason: 'TOO_SMALL', limit: 3 }],
  [
    { properties: { 'a/b': { items: { maxLength: 1 } } } },
    { 'a/b': ['xx'] },
    { path: ['a/b', '0'], reason: 'TOO_LONG' },
  ],
  [{ additionalProperties: false }, { b: 1 }, { path: ['b'] }],
])('%j says what is wrong with %j, and where', (schema, payload, said) => {
  expect(wrongIn(schema, payload)).toMatchObject(said as object);
});

test('a payload is checked by what it brings, and stays as it is', () => {
  const schema = { properties: { constructor: { type: 'number' }, d: { type: 'string', default: 'filled' } } };
  expect(ownPayload(schema).parse({ x: 1 })).toEqual({ x: 1 });
  const tree = { type: 'object', properties: { a: { $ref: '#' } }, $id: 'https://example.com/tree' };
  expect(wrongIn(tree, { a: { a: { a: {} } } })).toBeUndefined();
  expect(wrongIn(tree, { a: { a: { a: 1 } } })).toMatchObject({ path: ['a', 'a', 'a'] });
});

test('what waits for the processor while others have it is not slow', () => {
  const nobody = new Int32Array(new SharedArrayBuffer(4));
  let turns = 0;
  const work = (): number => {
    turns += 1;
    // 60 ms pass in which this thread does nothing.
    if (turns < 3) Atomics.wait(nobody, 0, 0, 60);
    return turns;
  };
  expect(limitTime(50, work)).toBe(3);
});
