import { randomUUID } from 'node:crypto';
import { person, testSubgraph } from '@mycelium/kit/testing';
import { expect, test } from 'vitest';
import { MenuItem } from '../menu-item/menu-item.ts';
import { SoldOutReason, withReason } from '../menu-item/sold-out.ts';
import { MenuSection } from '../menu-section/menu-section.ts';
import { Restaurant } from '../restaurant/restaurant.ts';
import { restaurant } from '../subgraph.ts';
import { Menu } from './menu.ts';

const SIGNS = 'query ($ids: [ID!]!) { tenantSigns(tenantIds: $ids) { tenantId code count path } }';

test('the gateway alone learns where all of a menu is sold out; a tenant without a menu is only new', async () => {
  const testing = await testSubgraph(restaurant, { isIdle: true });
  const [open, soldOut, fresh] = [randomUUID(), randomUUID(), randomUUID()];
  await testing.subgraph.work(async ({ em }) => {
    for (const [tenantId, available] of [
      [open, [true, false]],
      [soldOut, [false, false]],
    ] as const) {
      const place = em.create(Restaurant, { tenantId, name: 'Las Reinas' });
      const menu = em.create(Menu, { tenantId, names: { es: 'Carta' }, restaurant: place });
      const section = em.create(MenuSection, { tenantId, menu, names: { es: 'Tacos' } });
      const look = { tenantId, section, names: { es: 'Taco' }, price: { amount: 450, currency: 'USD' } };
      for (const isOn of available)
        em.create(MenuItem, { ...look, ...withReason({ soldOutFor: [] }, SoldOutReason.BY_HAND, !isOn) });
    }
  });
  const gateway = testing.as({ kind: 'gateway', id: 'crm', scopes: ['gateway'] });
  const ids = [open, soldOut, fresh, 'none'];
  const expected = [{ tenantId: soldOut, code: 'MENU_SOLD_OUT', count: 2, path: '/menu' }];
  expect(await gateway.run(SIGNS, { ids })).toEqual({ tenantSigns: expected });
  const few = await testing.countSql(() => gateway.run(SIGNS, { ids: [fresh] }));
  expect(await testing.countSql(() => gateway.run(SIGNS, { ids }))).toBe(few);
  expect(await gateway.run(SIGNS, { ids: ['none'] })).toEqual({ tenantSigns: [] });
  const tooMany = { ids: Array.from({ length: 201 }, () => open) };
  expect(await gateway.refusal(SIGNS, tooMany)).toMatchObject({ code: 'BAD_USER_INPUT' });
  expect(await testing.as(person('OWNER', soldOut)).refusal(SIGNS, { ids })).toMatchObject({ code: 'FORBIDDEN' });
  await testing.close();
});
