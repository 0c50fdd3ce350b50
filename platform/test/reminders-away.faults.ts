import { setTimeout } from 'node:timers/promises';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { logIn, type TestClient } from './client.ts';
import { inOneProcess } from './network.ts';
import type { Service } from './services.ts';

const CREATE = 'mutation ($input: CreateActivityInput!) { createActivity(input: $input) { id } }';
const NOTICES = '{ viewer { notices(first: 100) { edges { node { kind values } } } } }';
const COUNT = 12;
/** A short while before they are due, so that they become due while the server is away. */
const BEFORE_MS = 4_000;
const AWAY_MS = 12_000;
const A_MINUTE_MS = 60_000;

let network: Awaited<ReturnType<typeof inOneProcess>>;
let owner: TestClient;
let manager: TestClient;
let admin: TestClient;
beforeAll(async () => {
  network = await inOneProcess();
  owner = await logIn(network.url, 'owner@las-reinas.test');
  manager = await logIn(network.url, 'manager@las-reinas.test');
  admin = await logIn(network.url, 'admin@mycelium.test');
}, 60_000);
afterAll(async () => {
  await Promise.all([owner, manager, admin].map((client) => client?.close()));
  await network?.close();
});

interface Notices {
  viewer: { notices: { edges: { node: { kind: string; values: { title: string; late?: number } } }[] } };
}

/** The reminders that somebody got of these. */
async function reminders(of: string): Promise<{ title: string; late?: number }[]> {
  const { viewer } = await manager.run<Notices>(NOTICES);
  return viewer.notices.edges
    .filter(({ node: { kind, values } }) => kind === 'activity.due' && values.title.startsWith(of))
    .map(({ node }) => node.values);
}

// Both for a whole minute, which is longer than any attempt waits for a connection and than a task comes round.
test.each<[string, number, (services: Record<'redis' | 'postgres', Service>) => Service[]]>([
  ['Redis', AWAY_MS, ({ redis }) => [redis]],
  ['PostgreSQL', AWAY_MS, ({ postgres }) => [postgres]],
  ['both', A_MINUTE_MS, ({ redis, postgres }) => [redis, postgres]],
])(
  'what becomes due while %s is away for %i ms goes out once when that is back',
  async (name, awayMs, away) => {
    const { viewer } = await manager.run<{ viewer: { id: string; tenant: { id: string } } }>(
      '{ viewer { id tenant { id } } }',
    );
    const { businessClock } = await admin.run<{ businessClock: { now: string } }>('{ businessClock { now } }');
    const due = new Date(Date.parse(businessClock.now) + 86_400_000);
    due.setUTCSeconds(0, 0);
    const titles = Array.from({ length: COUNT }, (_, n) => `${name} ${n}`);
    for (const title of titles)
      await owner.run(CREATE, {
        input: {
          ...{ type: 'CALL', title, subject: { kind: 'TENANT', id: viewer.tenant.id }, assigneeId: viewer.id },
          ...{ dueAt: due.toISOString(), remindMinutesBefore: 0 },
        },
      });
    const to = new Date(due.getTime() - BEFORE_MS);
    await admin.run('mutation ($to: DateTime) { moveClock(to: $to) { now } }', { to });
    const services = away(network);
    await Promise.all(services.map((service) => service.stop()));
    await setTimeout(awayMs);
    await Promise.all(services.map((service) => service.start()));

    const told = await vi.waitFor(
      async () => {
        const all = await reminders(name);
        expect(all.length).toBeGreaterThanOrEqual(COUNT);
        return all;
      },
      { timeout: 90_000, interval: 500 },
    );
    expect(told.map(({ title }) => title).toSorted()).toEqual(titles.toSorted());
    await setTimeout(3_000);
    expect(await reminders(name)).toHaveLength(COUNT);
  },
  240_000,
);
