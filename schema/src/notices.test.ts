import { expect, test } from 'vitest';
import { groupOf, leadsIntoConsole, noticeKinds, noticeSchema } from './notices.ts';

test.each(['/', '/sync', '/events/alerts', '/sync/0199a000-0000-7000-8000-000000000001?tab=runs#last', '/menu/é'])(
  '%s leads to a page of the console',
  (path) => expect(leadsIntoConsole(path)).toBe(true),
);

test.each([
  '',
  'sync',
  '//evil.example',
  '/\\evil.example',
  '\\\\evil.example',
  '/\t/evil.example',
  '/\n/evil.example',
  ' /sync',
  '/sync\0',
  'https://evil.example/',
  'javascript:alert(1)',
  'data:text/html,hi',
  '/../graphql',
  '/..//evil.example',
  '/a/../../graphql',
  '/%2e%2e/graphql',
  '/.//evil.example',
  '/a/..//evil.example',
])('%j does not', (path) => expect(leadsIntoConsole(path)).toBe(false));

const notice = {
  userId: '0199a000-0000-7000-8000-000000000001',
  ...{ kind: 'sync.failed', path: '/sync', values: { product: 'SMP', items: 3 }, onceKey: 'sync.failed 1' },
};

test.each([
  { kind: 'failed' },
  { kind: 'Sync.Failed' },
  { kind: 'sync..failed' },
  { kind: `sync.${'x'.repeat(100)}` },
  { kind: 'sync.failed\0' },
  { userId: 'somebody' },
  { values: { 'what is called so': 'x'.repeat(501) } },
  { values: Object.fromEntries(Array.from({ length: 21 }, (_, n) => [`v${n}`, n])) },
  { values: { many: ['a'] } },
  { onceKey: '' },
  { onceKey: 'x'.repeat(201) },
  { path: `/${'x'.repeat(500)}` },
])('%j is no notice', (part) => expect(noticeSchema.safeParse({ ...notice, ...part }).success).toBe(false));

test('a notice is one, and a kind that nobody promised is among the others', () => {
  expect(noticeSchema.parse(notice)).toEqual(notice);
  expect(groupOf('sync.failed')).toBe('SYNC');
  expect(groupOf('kitchen.on_fire')).toBe('OTHER');
  for (const kind of noticeKinds.keys()) expect(noticeSchema.safeParse({ ...notice, kind }).success).toBe(true);
});
