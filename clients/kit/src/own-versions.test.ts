import { expect, test } from 'vitest';
import { thingsIn, versionsIn, withVersions } from './own-versions.ts';

test.each<[object, string[]]>([
  [{ id: 'a', input: { version: 1, boardId: 'b' } }, ['a', 'b']],
  [{ ids: ['a', 'b'], available: true }, ['a', 'b']],
  [{ sections: [{ sectionId: 's', itemIds: ['a', 'b'] }] }, ['s', 'a', 'b']],
  [{ tenantId: 't', input: { name: 'x', valid: 'y', boardId: null } }, []],
])('%j names its things', (variables, things) => {
  expect(thingsIn(variables)).toEqual(things);
});

test.each([
  [{ id: 'a', input: { version: 1, boardId: 'b' } }, { id: 'a', input: { version: 11, boardId: 'b' } }, ['a']],
  [{ id: 'a', version: 1, boardId: 'b' }, { id: 'a', version: 11, boardId: 'b' }, ['a']],
  [{ prices: [{ itemId: 'a', version: 1 }] }, { prices: [{ itemId: 'a', version: 11 }] }, ['a']],
  [{ input: { kind: 'X', version: 1 } }, { input: { kind: 'X', version: 1 } }, []],
])('a version belongs to the id beside it or above it: %j', (variables, rewritten, owners) => {
  const seen: string[] = [];
  const later = withVersions(variables, (id, version) => {
    seen.push(id);
    return version + 10;
  });
  expect(later).toEqual(rewritten);
  expect(seen).toEqual(owners);
});

test('what is no plain object goes on as it is', () => {
  const file = new File(['x'], 'x.png');
  expect(withVersions({ id: 'a', file }, (_, version) => version).file).toBe(file);
});

test('an answer says which version each thing has', () => {
  const data = { save: [{ id: 'a', version: 2, section: { id: 's', version: 7 } }, { id: 'b' }] };
  expect([...versionsIn(data)]).toEqual([
    ['a', 2],
    ['s', 7],
  ]);
});
