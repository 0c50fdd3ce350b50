import { expect, test } from 'vitest';
import { inspectDocument } from './inspect-document.ts';

test.each([
  ['query Me { viewer { id } }', 'Me', 'query', ['viewer']],
  [
    'query Both { a: viewer { id } ...Root } fragment Root on Query { feedPosition }',
    'Both',
    'query',
    ['viewer', 'feedPosition'],
  ],
  ['query Parts { viewer { id ... @defer { kind } } }', 'Parts', 'query', ['viewer']],
  ['subscription Menu($t: ID!) { menuChanged(tenantId: $t) { kind } }', 'Menu', 'subscription', ['menuChanged']],
])('%s is good', (text, name, kind, rootFields) => {
  expect(inspectDocument(text)).toMatchObject({ name, kind, rootFields, problems: [] });
});

test.each([
  ['query {', [/^Line 1, column 8: Syntax Error/]],
  ['{ viewer { id } }', [/name/]],
  ['query Me { viewer { id salary } }', [/^Line 1, column 24: Cannot query field "salary"/]],
  ['query A { viewer { id } } query B { viewer { id } }', [/2 operations/]],
  ['fragment F on Query { viewer { id } }', [/0 operations/]],
  ['query Schema { __schema { description } }', [/schema is not for API clients/]],
  ['subscription S($w: Boolean!) { menuChanged(tenantId: "x") @include(if: $w) { kind } }', [/@skip or @include/]],
  [`query Long { ${'viewer { id } '.repeat(4_000)} }`, [/token/]],
])('%s is not', (text, expected) => {
  expect(inspectDocument(text).problems).toEqual(expected.map((pattern) => expect.stringMatching(pattern)));
});

test('of what is good it is known how large it is, what it costs and which scopes it needs', () => {
  const text =
    'query Menu($slug: String!, $all: Boolean!) { tenantBySlug(slug: $slug) { id menuItems(first: 5) { edges @include(if: $all) { node { id } } } apiClients { totalCount } } }';
  expect(inspectDocument(text).known).toEqual({
    size: { depth: 5, aliases: 0, rootFields: 1 },
    // The tenant, two pages, and of one of them the five edges that are asked for with an item each.
    cost: 1 + 2 + 10,
    scopes: expect.arrayContaining([[['menu:read']], [['access:read']]]),
  });
  const input = 'mutation Add($input: CreateMenuItemInput!) { createMenuItem(input: $input) { id } }';
  const { known } = inspectDocument(input);
  // A mutation, an item, the input and what is in it.
  expect(known?.cost).toBeGreaterThan(10 + 1 + 1);
  expect(known?.scopes).toContainEqual([['menu:write']]);
  expect(inspectDocument(input)).toBe(inspectDocument(input));
});
