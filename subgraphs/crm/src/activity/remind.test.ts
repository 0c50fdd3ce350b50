import { Unavailable } from '@mycelium/kit/errors';
import { person, type TestSubgraph, type TestViewer, testSubgraph } from '@mycelium/kit/testing';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { tenantsIn } from '../../test/tenants.ts';
import { crm } from '../subgraph.ts';

const CREATE = 'mutation ($input: CreateActivityInput!) { createActivity(input: $input) { id version remindAt } }';
const UPDATE =
  'mutation ($id: ID!, $input: UpdateActivityInput!) { updateActivity(id: $id, input: $input) { version } }';
const COMPLETE = 'mutation ($id: ID!) { completeActivity(id: $id) { id } }';
const REOPEN = 'mutation ($id: ID!) { reopenActivity(id: $id) { id } }';
const REMOVE = 'mutation ($id: ID!) { removeActivity(id: $id) }';

const DAY_MS = 86_400_000;
const MINUTE_MS = 60_000;

let testing: TestSubgraph;
let isAway = false;
let askedInVain = 0;
const tenants = tenantsIn('America/Chicago');
beforeAll(async () => {
  testing = await testSubgraph(crm, {
    async neighbours(name, call) {
      if (!isAway) return tenants.answer(name, call);
      askedInVain += 1;
      throw new Unavailable('The subgraph tenants');
    },
  });
});
afterAll(() => testing.close());

interface Made {
  id: string;
  version: number;
  remindAt: string | null;
}
interface Notice {
  kind: string;
  userId: string;
  path: string;
  values: Record<string, string | number>;
}

const make = async (by: TestViewer, input: object): Promise<Made> => {
  const given = { type: 'CALL', subject: { kind: 'TENANT', id: by.viewer.tenantId }, title: 'Call', ...input };
  return (await by.run<{ createActivity: Made }>(CREATE, { input: given })).createActivity;
};
const now = () => testing.subgraph.work(async (ctx) => ctx.now());
/** Moves the clock of the business, and waits until the process goes by it. */
async function moveTo(moment: Date): Promise<void> {
  await testing.subgraph.work(({ redis }) => redis.set('mycelium:clock', moment.getTime() - Date.now()));
  await vi.waitFor(async () => expect((await now()).getTime()).toBeGreaterThanOrEqual(moment.getTime()));
}

/** What the people of a tenant were notified of, as `kind title`, with the person. */
async function noticesOf({ viewer }: TestViewer): Promise<Notice[]> {
  const entries = await testing.subgraph.work(({ redis }) =>
    redis.xrange(`mycelium:feed:${viewer.tenantId}`, '-', '+'),
  );
  return entries
    .map(([, [, event = '']]) => JSON.parse(event) as { type: string; payload: Notice })
    .flatMap(({ type, payload }) => (type === 'notice.raised' ? [payload] : []));
}
const said = async (by: TestViewer) =>
  (await noticesOf(by)).map(({ kind, userId, values }) => `${kind} ${values.title} ${userId}`);
/** Waits until a tenant has so many notices, then answers them. */
const wait = (by: TestViewer, count: number) =>
  vi.waitFor(async () => {
    const all = await noticesOf(by);
    expect(all).toHaveLength(count);
    return all;
  });

/** A manager with colleagues who work in these zones. */
function team(...zones: string[]): { owner: TestViewer; people: string[] } {
  const owner = testing.as(person('OWNER'));
  const people = zones.map(() => person('MANAGER').id);
  const members = people.map((id, at) => ({ id, role: 'MANAGER' as const, timeZone: zones[at] }));
  tenants.members.set(String(owner.viewer.tenantId), members);
  return { owner, people };
}
const dayIn = (moment: Date, zone: string) => moment.toLocaleDateString('en-CA', { timeZone: zone });

test('a colleague in Istanbul is reminded at nine there, once, and once more when it is overdue', async () => {
  const { owner, people } = team('Europe/Istanbul');
  const [colleague] = people;
  const dueOn = dayIn(new Date((await now()).getTime() + 2 * DAY_MS), 'Europe/Istanbul');
  const nine = new Date(`${dueOn}T09:00:00+03:00`);
  const { id, remindAt } = await make(owner, { title: 'Call Ada', dueOn, assigneeId: colleague });
  expect(remindAt).toBe(nine.toISOString());
  expect(await wait(owner, 1)).toMatchObject([
    { kind: 'activity.assigned', userId: colleague, path: `/crm/activities/${id}`, values: { title: 'Call Ada' } },
  ]);
  await moveTo(new Date(nine.getTime() + 1_000));
  const [, due] = await wait(owner, 2);
  expect(due).toMatchObject({ kind: 'activity.due', userId: colleague, path: `/crm/activities/${id}` });
  expect(due?.values).toEqual({ title: 'Call Ada', at: dueOn });
  // The platform was down for two hours.
  await moveTo(new Date(nine.getTime() + DAY_MS + 2 * 60 * MINUTE_MS));
  const [, , overdue] = await wait(owner, 3);
  expect(overdue).toMatchObject({ kind: 'activity.overdue', userId: colleague });
  expect(overdue?.values).toEqual({ title: 'Call Ada', at: dueOn, late: 120 });
  await owner.run(COMPLETE, { id });
  await owner.run(REOPEN, { id });
  await moveTo(new Date(nine.getTime() + 5 * DAY_MS));
  await make(owner, { title: 'Another', assigneeId: colleague });
  expect(await wait(owner, 4)).toMatchObject([{}, {}, {}, { values: { title: 'Another' } }]);
}, 20_000);

test('what is moved is told again at its new time, and what is completed, removed or given away reminds nobody else', async () => {
  const { owner, people } = team('America/Chicago', 'America/Chicago');
  const [ada, bea] = people;
  const moment = new Date(Math.ceil((await now()).getTime() / MINUTE_MS) * MINUTE_MS + DAY_MS);
  const dueAt = moment.toISOString();
  const plan = (title: string) => make(owner, { title, dueAt, remindMinutesBefore: 0, assigneeId: ada });
  const [kept, moved, completed, removed, given] = await Promise.all(
    ['Kept', 'Moved', 'Completed', 'Removed', 'Given'].map(plan),
  );
  const later = new Date(moment.getTime() + 60 * MINUTE_MS).toISOString();
  await owner.run(UPDATE, { id: moved?.id, input: { version: moved?.version, dueAt: later } });
  await owner.run(COMPLETE, { id: completed?.id });
  await owner.run(REMOVE, { id: removed?.id });
  await owner.run(UPDATE, { id: given?.id, input: { version: given?.version, assigneeId: bea } });
  const before = await wait(owner, 6);
  expect(before.map(({ kind }) => kind)).toEqual(Array.from({ length: 6 }, () => 'activity.assigned'));
  await moveTo(moment);
  await wait(owner, 8);
  expect((await said(owner)).slice(6).toSorted()).toEqual([`activity.due Given ${bea}`, `activity.due Kept ${ada}`]);
  await moveTo(new Date(later));
  await wait(owner, 9);
  expect((await said(owner)).at(-1)).toBe(`activity.due Moved ${ada}`);
  const again = new Date(moment.getTime() + 120 * MINUTE_MS).toISOString();
  const { version } = kept ?? {};
  await owner.run(UPDATE, { id: kept?.id, input: { version, dueAt: again } });
  await moveTo(new Date(again));
  await wait(owner, 10);
  expect((await said(owner)).at(-1)).toBe(`activity.due Kept ${ada}`);
}, 20_000);

test('who takes something themselves, or may no longer see the CRM, hears nothing', async () => {
  const { owner, people } = team('America/Chicago');
  const [ada] = people;
  const tenant = String(owner.viewer.tenantId);
  const own = testing.as({ ...owner.viewer, id: String(ada) });
  const dueAt = new Date(Math.ceil((await now()).getTime() / MINUTE_MS) * MINUTE_MS + DAY_MS);
  const input = { dueAt: dueAt.toISOString(), remindMinutesBefore: 60, assigneeId: ada };
  await make(own, { ...input, title: 'Own' });
  tenants.members.set(tenant, [{ id: String(ada), role: 'KITCHEN' }]);
  await moveTo(new Date(dueAt.getTime() - 60 * MINUTE_MS));
  const marked = () =>
    testing.subgraph.work(({ em }) =>
      em.execute('select 1 from crm.activity where tenant_id = ? and reminded_for = remind_at', [tenant]),
    );
  await vi.waitFor(async () => expect(await marked()).toHaveLength(1));
  expect(await noticesOf(owner)).toEqual([]);
}, 20_000);

test('reminders wait until somebody can say who may see them, and those of a minute are one task', async () => {
  const { owner, people } = team('America/Chicago');
  const [ada] = people;
  const dueAt = new Date(Math.ceil((await now()).getTime() / MINUTE_MS) * MINUTE_MS + DAY_MS);
  const titles = Array.from({ length: 30 }, (_, at) => `Call ${at}`);
  const own = testing.as({ ...owner.viewer, id: String(ada) });
  for (const title of titles)
    await make(own, { title, dueAt: dueAt.toISOString(), remindMinutesBefore: 0, assigneeId: ada });
  const jobs = await testing.subgraph.work(({ em }) =>
    em.execute("select 1 from crm_worker._private_jobs where payload ->> 'tenantId' = ? and payload ->> 'due' = ?", [
      ...[owner.viewer.tenantId, dueAt.toISOString()],
    ]),
  );
  expect(jobs).toHaveLength(1);
  isAway = true;
  await moveTo(dueAt);
  await vi.waitFor(() => expect(askedInVain).toBeGreaterThan(0));
  isAway = false;
  const notices = await wait(owner, titles.length);
  expect(notices.map(({ values }) => values.title).toSorted()).toEqual(titles.toSorted());
}, 20_000);

test('a time that the clocks leave out, or show twice, is reminded of once', async () => {
  const { owner, people } = team('America/Chicago');
  const own = testing.as({ ...owner.viewer, id: String(people[0]) });
  const plan = (title: string, dueAt: string) =>
    make(own, { title, dueAt, timeZone: 'America/Chicago', remindMinutesBefore: 0, assigneeId: people[0] });
  await plan('Left out', '2031-03-09T02:30');
  await plan('After it', '2031-03-09T04:00');
  await plan('Twice', '2031-11-02T01:30');
  await plan('After both', '2031-11-02T03:00');
  const told = ['Left out', 'After it', 'Twice', 'After both'].map((title) => `activity.due ${title} ${people[0]}`);
  // What was not done is overdue besides.
  const due = async () => (await said(owner)).filter((each) => each.startsWith('activity.due'));
  // Half past three in summer; four; half past one in summer, then in winter; three.
  for (const [utc, count] of [
    ['2031-03-09T08:30:00Z', 1],
    ['2031-03-09T09:00:00Z', 2],
    ['2031-11-02T06:30:00Z', 3],
    ['2031-11-02T07:30:00Z', 3],
    ['2031-11-02T09:00:00Z', 4],
  ] as const) {
    await moveTo(new Date(utc));
    await vi.waitFor(async () => expect(await due()).toEqual(told.slice(0, count)));
  }
}, 30_000);
