import { randomUUID } from 'node:crypto';
import { readDemo } from '@mycelium/database/seed';
import { person, type TestSubgraph, testSubgraph } from '@mycelium/kit/testing';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { Channel } from './channel.ts';
import { DayPart } from './day-part/day-part.ts';
import { stationsForItems } from './kitchen-station/stations-for.ts';
import { stationsOf } from './kitchen-station/stations-of.ts';
import { Location } from './location/location.ts';
import { MenuItem } from './menu-item/menu-item.ts';
import { ModifierGroup } from './modifier-group/modifier-group.ts';
import { ModifierOption } from './modifier-option/modifier-option.ts';
import { addPictures, seedRestaurant } from './seed.ts';
import { restaurant } from './subgraph.ts';

let testing: TestSubgraph;
beforeAll(async () => {
  testing = await testSubgraph(restaurant);
});
afterAll(() => testing.close());

test('a demo menu that had no pictures gets them once, where nobody has changed the item', async () => {
  const { tenant, menu } = await readDemo('las-reinas');
  const tenantId = randomUUID();
  const other = randomUUID();
  const { work } = testing.subgraph;
  for (const id of [tenantId, other]) await work((ctx) => seedRestaurant(ctx, id, tenant, menu));
  await work(async ({ em }) => {
    const items = await em.find(MenuItem, { tenantId });
    for (const item of items) if (item.names.es === 'Al pastor') item.calories = 1;
  });
  const asked: string[] = [];
  const add = () =>
    work((ctx) =>
      addPictures(ctx, tenantId, menu, async (picture) => {
        asked.push(picture);
        return `/app/${picture}.webp`;
      }),
    );
  await add();
  const wanted = menu.sections.flatMap(({ items }) => items.flatMap(({ picture }) => picture ?? []));
  expect(wanted).toContain('al-pastor');
  expect(asked.toSorted()).toEqual(wanted.filter((picture) => picture !== 'al-pastor').toSorted());
  const shown = await work(({ em }) => em.find(MenuItem, { imageUrl: { $ne: null } }));
  expect(shown.map(({ imageUrl }) => imageUrl).toSorted()).toEqual(asked.map((name) => `/app/${name}.webp`).toSorted());
  expect(new Set(shown.map((item) => item.tenantId))).toEqual(new Set([tenantId]));

  // Whoever takes a picture away has changed the item.
  await work(async ({ em }) => {
    const [first] = await em.find(MenuItem, { tenantId, imageUrl: { $ne: null } });
    Object.assign(first ?? {}, { imageUrl: null });
  });
  await add();
  expect(asked).toHaveLength(wanted.length - 1);
});

test('the demo menu has what guests choose, hours, and a count', async () => {
  const { tenant, menu } = await readDemo('las-reinas');
  const tenantId = randomUUID();
  await testing.subgraph.work((ctx) => seedRestaurant(ctx, tenantId, tenant, menu));
  await testing.subgraph.work(async ({ em }) => {
    const items = await em.find(MenuItem, { tenantId });
    const named = (name: string) => items.find(({ names }) => names.es === name);
    const [salsasId = ''] = named('Al pastor')?.modifierGroups ?? [];
    const salsas = await em.findOneOrFail(ModifierGroup, { id: salsasId });
    expect(salsas).toMatchObject({ tenantId, names: { es: 'Salsa' }, min: 1, max: 2 });
    expect(await em.count(ModifierOption, { group: salsas })).toBe(5);
    const [breakfastId = ''] = named('Menudo')?.dayParts ?? [];
    expect(await em.findOneOrFail(DayPart, { id: breakfastId })).toMatchObject({ from: '07:00' });
    expect(named('Flan de cajeta')).toMatchObject({ available: true, portionsLeft: 6 });
  });
});

test('each location of the demo has a kitchen of three stations, to which its dishes go', async () => {
  const { tenant, menu } = await readDemo('las-reinas');
  const tenantId = randomUUID();
  await testing.subgraph.work((ctx) => seedRestaurant(ctx, tenantId, tenant, menu));
  await testing.subgraph.work(async (ctx) => {
    const locations = await ctx.em.find(Location, { tenantId });
    const items = await ctx.em.find(MenuItem, { tenantId });
    expect(locations).toHaveLength(2);
    for (const { id: locationId } of locations) {
      const stations = await stationsOf(ctx, locationId);
      expect(stations.map(({ name }) => name)).toEqual(['Plancha', 'Fríos', 'Barra']);
      const stationsFor = await stationsForItems(ctx, { locationId, channel: Channel.DINE_IN }, ids(items));
      const madeAt = (name: string) =>
        stationsFor(items.find(({ names }) => names.es === name)?.id ?? '').map(
          (id) => stations.find((station) => station.id === id)?.name,
        );
      expect(['Al pastor', 'Guacamole y totopos', 'Flan de cajeta', 'Horchata'].map(madeAt)).toEqual([
        ['Plancha'],
        ['Fríos'],
        ['Fríos'],
        ['Barra'],
      ]);
    }
  }, tenantId);
});

const ids = (items: readonly MenuItem[]) => items.map(({ id }) => id);

test('each location of the demo has a drawer that is open', async () => {
  const { tenant, menu } = await readDemo('las-reinas');
  const tenantId = randomUUID();
  await testing.subgraph.work((ctx) => seedRestaurant(ctx, tenantId, tenant, menu));
  const manager = testing.as(person('MANAGER', tenantId));
  const locations = await testing.subgraph.work(({ em }) => em.find(Location, { tenantId }));
  expect(locations.length).toBe(tenant.locations.length);
  for (const { id } of locations) {
    const DRAWERS = 'query ($id: ID!) { location(id: $id) { drawers { openSession { float { amount } } } } }';
    const { location } = await manager.run<{ location: object }>(DRAWERS, { id });
    expect(location).toEqual({ drawers: [{ openSession: { float: { amount: 20_000 } } }] });
  }
});
