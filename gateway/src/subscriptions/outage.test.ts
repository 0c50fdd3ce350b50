import { expect, test } from 'vitest';
import { watchOutage } from './outage.ts';

const outage = (waitMs: number, wellness: Record<string, boolean>) =>
  watchOutage({ waitMs, isWell: async (service) => wellness[service] ?? false, onBegin: () => {} });

test('an event of which nothing is left waits as long as a subgraph is away, however long that is', async () => {
  const { isFinal } = outage(0, {});
  for (let tries = 0; tries < 50; tries += 1) expect(await isFinal(['tenants'], true)).toBe(false);
  expect(await isFinal([], false)).toBe(true);
});

test('an event for which subgraphs fail that say they are well is told after five tries', async () => {
  const wellness = { tenants: true, menu: false };
  const { isFinal } = outage(60_000, wellness);
  for (let tries = 0; tries < 10; tries += 1) expect(await isFinal(['tenants', 'menu'], true)).toBe(false);
  wellness.menu = true;
  expect(await isFinal(['tenants', 'menu'], true)).toBe(true);
  for (let tries = 0; tries < 4; tries += 1) expect(await isFinal(['tenants'], false)).toBe(false);
  expect(await isFinal(['tenants'], false)).toBe(true);
});
