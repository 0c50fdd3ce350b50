import { backgroundContext, type Context, resourcesOf } from '@mycelium/kit/context';
import { readTaskCounts } from '@mycelium/kit/queues/task-counts';
import { enqueue } from '@mycelium/kit/tasks/enqueue';
import { GiveUp, task } from '@mycelium/kit/tasks/task';
import { person, type TestSubgraph, testSubgraph } from '@mycelium/kit/testing';
import { inTransaction } from '@mycelium/kit/transaction';
import { v7 as uuidv7 } from 'uuid';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { z } from 'zod';
import { tenants } from '../subgraph.ts';

const QUEUES = `query ($t: ID!) { queues(tenantId: $t) { tenants {
  subgraph kind waiting due running failed doneLastHour isPaused oldestDueAt
  tasks { id state about reached attempts mostAttempts error } attempts { taskId number outcome error }
} } }`;
const act = (name: string) => `mutation ($t: ID!, $id: ID!) { ${name}(tenantId: $t, id: $id) { tenantId } }`;
const steer = (name: string) =>
  `mutation ($t: ID!, $kind: String!) { ${name}(tenantId: $t, subgraph: "tenants", kind: $kind) { tenantId } }`;

interface Queue {
  kind: string;
  isPaused: boolean;
  waiting: number;
  due: number;
  running: number;
  failed: number;
  doneLastHour: number;
  tasks: { id: string; state: string; error: string | null }[];
  attempts: { taskId: string; outcome: string; error: string | null }[];
}

let isBroken = true;
const cancelled: string[] = [];
const named = z.object({ name: z.string() });
const work = task(
  'work',
  named,
  async ({ signal, keep }, { name }) => {
    if (name === 'broken' && isBroken) throw new GiveUp('The oven is cold.');
    if (name !== 'long') return;
    await keep({ rows: 7 }, async () => undefined);
    await new Promise((_, reject) => signal.addEventListener('abort', () => reject(signal.reason)));
  },
  { cancelled: async (_ctx, { name }) => void cancelled.push(name) },
);

let testing: TestSubgraph;
beforeAll(async () => {
  testing = await testSubgraph({ ...tenants, tasks: [...(tenants.tasks ?? []), work] });
});
afterAll(() => testing.close());

async function plan(tenantId: string, name: string, runAt?: Date): Promise<void> {
  const resources = await testing.subgraph.work(async (ctx) => resourcesOf(ctx));
  const context: Context = backgroundContext(resources, tenantId);
  await inTransaction(context, async () => enqueue(context, work, { name }, { runAt }));
}

function manager(tenantId = uuidv7()) {
  const viewer = testing.as(person('MANAGER', tenantId));
  const read = async (): Promise<Queue | undefined> => {
    const { queues } = await viewer.run<{ queues: { tenants: Queue[] } }>(QUEUES, { t: tenantId });
    return queues.tenants.find(({ kind }) => kind === 'work');
  };
  const until = (queue: object) => vi.waitFor(async () => expect(await read()).toMatchObject(queue));
  return { viewer, t: tenantId, read, until };
}

test('each kind of work says what waits, runs, was given up and was done, with why', async () => {
  const { t, until } = manager();
  await plan(t, 'fine');
  await plan(t, 'broken');
  await plan(t, 'tomorrow', new Date(Date.now() + 86_400_000));
  await until({
    ...{
      subgraph: 'tenants',
      kind: 'work',
      waiting: 1,
      due: 0,
      running: 0,
      failed: 1,
      doneLastHour: 1,
      isPaused: false,
    },
    tasks: [
      { state: 'FAILED', about: { name: 'broken' }, attempts: 12, mostAttempts: 12, error: 'The oven is cold.' },
      { state: 'WAITING', about: { name: 'tomorrow' }, attempts: 0, error: null },
    ],
    attempts: expect.arrayContaining([
      { taskId: expect.stringMatching(/^tenants:\d+$/), number: 1, outcome: 'GIVEN_UP', error: 'The oven is cold.' },
      { taskId: expect.any(String), number: 1, outcome: 'DONE', error: null },
    ]),
  });
});

test('what was given up is retried by hand, and its history tells of both', async () => {
  const { viewer, t, read, until } = manager();
  await plan(t, 'broken');
  await until({ failed: 1 });
  const [{ id } = { id: '' }] = (await read())?.tasks ?? [];
  isBroken = false;
  expect(await viewer.run(act('retryTask'), { t, id })).toEqual({ retryTask: { tenantId: t } });
  await until({ failed: 0, doneLastHour: 1 });
  isBroken = true;
  expect((await read())?.attempts.map(({ taskId, outcome }) => [taskId, outcome])).toEqual([
    [id, 'DONE'],
    [id, 'GIVEN_UP'],
  ]);
  expect(await viewer.refusal(act('retryTask'), { t, id })).toMatchObject({ code: 'NOT_FOUND' });
});

test('what is at work is cancelled at once, and whoever planned it hears so; it is not retried meanwhile', async () => {
  const { viewer, t, read, until } = manager();
  await plan(t, 'long');
  await until({ running: 1, tasks: [{ reached: { rows: 7 } }] });
  const [{ id } = { id: '' }] = (await read())?.tasks ?? [];
  expect(await viewer.refusal(act('retryTask'), { t, id })).toMatchObject({ code: 'CONFLICT', reason: 'TASK_RUNNING' });
  await viewer.run(act('cancelTask'), { t, id });
  await until({ running: 0, waiting: 0, due: 0, failed: 0, attempts: [{ taskId: id, outcome: 'CANCELLED' }] });
  expect(cancelled).toEqual(['long']);
});

test('a kind that is paused begins nothing, of this tenant alone, until it is resumed', async () => {
  const [one, other] = [manager(), manager()];
  await one.viewer.run(steer('pauseTasks'), { t: one.t, kind: 'work' });
  await one.until({ isPaused: true });
  let others = 0;
  const afterOthers = async () => {
    await plan(one.t, 'fine');
    await plan(other.t, 'fine');
    others += 1;
    await other.until({ doneLastHour: others, isPaused: false });
    return one.read();
  };
  // The runner hears of it by a notice, and until then does what is planned.
  await expect.poll(afterOthers).toMatchObject({ due: 1, running: 0 });
  await one.viewer.run(steer('resumeTasks'), { t: one.t, kind: 'work' });
  await one.until({ due: 0, isPaused: false });
  expect(await one.viewer.refusal(steer('pauseTasks'), { t: one.t, kind: 'nothing' })).toMatchObject({
    code: 'NOT_FOUND',
  });
});

test('who follows hears of each change without asking, and a few times a second at most', async () => {
  const { viewer, t } = manager();
  const changes = await viewer.follow(
    'subscription ($t: ID!) { queueChanged(tenantId: $t) { tenants { kind doneLastHour } } }',
    { t },
  );
  const next = async () => (await changes.next()).value?.data as { queueChanged: { tenants: Queue[] } };
  expect((await next()).queueChanged.tenants).toEqual([]);
  for (let n = 0; n < 30; n += 1) await plan(t, 'fine');
  let told = 0;
  for (let done = 0; done < 30; told += 1) done = (await next()).queueChanged.tenants[0]?.doneLastHour ?? 0;
  expect(told).toBeLessThan(20);
  await changes.return?.();
});

test('how many tasks are in which state is where the gateways read it for their metrics', async () => {
  const { t, until } = manager();
  await plan(t, 'broken');
  await until({ failed: 1 });
  await vi.waitFor(async () => {
    const counts = await testing.subgraph.work(({ redis }) => readTaskCounts(redis));
    const failed = counts.find(({ kind, state }) => kind === 'work' && state === 'failed');
    expect(failed).toMatchObject({ subgraph: 'tenants', count: expect.any(Number) });
    expect(failed?.count).toBeGreaterThan(0);
  });
});

test('a tenant sees and steers its own work alone; the staff of the platform all of it', async () => {
  const { t, until, read } = manager();
  await plan(t, 'broken');
  await until({ failed: 1 });
  const [{ id } = { id: '' }] = (await read())?.tasks ?? [];
  const stranger = testing.as(person('OWNER'));
  const own = { t: stranger.viewer.tenantId, id };
  expect(await stranger.refusal(QUEUES, { t })).toMatchObject({ code: 'NOT_FOUND' });
  expect(await stranger.refusal(QUEUES, { t: 'all' })).toMatchObject({ code: 'FORBIDDEN' });
  expect(await stranger.refusal(act('cancelTask'), { t, id })).toMatchObject({ code: 'NOT_FOUND' });
  expect(await stranger.refusal(act('cancelTask'), own)).toMatchObject({ code: 'NOT_FOUND' });
  expect(await testing.as(person('KITCHEN', t)).refusal(QUEUES, { t })).toMatchObject({ code: 'FORBIDDEN' });
  expect(await testing.as(person('AUDITOR', t)).refusal(act('cancelTask'), { t, id })).toMatchObject({
    code: 'FORBIDDEN',
  });
  for (const bad of ['tenants:1 or 1=1', 'tenants:99999999999999999999', 'nowhere:1', ':', 'tenants:\u0000'])
    expect(['NOT_FOUND', 'BAD_USER_INPUT']).toContain(
      (await testing.as(person('OWNER', t)).refusal(act('cancelTask'), { t, id: bad })).code,
    );

  const admin = testing.as(person('ADMIN'));
  const { queues } = await admin.run<{ queues: { tenants: Queue[] } }>(QUEUES, { t: 'all' });
  const all = queues.tenants.find(({ kind }) => kind === 'work');
  expect(all?.tasks.map((each) => each.id)).toContain(id);
  await admin.run(act('cancelTask'), { t: 'all', id });
  await until({ failed: 0 });
});
