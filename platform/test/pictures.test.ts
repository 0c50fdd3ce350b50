import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startRedis } from '@mycelium/database/embedded/redis';
import { testDatabase } from '@mycelium/database/testing';
import { Unavailable } from '@mycelium/kit/errors';
import { type Files, openFiles } from '@mycelium/kit/files/files';
import { removingKey, UNSHOWN_KEY } from '@mycelium/kit/pictures/claim-picture';
import { keepPicture } from '@mycelium/kit/pictures/keep-picture';
import { filesOf } from '@mycelium/kit/pictures/picture-files';
import { sweepPictures } from '@mycelium/kit/pictures/sweep-pictures';
import type { OpenSubgraph } from '@mycelium/kit/subgraph';
import { enqueue } from '@mycelium/kit/tasks/enqueue';
import { Menu } from '@mycelium/restaurant/menu/menu';
import { MenuItem } from '@mycelium/restaurant/menu-item/menu-item';
import { MenuSection } from '@mycelium/restaurant/menu-section/menu-section';
import { Restaurant } from '@mycelium/restaurant/restaurant/restaurant';
import { pictureNameIn } from '@mycelium/schema/pictures';
import { type SubgraphName, subgraphNames } from '@mycelium/schema/roster';
import { Redis } from 'ioredis';
import sharp from 'sharp';
import { v7 as uuidv7 } from 'uuid';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { openByName } from '../src/subgraphs.ts';
import { networkSecret, quiet } from './open-all.ts';

const closing = new AsyncDisposableStack();
const house = new Map<SubgraphName, OpenSubgraph>();
let redis: Redis;
let files: Files;
let away: SubgraphName | undefined;
let shade = 0;
/** How often somebody was asked who is away. */
let questions = 0;

const open = (name: SubgraphName): OpenSubgraph => {
  const subgraph = house.get(name);
  if (name === away) questions += 1;
  if (!subgraph || name === away) throw new Unavailable(`The subgraph ${name}`);
  return subgraph;
};

beforeAll(async () => {
  const [database, server] = await Promise.all([testDatabase(), startRedis()]);
  closing.defer(() => Promise.all([database.drop(), server.stop()]).then(() => undefined));
  const directory = await mkdtemp(join(tmpdir(), 'pictures-'));
  closing.defer(() => rm(directory, { recursive: true }));
  files = await openFiles({ directory, secret: networkSecret });
  redis = new Redis(server.url);
  closing.defer(() => redis.disconnect());
  const options = { databaseUrl: database.url, redisUrl: server.url, secret: networkSecret, log: quiet, files };
  for (const name of subgraphNames) {
    const subgraph = await openByName(name, { ...options, neighbours: async (to, call) => open(to).execute(call) });
    house.set(name, subgraph);
    closing.defer(() => subgraph.close());
  }
}, 60_000);
afterAll(() => closing.disposeAsync());

/** Uploads another picture each time; answers where it is shown. */
async function upload(): Promise<string> {
  shade += 1;
  return files.withDraft(async (path) => {
    await sharp({ create: { width: 8, height: 8, channels: 3, background: { r: shade * 20, g: 0, b: 0 } } })
      .png()
      .toFile(path);
    return keepPicture({ files, redis }, path);
  });
}

const nameOf = (url: string): string => pictureNameIn(url) ?? '';

/** In how many widths it is there. */
async function widthsOf(url: string): Promise<number> {
  const found = await Promise.all(filesOf(nameOf(url)).map((file) => files.find(file)));
  return found.filter((facts) => facts !== undefined).length;
}

/** An item of a tenant of its own that shows the picture. */
function showIn(imageUrl: string): Promise<string> {
  return open('restaurant').work(async ({ em }) => {
    const tenantId = uuidv7();
    const place = em.create(Restaurant, { tenantId, name: 'Las Reinas' });
    const menu = em.create(Menu, { tenantId, names: { es: 'Carta' }, restaurant: place });
    const section = em.create(MenuSection, { tenantId, menu, names: { es: 'Tacos' } });
    const price = { amount: 450, currency: 'USD' };
    return em.create(MenuItem, { tenantId, section, names: { es: 'Taco' }, price, imageUrl }).id;
  });
}

function change(id: string, patch: { imageUrl?: string; removedAt?: Date }): Promise<unknown> {
  return open('restaurant').work(async ({ em }) => Object.assign(await em.findOneOrFail(MenuItem, { id }), patch));
}

const rowsOf = (sql: string) => open('tenants').work(({ em }) => em.execute<{ outcome: string }[]>(sql));
const ended = () => rowsOf(`select outcome from tenants_worker.attempt where kind = 'sweep-pictures' order by id`);
const waiting = () =>
  rowsOf(`select 1 from tenants_worker._private_jobs where run_at <= now() and task_id in
    (select id from tenants_worker._private_tasks where identifier = 'sweep-pictures')`);

/** One round, to its end; beside it there may be that of the hour. */
async function sweep(): Promise<void> {
  const before = (await ended()).length;
  await open('tenants').work(async (ctx) => enqueue(ctx, sweepPictures, {}));
  const isOver = async () => {
    expect(await waiting()).toEqual([]);
    expect((await ended()).length).toBeGreaterThan(before);
  };
  await vi.waitFor(isOver, { timeout: 15_000, interval: 20 });
  expect((await ended()).at(-1)).toEqual({ outcome: 'DONE' });
}

/** Two rounds, with a day between them. */
async function sweepADayLater(): Promise<void> {
  await sweep();
  for (const name of await redis.zrange(UNSHOWN_KEY, 0, '-1')) await redis.zincrby(UNSHOWN_KEY, -25 * 3_600_000, name);
  await sweep();
}

test('a picture is gone a day after the last row that refers to it, and never before', async () => {
  const [never, replaced, removed, kept] = [await upload(), await upload(), await upload(), await upload()];
  const replacing = await showIn(replaced);
  const removing = await showIn(removed);
  await showIn(`https://ours.example${kept.replace('-800', '-1600')}?v=1`);
  await sweepADayLater();
  expect(await Promise.all([never, replaced, removed, kept].map(widthsOf))).toEqual([0, 3, 3, 3]);

  await change(replacing, { imageUrl: kept });
  await change(removing, { removedAt: new Date() });
  await sweep();
  await sweep();
  expect(await Promise.all([replaced, removed].map(widthsOf))).toEqual([3, 3]);
  await sweepADayLater();
  expect(await Promise.all([replaced, removed, kept].map(widthsOf))).toEqual([0, 0, 3]);
});

test('what two tenants show goes with the last of them', async () => {
  const url = await upload();
  const [one, other] = [await showIn(url), await showIn(url)];
  await change(one, { removedAt: new Date() });
  await sweepADayLater();
  expect(await widthsOf(url)).toBe(3);
  await change(other, { removedAt: new Date() });
  await sweepADayLater();
  expect(await widthsOf(url)).toBe(0);
});

test('nothing is removed while one subgraph cannot say what it shows', async () => {
  const url = await upload();
  await sweep();
  await redis.zincrby(UNSHOWN_KEY, -25 * 3_600_000, nameOf(url));
  away = 'events';
  const sweeping = sweep();
  await vi.waitFor(() => expect(questions).toBeGreaterThan(1), { interval: 20 });
  expect(await widthsOf(url)).toBe(3);
  away = undefined;
  await sweeping;
  expect(await widthsOf(url)).toBe(0);
});

test('who comes to show a picture, or uploads it again, gives it another day', async () => {
  const [shown, again] = [await upload(), await upload()];
  await sweep();
  await redis.zincrby(UNSHOWN_KEY, -25 * 3_600_000, nameOf(shown));
  await redis.zincrby(UNSHOWN_KEY, -25 * 3_600_000, nameOf(again));
  await showIn(shown);
  shade -= 1;
  expect(await upload()).toBe(again);
  expect(await redis.zmscore(UNSHOWN_KEY, nameOf(shown), nameOf(again))).toEqual([null, null]);
  await sweep();
  expect(await Promise.all([shown, again].map(widthsOf))).toEqual([3, 3]);
});

test('who wants a picture that is just being removed waits for its end; a mark that its process left behind is over by itself', async () => {
  const url = await upload();
  const key = removingKey(nameOf(url));
  await redis.set(key, 1, 'EX', 120);
  shade -= 1;
  let isKept = false;
  const keeping = upload().then(() => {
    isKept = true;
  });
  const showing = showIn(url);
  showing.catch(() => undefined);
  await vi.waitFor(async () => expect(await redis.ttl(key)).toBeLessThanOrEqual(120));
  for (const file of filesOf(nameOf(url))) await files.remove(file);
  expect(isKept).toBe(false);
  await redis.pexpire(key, 1);
  await keeping;
  expect(await widthsOf(url)).toBe(3);
  await Promise.allSettled([showing]);
});

test('what a round has left that was killed is removed by the next one', async () => {
  const url = await upload();
  await sweep();
  await redis.zincrby(UNSHOWN_KEY, -25 * 3_600_000, nameOf(url));
  await files.remove(filesOf(nameOf(url))[0] ?? '');
  await sweep();
  expect(await widthsOf(url)).toBe(0);
  expect(await redis.zscore(UNSHOWN_KEY, nameOf(url))).toBeNull();
});
