import { publishToBus } from '@mycelium/bus/publish';
import { makeEvent } from '@mycelium/kit/outbox';
import { enqueue } from '@mycelium/kit/tasks/enqueue';
import { person, type TestSubgraph, type TestViewer, testSubgraph } from '@mycelium/kit/testing';
import { displayScopes } from '@mycelium/schema/permissions';
import { maintenanceScheduled } from '@mycelium/schema/subgraphs/events';
import { Redis } from 'ioredis';
import { v7 as uuidv7 } from 'uuid';
import { afterAll, beforeAll, beforeEach, expect, test, vi } from 'vitest';
import { conditionsTold, tellAgain, untilDone } from '../../test/conditions-told.ts';
import { openTenant } from '../../test/open-tenant.ts';
import { tenants } from '../subgraph.ts';
import { Display } from './display.ts';
import { offlineAgain, tellOfflineAgain } from './tell-offline.ts';
import { tellSilent, tellSilentDisplays } from './tell-silent.ts';

const BEAT = 'mutation { heartbeat(input: { appVersion: "1.0.0", width: 1920, height: 1080 }) { id } }';
const HOUR_MS = 3_600_000;

let testing: TestSubgraph;
let tenant: string;
let owner: TestViewer;

beforeAll(async () => {
  testing = await testSubgraph(tenants);
  await untilDone(testing.subgraph, offlineAgain);
});
afterAll(() => testing.close());
beforeEach(async () => {
  tenant = await openTenant(testing);
  owner = testing.as(person('OWNER', tenant));
});

const told = () => conditionsTold(testing, tenant);

/** A screen that has been paired, and its own way in. */
async function pair(name: string): Promise<TestViewer> {
  const id = uuidv7();
  await testing.subgraph.work(async ({ em }) => {
    em.create(Display, { id, tenantId: tenant, name, pairedAt: new Date() });
  });
  return testing.as({ kind: 'display', id, tenantId: tenant, scopes: [...displayScopes] });
}

/** It spoke last so many seconds ago; then the silent are looked for. */
async function fallSilent({ viewer }: TestViewer, seconds = 60): Promise<void> {
  await testing.subgraph.work(async (ctx) => {
    await ctx.em.execute('update tenants.display set last_seen_at = now() - make_interval(secs => ?) where id = ?', [
      ...[seconds, viewer.id],
    ]);
    await tellSilentDisplays(ctx);
  });
}

test('a screen that falls silent is offline since it last spoke, under its new name too, and is not when it speaks again', async () => {
  const screen = await pair('Bar');
  await screen.run(BEAT);
  expect(await told()).toEqual([]);
  const before = Date.now();
  await fallSilent(screen);
  const bar = { kind: 'SCREEN_OFFLINE', thingId: screen.viewer.id };
  const offline = await told();
  expect(offline).toMatchObject([{ ...bar, name: 'Bar', isSo: true, quiet: [] }]);
  expect(Math.abs(Date.parse(offline[0]?.since ?? '') - (before - 60_000))).toBeLessThan(5_000);
  await owner.run('mutation ($id: ID!) { updateDisplay(id: $id, input: { version: 1, name: "Terrace" }) { id } }', {
    id: screen.viewer.id,
  });
  await Promise.all([screen.run(BEAT), screen.run(BEAT)]);
  const all = await told();
  // What is so may be said again at any time.
  const said = all.filter(({ name, isSo }, at) => name !== all[at - 1]?.name || isSo !== all[at - 1]?.isSo);
  expect(said.slice(1)).toMatchObject([
    { ...bar, name: 'Terrace', isSo: true, since: all[0]?.since },
    { ...bar, name: 'Terrace', isSo: false },
  ]);
  expect(all.map(({ at }) => at)).toEqual(all.map(({ at }) => at).toSorted());
});

test('a screen that was never online is not offline, and one that is revoked no longer is', async () => {
  const [fresh, screen] = [await pair('Fresh'), await pair('Bar')];
  await fresh.run(BEAT);
  await screen.run(BEAT);
  await fallSilent(screen);
  await owner.run('mutation ($id: ID!) { revokeDisplay(id: $id) { id } }', { id: screen.viewer.id });
  expect(await told()).toMatchObject([
    { name: 'Bar', isSo: true },
    { name: 'Bar', isSo: false },
  ]);
});

test('a screen that speaks while others are found to be silent is online whoever writes first', async () => {
  const screen = await pair('Bar');
  await screen.run(BEAT);
  for (let round = 0; round < 5; round += 1) {
    await Promise.all([fallSilent(screen), screen.run(BEAT)]);
    await screen.run(BEAT);
    expect((await told()).at(-1)?.isSo ?? false).toBe(false);
  }
});

test('at a start and every hour what is offline is said again, since when it is, and what is not is not', async () => {
  const [screen, online, gone] = [await pair('Bar'), await pair('Counter'), await pair('Gone')];
  await pair('Fresh');
  for (const each of [screen, online, gone]) await each.run(BEAT);
  await fallSilent(gone);
  await owner.run('mutation ($id: ID!) { revokeDisplay(id: $id) { id } }', { id: gone.viewer.id });
  await fallSilent(screen);
  const before = (await told()).slice(2);
  expect(before).toMatchObject([{ thingId: screen.viewer.id, isSo: true }]);
  await tellAgain(testing, offlineAgain);
  const [again, ...more] = (await told()).slice(3);
  expect(more).toEqual([]);
  expect(again).toEqual({ ...before[0], at: again?.at });
  expect((again?.at ?? '') > (before[0]?.at ?? '')).toBe(true);
});

test('a screen that comes back while it is said again that it is offline is online whoever writes first', async () => {
  const screen = await pair('Bar');
  for (let round = 0; round < 10; round += 1) {
    await screen.run(BEAT);
    await fallSilent(screen);
    const again = testing.subgraph.work((ctx) => tellOfflineAgain(ctx, [screen.viewer.id]));
    await Promise.all([again, screen.run(BEAT)]);
    const all = (await told()).toSorted((one, other) => (one.at < other.at ? -1 : 1));
    expect(all.at(-1)).toMatchObject({ isSo: false });
  }
});

test('many screens are said again in as many statements as one', async () => {
  const offline = async (count: number) => {
    const screens = await Promise.all(Array.from({ length: count }, () => pair('Bar')));
    const ids = screens.map(({ viewer }) => viewer.id);
    await testing.subgraph.work(({ em }) =>
      em.execute("update tenants.display set last_seen_at = now() - interval '1 hour' where tenant_id = ?", [tenant]),
    );
    return ids;
  };
  const again = (ids: string[]) => testing.countSql(() => testing.subgraph.work((ctx) => tellOfflineAgain(ctx, ids)));
  const one = await again(await offline(1));
  const ids = await offline(12);
  expect(await again(ids)).toBe(one);
  expect((await told()).filter(({ thingId }) => ids.includes(thingId))).toHaveLength(12);
});

test('maintenance is said with what is offline, also when it is announced later', async () => {
  const redis = new Redis(testing.redisUrl);
  const announce = async (title: string, hours: number) => {
    const [startsAt = '', endsAt = ''] = [0, hours].map((after) =>
      new Date(Date.now() + after * HOUR_MS).toISOString(),
    );
    const call = { viewer: owner.viewer, correlationId: 'test' };
    const event = makeEvent(maintenanceScheduled, { title, startsAt, endsAt }, { feed: tenant, call });
    await publishToBus(redis, [{ event, targets: ['wrapper'] }]);
    return { from: startsAt, to: endsAt };
  };
  const screen = await pair('Bar');
  await screen.run(BEAT);
  await fallSilent(screen);
  const ovens = await announce('New ovens', 1);
  await vi.waitFor(async () => expect((await told()).at(-1)).toMatchObject({ isSo: true, quiet: [ovens] }));
  await screen.run(BEAT);
  await fallSilent(screen);
  expect((await told()).at(-1)).toMatchObject({ isSo: true, quiet: [ovens] });
  redis.disconnect();
});

test('after a standstill of ours screens have time to be heard before they are taken to be offline', async () => {
  const screen = await pair('Bar');
  await screen.run(BEAT);
  const job = `silent-displays ${tenant} next`;
  const planned = async () =>
    testing.subgraph.work(({ em }) =>
      em.execute<{ listened: boolean | null; soon: boolean }[]>(
        `select (payload -> 'input' ->> 'hasListened')::boolean as listened, run_at < now() + interval '25 seconds' as soon
         from tenants_worker._private_jobs where key = ?`,
        [job],
      ),
    );
  await vi.waitFor(async () => expect(await planned()).toEqual([{ listened: null, soon: false }]));
  await testing.subgraph.work(async ({ em }) => {
    await em.execute("update tenants.display set last_seen_at = now() - interval '10 minutes' where id = ?", [
      screen.viewer.id,
    ]);
  });
  await testing.subgraph.work(async (ctx) => enqueue(ctx, tellSilent, {}, { key: 'next', tenantId: tenant }));
  await vi.waitFor(async () => expect(await planned()).toEqual([{ listened: true, soon: true }]));
  expect(await told()).toEqual([]);
  await testing.subgraph.work(async (ctx) =>
    enqueue(ctx, tellSilent, { hasListened: true }, { key: 'next', tenantId: tenant }),
  );
  await vi.waitFor(async () => expect(await told()).toMatchObject([{ name: 'Bar', isSo: true }]));
});
