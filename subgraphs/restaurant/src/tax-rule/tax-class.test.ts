import { type TestSubgraph, testSubgraph } from '@mycelium/kit/testing';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Kitchen, openKitchen } from '../../test/kitchen.ts';
import { restaurant } from '../subgraph.ts';

const CREATE = 'mutation ($i: CreateTaxRuleInput!) { made: createTaxRule(input: $i) { taxClasses } }';
const UPDATE =
  'mutation ($id: ID!, $i: UpdateMenuItemInput!) { made: updateMenuItem(id: $id, input: $i) { taxClass } }';

let testing: TestSubgraph;
let kitchen: Kitchen;

beforeAll(async () => {
  testing = await testSubgraph(restaurant);
  kitchen = await openKitchen(testing);
});
afterAll(() => testing.close());

const tax = (code: string) => ({ name: 'IVA', rate: '0.1', inclusive: true, taxClasses: [code] });

test.each(['ALCOHOL', '10_PERCENT', '7', 'A'.repeat(40)])('a tax can be for %s, and an item be it', async (code) => {
  expect(await kitchen.owner.run(CREATE, { i: tax(code) })).toEqual({ made: { taxClasses: [code] } });
  const id = await kitchen.newItem();
  expect(await kitchen.owner.run(UPDATE, { id, i: { version: 1, taxClass: code } })).toEqual({
    made: { taxClass: code },
  });
  expect(await kitchen.newItem({ taxClass: code })).toEqual(expect.any(String));
});

test.each(['', 'alcohol', 'A B', 'İÇKİ', 'A'.repeat(41)])('neither a tax nor an item takes %j', async (code) => {
  const refused = { code: 'BAD_USER_INPUT' };
  expect(await kitchen.owner.refusal(CREATE, { i: tax(code) })).toMatchObject(refused);
  const id = await kitchen.newItem();
  expect(await kitchen.owner.refusal(UPDATE, { id, i: { version: 1, taxClass: code } })).toMatchObject(refused);
});
