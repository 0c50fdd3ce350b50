import fc, { type Arbitrary } from 'fast-check';
import {
  type GraphQLInputObjectType,
  type GraphQLInputType,
  isEnumType,
  isInputObjectType,
  isListType,
  isNonNullType,
} from 'graphql';
import { v7 as uuidv7 } from 'uuid';

/** What of the house can be named in questions. */
export interface Known {
  /** One thing of each kind, by what it is: { menu: '0198…' }. */
  things: Readonly<Record<string, string>>;
  /** Cursors and the like. */
  texts: readonly string[];
  /** Nothing but what a well-meaning client would say. */
  wellMeant?: boolean;
}

/** Text that has hurt somebody: bytes that a database refuses, patterns of its own, keys of JavaScript, length. */
export const hostileTexts: readonly string[] = [
  '',
  ' ',
  '\u0000',
  'a\u0000b',
  '\ud83d',
  'cut \udc00 half',
  '👩‍🍳 ñandú',
  'e\u0301',
  '\u202eright to left',
  '\ufeff',
  'line\r\nline\ttab',
  "'; drop table tenant; --",
  '%_\\',
  '..\\../etc',
  '<script>alert(1)</script>',
  // biome-ignore lint/suspicious/noTemplateCurlyInString: it is the text itself that is tried.
  '${7*7}{{7*7}}',
  '__proto__',
  'constructor',
  'toString',
  'null',
  'NaN',
  '1e400',
  '9007199254740993',
  '-1',
  '(a+)+$',
  'a'.repeat(300),
  'é'.repeat(20_000),
];

/** Words that the house knows, so that a call gets further than the first check. */
const words = [
  'crm',
  'hr',
  'affiliate',
  'wrapper',
  'SMP',
  'ORDERING',
  'user.created',
  'employee.updated',
  'config.updated',
  'maintenance.scheduled',
  'kitchen_robot',
  'guest@example.test',
  'https://example.test/hook',
  'http://127.0.0.1:9/',
  'las-reinas',
  'es',
  'en',
  'USD',
  'EUR',
  'menu:read',
  'theme',
  '{ viewer { id } }',
  'query Mine { viewer { id } }',
  'A name',
];

const hostileIds = [
  '',
  '0',
  'not-a-uuid',
  '\u0000',
  '\ud800',
  '00000000-0000-0000-0000-000000000000',
  'ffffffff-ffff-ffff-ffff-ffffffffffff',
  '0198C0DE-0000-7000-8000-000000000000',
  '{0198c0de-0000-7000-8000-000000000000}',
  '0198c0de-0000-7000-8000-000000000000 ',
  "1' or '1'='1",
  '9'.repeat(400),
];

const moments = [
  '2026-11-29T08:00:00Z',
  '2026-12-01T08:00:00.123+03:00',
  '2026-11-01T00:00:00Z',
  '1970-01-01T00:00:00Z',
  '9999-12-31T23:59:59.999Z',
];
const hostileMoments = [
  '',
  'yesterday',
  '2026-02-30T00:00:00Z',
  '2026-11-29',
  '2026-11-29T24:00:00Z',
  '2026-11-29T08:00:60Z',
  '2026-11-29T08:00:00',
  '2026-11-29T08:00:00+25:00',
  '0000-01-01T00:00:00Z',
  '10000-01-01T00:00:00Z',
  '+275760-09-13T00:00:00.001Z',
  '-000001-01-01T00:00:00Z',
  '2026-11-29T08:00:00Z\u0000',
  0,
  1e15,
  -1,
  true,
];

const hostileCursors = [
  '',
  '0-0',
  '-1-1',
  '1-1-1',
  '9999999999999-0',
  '99999999999999999999-1',
  '\u0000',
  'abc',
  'W10=',
  'bnVsbA==',
];

const smallInts = [0, 1, 2, 10, 50];
const hostileInts = [-1, 200, 201, 10_001, 2_147_483_647, -2_147_483_648];
const hostileFloats = [0, -0, 0.1, -1, 1e308, 5e-324, 9_007_199_254_740_991];

/** JSON numbers that JavaScript cannot hold, between marks that `asJson` takes away. */
const MARK = '\ue000';
const rawNumbers = [
  '9007199254740993',
  '-9007199254740993',
  '123456789012345678901234567890',
  '1e400',
  '0.12345678901234567890',
  '-0',
].map((digits) => `${MARK}${digits}${MARK}`);

/** As it travels, with numbers digit by digit. */
export function asJson(value: unknown): string {
  return JSON.stringify(value).replaceAll(new RegExp(`"${MARK}([^"]*)${MARK}"`, 'g'), '$1');
}

/** A chain of objects, so many levels deep. */
function nested(levels: number): unknown {
  let value: unknown = 'end';
  for (let level = 0; level < levels; level += 1) value = level % 2 ? { a: value } : [value];
  return { a: value };
}

const hostileJson: readonly unknown[] = [
  {},
  [],
  '',
  0,
  false,
  { 'k\u0000': 1 },
  { k: 'v\u0000' },
  { k: '\ud800' },
  { '\udc00': 1 },
  JSON.parse('{"__proto__":{"polluted":true},"constructor":1}'),
  nested(64),
  nested(70),
  nested(1_100),
  ...rawNumbers.map((number) => ({ number })),
  { list: Array.from({ length: 2_000 }, (_, index) => index) },
  { big: 'x'.repeat(100_000) },
  { type: 'object', properties: { a: { type: 'string', pattern: '^(a+)+$' } } },
  { $ref: 'http://127.0.0.1:9/schema' },
  { type: 'object', patternProperties: { '(x+x+)+y': {} }, additionalProperties: false },
];

const pick = <Value>(values: readonly Value[]): Arbitrary<Value> => fc.constantFrom(...values);
const either = <Value>({ wellMeant }: Known, good: Arbitrary<Value>, bad: Arbitrary<Value>): Arbitrary<Value> =>
  wellMeant ? good : fc.oneof({ weight: 3, arbitrary: good }, { weight: 2, arbitrary: bad });

/** Of the things of the house the one that is meant, as far as the names tell: `sectionId`, the `id` of `updateDisplay`. */
export function meantBy(place: readonly string[], { things }: Known): string[] {
  const named = place.join(' ').toLowerCase();
  const kinds = Object.keys(things).filter((kind) => named.includes(kind.toLowerCase()));
  const longest = Math.max(0, ...kinds.map((kind) => kind.length));
  return kinds.flatMap((kind) => (kind.length === longest && things[kind] ? [things[kind]] : []));
}

function idsAt(place: readonly string[], known: Known): Arbitrary<unknown> {
  const meant = [...meantBy(place.slice(-1), known), ...meantBy(place, known)];
  const others = pick([...Object.values(known.things), uuidv7()]);
  const good =
    meant.length > 0 ? fc.oneof({ weight: 4, arbitrary: pick(meant) }, { weight: 1, arbitrary: others }) : others;
  if (known.wellMeant) return good;
  return fc.oneof({ weight: 5, arbitrary: good }, { weight: 1, arbitrary: pick([...hostileIds, ...hostileTexts]) });
}

function scalarValues(name: string, place: readonly string[], known: Known): Arbitrary<unknown> {
  switch (name) {
    case 'ID':
      return idsAt(place, known);
    case 'String':
      return either(known, pick([...words, ...known.texts, ...moments]), pick([...hostileTexts, ...hostileCursors]));
    case 'Int':
      return either(known, pick(smallInts), pick(hostileInts));
    case 'Float':
      return either(known, pick(smallInts), pick(hostileFloats));
    case 'Boolean':
      return fc.boolean();
    case 'DateTime':
      return either<unknown>(known, pick(moments), pick(hostileMoments));
    case 'Cursor':
      return either(
        known,
        pick(known.texts.length > 0 ? known.texts : ['0-0']),
        pick([...hostileCursors, ...hostileTexts]),
      );
    default:
      return either<unknown>(
        known,
        pick([{ entityId: 'e1' }, { key: 'theme', value: 'dark' }, {}, { type: 'object' }]),
        pick([...hostileJson, ...hostileTexts, ...hostileFloats]),
      );
  }
}

/** Values of an input type at a place (the field and the names down to it): those of its form, at their edges and beyond what they are meant for. */
export function valuesOf(type: GraphQLInputType, place: readonly string[], known: Known): Arbitrary<unknown> {
  if (isNonNullType(type)) return valuesOf(type.ofType, place, known).filter((value) => value !== null);
  const given = (): Arbitrary<unknown> => {
    if (isListType(type)) {
      const each = valuesOf(type.ofType, place, known);
      if (known.wellMeant) return fc.array(each, { minLength: 1, maxLength: 1 });
      return fc.oneof(
        { weight: 12, arbitrary: fc.array(each, { maxLength: 3 }) },
        { weight: 1, arbitrary: each.map((value) => Array.from({ length: 300 }, () => value)) },
      );
    }
    if (isEnumType(type)) return pick(type.getValues().map(({ name }) => name));
    if (isInputObjectType(type)) return inputValues(type, place, known);
    return scalarValues('name' in type ? type.name : '', place, known);
  };
  if (known.wellMeant) return given();
  return fc.oneof({ weight: 9, arbitrary: given() }, { weight: 1, arbitrary: fc.constant(null) });
}

function inputValues(type: GraphQLInputObjectType, place: readonly string[], known: Known): Arbitrary<unknown> {
  const fields = Object.values(type.getFields());
  const requiredKeys = fields.filter(({ type: of, defaultValue }) => isNonNullType(of) && defaultValue === undefined);
  return fc.record(
    Object.fromEntries(fields.map((field) => [field.name, valuesOf(field.type, [...place, field.name], known)])),
    {
      requiredKeys: requiredKeys.map(({ name }) => name),
    },
  );
}
