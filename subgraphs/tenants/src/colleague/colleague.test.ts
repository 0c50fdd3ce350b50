import { v7 as uuidv7 } from 'uuid';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type House, openHouse } from '../../test/house.ts';

const NAMES = 'query ($of: [_Any!]!) { _entities(representations: $of) { ... on Colleague { id name } } }';

let house: House;
beforeAll(async () => {
  house = await openHouse();
});
afterAll(() => house.close());

const asking = (...ids: string[]) => ({ of: ids.map((id) => ({ __typename: 'Colleague', id })) });
const idOf = async (email: string): Promise<string> => (await house.enter(email)).viewer.id;

test('whoever works in a kitchen sees by name who works there too, and nobody of another business', async () => {
  const kitchen = await house.enter('kitchen@las-reinas.test');
  const manager = await idOf('manager@las-reinas.test');
  const elsewhere = await idOf('owner@el-farolito.test');
  const nobody = uuidv7();
  expect(await kitchen.run(NAMES, asking(elsewhere, manager, nobody, 'x'))).toEqual({
    _entities: [
      { id: elsewhere, name: null },
      { id: manager, name: 'MANAGER of las-reinas' },
      { id: nobody, name: null },
      { id: 'x', name: null },
    ],
  });
});

test('names are read in the same statements however many they are', async () => {
  const kitchen = await house.enter('kitchen@las-reinas.test');
  const ids = await Promise.all(['owner', 'manager', 'auditor'].map((role) => idOf(`${role}@las-reinas.test`)));
  const one = await house.testing.countSql(() => kitchen.run(NAMES, asking(...ids.slice(0, 1))));
  expect(await house.testing.countSql(() => kitchen.run(NAMES, asking(...ids)))).toBe(one);
});

test('who no longer works there has no name', async () => {
  const owner = await house.enter('owner@las-reinas.test');
  const auditor = await idOf('auditor@las-reinas.test');
  const { tenantBySlug } = await owner.run<{
    tenantBySlug: { members: { edges: { node: { id: string; user: { id: string } } }[] } };
  }>('{ tenantBySlug(slug: "las-reinas") { members { edges { node { id user { id } } } } } }');
  const membership = tenantBySlug.members.edges.find(({ node }) => node.user.id === auditor)?.node.id;
  await owner.run('mutation ($id: ID!) { removeMember(id: $id) }', { id: membership });
  expect(await owner.run(NAMES, asking(auditor))).toEqual({ _entities: [{ id: auditor, name: null }] });
});
