import { hostileCalls } from '@mycelium/kit/hostile-calls';
import { person, type TestSubgraph, testSubgraph } from '@mycelium/kit/testing';
import { scopesOf } from '@mycelium/schema/permissions';
import { roles } from '@mycelium/schema/role';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { venues } from './subgraph.ts';

let testing: TestSubgraph;

beforeAll(async () => {
  testing = await testSubgraph(venues);
});
afterAll(() => testing.close());

test('no value of any argument is a failure of ours, and what cannot be kept is refused by its path', async () => {
  const everything = testing.as({ ...person('ADMIN'), scopes: roles.flatMap(scopesOf) });
  const calls = hostileCalls(testing.subgraph.schema, { tenantId: String(everything.viewer.tenantId) });
  expect(await everything.wrongAnswers(calls)).toEqual([]);
}, 60_000);
