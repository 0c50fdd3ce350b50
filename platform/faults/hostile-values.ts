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
export const words = [
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

export const hostileIds = [
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

export const moments = [
  '2026-11-29T08:00:00Z',
  '2026-12-01T08:00:00.123+03:00',
  '2026-11-01T00:00:00Z',
  '1970-01-01T00:00:00Z',
  '9999-12-31T23:59:59.999Z',
];
export const hostileMoments = [
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

export const hostileCursors = [
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

export const smallInts = [0, 1, 2, 10, 50];
export const hostileInts = [-1, 200, 201, 10_001, 2_147_483_647, -2_147_483_648];
export const hostileFloats = [0, -0, 0.1, -1, 1e308, 5e-324, 9_007_199_254_740_991];

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

export const hostileJson: readonly unknown[] = [
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
