import { person, type TestSubgraph, type TestViewer, testSubgraph } from '@mycelium/kit/testing';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { tenantsIn } from '../../test/tenants.ts';
import { crm } from '../subgraph.ts';
import { awaitsReminder } from './activity.ts';

const CREATE = 'mutation ($input: CreateActivityInput!) { createActivity(input: $input) { id version side } }';
const UPDATE =
  'mutation ($id: ID!, $input: UpdateActivityInput!) { updateActivity(id: $id, input: $input) { title version } }';
const COMPLETE = `mutation ($id: ID!, $outcome: String, $next: CreateActivityInput) {
  completeActivity(id: $id, outcome: $outcome, next: $next) { outcome completedAt completedBy version }
}`;
const REOPEN = 'mutation ($id: ID!) { reopenActivity(id: $id) { completedAt reopenedBy } }';
const REMOVE = 'mutation ($id: ID!) { removeActivity(id: $id) }';
const RESTORE = 'mutation ($id: ID!) { restoreActivity(id: $id) { title } }';
const READ = `query ($id: ID!) { activity(id: $id) {
  type title description assigneeId dueOn dueAt timeZone dueNotice durationMinutes remindMinutesBefore repeat tags outcome completedAt
  subject { kind id } contact { name }
} }`;
const LIST = `query ($t: ID!, $filter: ActivityFilter, $first: Int, $after: String) {
  activities(tenantId: $t, filter: $filter, first: $first, after: $after) {
    totalCount pageInfo { endCursor hasNextPage } edges { node { title contact { name } followsId dueOn } }
  }
}`;
const CHANGES = 'subscription ($t: ID!) { activityChanged(tenantId: $t) { kind activityId activity { title } } }';
const CONTACT = 'mutation ($input: CreateContactInput!) { createContact(input: $input) { id } }';

let testing: TestSubgraph;
const tenants = tenantsIn('America/Chicago');
/** How often the tenants subgraph was asked. */
let asked = 0;
beforeAll(async () => {
  testing = await testSubgraph(crm, {
    neighbours: (...question) => {
      asked += 1;
      return tenants.answer(...question);
    },
  });
});
afterAll(() => testing.close());

interface Made {
  id: string;
  version: number;
  side: string;
}
interface Listed {
  activities: {
    pageInfo: { endCursor: string; hasNextPage: boolean };
    edges: { node: { title: string; followsId: string | null; dueOn: string | null } }[];
  };
}

const subjectOf = ({ viewer }: TestViewer) => ({ kind: 'TENANT', id: viewer.tenantId });
const make = async (by: TestViewer, input: object = {}): Promise<Made> => {
  const given = { type: 'CALL', subject: subjectOf(by), title: 'Call the mill', ...input };
  return (await by.run<{ createActivity: Made }>(CREATE, { input: given })).createActivity;
};
const refusalOf = async (by: TestViewer, input: object) => {
  const given = { type: 'CALL', subject: subjectOf(by), title: 'Call the mill', ...input };
  const { code, reason, path } = await by.refusal(CREATE, { input: given });
  return [code, path, reason];
};
const rows = async (by: TestViewer, filter: object = {}) =>
  (await by.run<Listed>(LIST, { t: by.viewer.tenantId, filter, first: 50 })).activities.edges.map(({ node }) => node);
const list = async (by: TestViewer, filter: object = {}) => (await rows(by, filter)).map(({ title }) => title);
const dayFrom = (days: number, zone = 'America/Chicago') =>
  new Date(Date.now() + days * 86_400_000).toLocaleDateString('en-CA', { timeZone: zone });

test('an activity is kept as it was given, changed once per version, removed and restored', async () => {
  const owner = testing.as(person('OWNER'));
  const { createContact: contact } = await owner.run<{ createContact: { id: string } }>(CONTACT, {
    input: { name: 'Molino Real' },
  });
  const given = {
    ...{ type: 'VISIT', title: ' See the mill ', description: 'Bring samples', tags: ['maize'], durationMinutes: 45 },
    ...{ dueAt: '2031-03-09T02:30', remindMinutesBefore: 30, repeat: 'FREQ=WEEKLY' },
  };
  const { id, version } = await make(owner, { ...given, subject: { kind: 'CONTACT', id: contact.id } });
  expect(await owner.run(READ, { id })).toEqual({
    activity: {
      ...given,
      ...{ title: 'See the mill', assigneeId: null, dueOn: null, outcome: null, completedAt: null },
      ...{ dueAt: '2031-03-09T08:30:00.000Z', timeZone: 'America/Chicago', dueNotice: 'CLOCKS_GO_FORWARD' },
      ...{ subject: { kind: 'CONTACT', id: contact.id }, contact: { name: 'Molino Real' } },
    },
  });
  const input = { version, dueOn: '2031-04-01', title: 'Visit the mill', description: null };
  expect(await owner.run(UPDATE, { id, input })).toEqual({
    updateActivity: { title: 'Visit the mill', version: version + 1 },
  });
  expect(await owner.run(READ, { id })).toMatchObject({
    activity: { dueOn: '2031-04-01', dueAt: null, dueNotice: null, remindMinutesBefore: null, repeat: 'FREQ=WEEKLY' },
  });
  expect(await owner.refusal(UPDATE, { id, input })).toMatchObject({ code: 'CONFLICT' });
  await owner.run(UPDATE, { id, input: { version: version + 1, dueOn: null } });
  expect(await owner.run(READ, { id })).toMatchObject({ activity: { dueOn: null, timeZone: null, repeat: null } });
  await owner.run(REMOVE, { id });
  expect(await owner.run(READ, { id })).toEqual({ activity: null });
  expect(await owner.refusal(COMPLETE, { id })).toMatchObject({ code: 'NOT_FOUND' });
  expect(await owner.run(RESTORE, { id })).toEqual({ restoreActivity: { title: 'Visit the mill' } });
});

test('of nobody and without a date it asks nobody where a day begins, until it is due', async () => {
  const owner = testing.as(person('OWNER'));
  const before = asked;
  const subject = { kind: 'TENANT', id: owner.viewer.tenantId };
  const { createActivity } = await owner.run<{ createActivity: { id: string; version: number } }>(
    'mutation ($input: CreateActivityInput!) { createActivity(input: $input) { id version } }',
    { input: { type: 'TASK', title: 'Count the chairs', subject } },
  );
  expect(asked).toBe(before);
  const { id, version } = createActivity;
  expect(
    await owner.run(
      'mutation ($id: ID!, $input: UpdateActivityInput!) { updateActivity(id: $id, input: $input) { dueAt timeZone } }',
      { id, input: { version, dueAt: '2099-07-01T09:00:00' } },
    ),
  ).toEqual({ updateActivity: { dueAt: '2099-07-01T14:00:00.000Z', timeZone: 'America/Chicago' } });
});

test('what is due today, overdue or upcoming goes by the midnight of whoever is to do it', async () => {
  const owner = testing.as(person('OWNER'));
  const [east, west] = [person('MANAGER').id, person('MANAGER').id];
  tenants.members.set(String(owner.viewer.tenantId), [
    { id: east, role: 'MANAGER', timeZone: 'Pacific/Kiritimati' },
    { id: west, role: 'MANAGER', timeZone: 'Pacific/Pago_Pago' },
  ]);
  // There it is always tomorrow of what it is here: the two are 25 hours apart.
  const today = dayFrom(0, 'Pacific/Kiritimati');
  await make(owner, { title: 'East', assigneeId: east, dueOn: today });
  await make(owner, { title: 'West', assigneeId: west, dueOn: today });
  await make(owner, { title: 'Never' });
  await make(owner, { title: 'Long ago', dueOn: dayFrom(-3), confirmPast: true });
  expect(await list(owner, { due: 'TODAY' })).toEqual(['East']);
  expect(await list(owner, { due: 'UPCOMING' })).toEqual(['West']);
  expect(await list(owner, { due: 'OVERDUE' })).toEqual(['Long ago']);
  expect(await list(owner, { due: 'NONE' })).toEqual(['Never']);
  expect(await list(owner)).toEqual(['Long ago', 'East', 'West', 'Never']);
  expect(await list(owner, { assignee: west })).toEqual(['West']);
});

test('an activity is found by its words for as long as it is there, and stands on the timeline of its subject', async () => {
  const owner = testing.as(person('OWNER'));
  const { id, version } = await make(owner, { title: 'Ask for the harvest', description: 'blue maize' });
  const found = async (text: string) => {
    const query =
      'query ($t: ID!, $text: String!) { searchCrm(tenantId: $t, text: $text) { edges { node { kind id } } } }';
    const { searchCrm } = await owner.run<{ searchCrm: { edges: { node: object }[] } }>(query, {
      ...{ t: owner.viewer.tenantId, text },
    });
    return searchCrm.edges.map(({ node }) => node);
  };
  expect(await found('maize')).toEqual([{ kind: 'ACTIVITY', id }]);
  await owner.run(UPDATE, { id, input: { version, description: 'white corn' } });
  expect(await found('maize')).toEqual([]);
  await owner.run(COMPLETE, { id, outcome: 'Agreed on October' });
  expect(await found('october')).toEqual([{ kind: 'ACTIVITY', id }]);
  await owner.run(REMOVE, { id });
  expect(await found('october')).toEqual([]);
  await owner.run(RESTORE, { id });
  expect(await found('october')).toEqual([{ kind: 'ACTIVITY', id }]);
  const entries = await testing.subgraph.work(({ em }) =>
    em.execute<{ kind: string }[]>('select kind from crm.timeline_entry where related_id = ? order by at, id', [id]),
  );
  expect(entries.map(({ kind }) => kind)).toEqual([
    ...['ACTIVITY_CREATED', 'ACTIVITY_COMPLETED', 'ACTIVITY_REMOVED', 'ACTIVITY_RESTORED'],
  ]);
});

test('activities are found by type, tag, subject and whether they are done', async () => {
  const owner = testing.as(person('OWNER'));
  const { createContact: contact } = await owner.run<{ createContact: { id: string } }>(CONTACT, {
    input: { name: 'Molino Real' },
  });
  const subject = { kind: 'CONTACT', id: contact.id };
  const { id } = await make(owner, { title: 'A', type: 'DEMO', tags: ['fair'], subject });
  await make(owner, { title: 'B' });
  await owner.run(COMPLETE, { id });
  for (const filter of [{ type: 'DEMO' }, { tag: 'fair' }, { subject }, { open: false }])
    expect([filter, await list(owner, filter)]).toEqual([filter, ['A']]);
  expect(await list(owner, { open: true })).toEqual(['B']);
  expect(await list(owner, { assignee: 'nobody' })).toEqual([]);
  expect(
    await owner.run('query ($id: ID!) { contact(id: $id) { activities(open: false) { edges { node { title } } } } }', {
      id: contact.id,
    }),
  ).toEqual({ contact: { activities: { edges: [{ node: { title: 'A' } }] } } });
});

test('a completion and its next step are one, and the second of two finds it done', async () => {
  const owner = testing.as(person('OWNER'));
  const { id } = await make(owner);
  const next = { type: 'EMAIL', subject: subjectOf(owner), title: 'Send the offer' };
  const wrong = { ...next, dueOn: '2020-01-01' };
  expect(await owner.refusal(COMPLETE, { id, next: wrong })).toMatchObject({
    path: ['next', 'dueOn'],
    reason: 'IN_THE_PAST',
  });
  expect(await owner.run(READ, { id })).toMatchObject({ activity: { completedAt: null } });
  const both = await Promise.all([
    owner.run<{ completeActivity: object }>(COMPLETE, { id, outcome: 'Agreed', next }),
    owner.run<{ completeActivity: object }>(COMPLETE, { id, outcome: 'Agreed', next }),
  ]);
  expect(both[0]).toEqual(both[1]);
  expect(both[0].completeActivity).toMatchObject({ outcome: 'Agreed', completedBy: owner.viewer.id });
  expect(await rows(owner, { open: true })).toMatchObject([{ title: 'Send the offer', followsId: id }]);
  expect(await owner.run(REOPEN, { id })).toEqual({
    reopenActivity: { completedAt: null, reopenedBy: owner.viewer.id },
  });
});

test('of a completion and another assignee at once, both are kept or the second is a conflict', async () => {
  const owner = testing.as(person('OWNER'));
  const colleague = person('MANAGER').id;
  tenants.members.set(String(owner.viewer.tenantId), [{ id: colleague, role: 'MANAGER' }]);
  const { id, version } = await make(owner);
  const [completed, given] = await Promise.all([
    owner.ask(COMPLETE, { id }),
    owner.ask(UPDATE, { id, input: { version, assigneeId: colleague } }),
  ]);
  expect(completed.errors).toBeUndefined();
  const { activity } = await owner.run<{ activity: object }>(READ, { id });
  expect(activity).toMatchObject({ completedAt: expect.any(String) });
  if (given.errors) {
    expect(given.errors[0]?.extensions).toMatchObject({ code: 'CONFLICT' });
    expect(activity).toMatchObject({ assigneeId: null });
  } else expect(activity).toMatchObject({ assigneeId: colleague });
});

test('what repeats comes again once, whenever it is completed', async () => {
  const owner = testing.as(person('OWNER'));
  const dueOn = dayFrom(2);
  const { id } = await make(owner, { title: 'Order maize', dueOn, repeat: 'FREQ=DAILY;INTERVAL=7' });
  await owner.run(COMPLETE, { id });
  const next = { title: 'Order maize', followsId: id, dueOn: dayFrom(9) };
  expect(await rows(owner, { open: true })).toMatchObject([next]);
  await owner.run(REOPEN, { id });
  await owner.run(COMPLETE, { id });
  expect(await rows(owner, { open: true })).toMatchObject([next]);
});

test('what cannot be due is refused by its path', async () => {
  const owner = testing.as(person('OWNER'));
  const invalid = 'BAD_USER_INPUT';
  for (const [input, field, reason] of [
    [{ dueOn: '2026-02-30' }, 'dueOn', 'NO_DATE'],
    [{ dueOn: 'tomorrow' }, 'dueOn', 'NO_DATE'],
    [{ dueOn: '12026-01-01' }, 'dueOn', 'NO_DATE'],
    [{ dueAt: '2026-02-30T10:00' }, 'dueAt', 'NO_DATE'],
    [{ dueAt: '2031-02-03T24:61:00Z' }, 'dueAt', 'NO_DATE'],
    [{ dueAt: '9999-01-01T00:00:00Z' }, 'dueAt', 'NO_DATE'],
    [{ dueOn: '2020-01-01' }, 'dueOn', 'IN_THE_PAST'],
    [{ dueAt: '2020-01-01T10:00' }, 'dueAt', 'IN_THE_PAST'],
    [{ dueOn: '2031-01-01', dueAt: '2031-01-01T10:00' }, 'dueAt', 'TWO_DUES'],
    [{ dueAt: '2031-01-01T10:00', timeZone: 'Mars/Olympus' }, 'timeZone', 'WRONG_FORM'],
    [{ dueOn: '2031-01-01', remindMinutesBefore: 10 }, 'remindMinutesBefore', 'NEEDS_TIME'],
    [{ repeat: 'FREQ=DAILY' }, 'repeat', 'NEEDS_DUE'],
    [{ dueOn: '2031-01-01', repeat: 'FREQ=SECONDLY' }, 'repeat', 'NO_RULE'],
    [{ durationMinutes: -1 }, 'durationMinutes', 'TOO_SMALL'],
    [{ title: ' ' }, 'title', 'MISSING'],
    [{ description: 'x'.repeat(10_001) }, 'description', 'TOO_LONG'],
    [{ assigneeId: person('OWNER').id }, 'assigneeId', 'MAY_NOT_READ'],
  ] as const)
    expect([input, await refusalOf(owner, input)]).toEqual([input, [invalid, ['input', field], reason]]);
  const { id } = await make(owner);
  expect(await refusalOf(owner, { subject: { kind: 'CONTACT', id } })).toContain('NOT_FOUND');
  expect(await refusalOf(owner, { subject: { kind: 'TENANT', id: 'x' } })).toContain('NOT_FOUND');
});

test('what the staff keep about a tenant is seen, heard and changed by nobody of the tenant', async () => {
  const owner = testing.as(person('OWNER'));
  const staff = testing.as(person('ADMIN', owner.viewer.tenantId));
  const changes = await owner.follow(CHANGES, { t: owner.viewer.tenantId });
  const kept = await make(staff, { title: 'Ask for the renewal', dueOn: dayFrom(1), assigneeId: staff.viewer.id });
  expect(kept.side).toBe('PLATFORM');
  expect(await owner.run(READ, { id: kept.id })).toEqual({ activity: null });
  expect(await list(owner)).toEqual([]);
  for (const [query, variables] of [
    [UPDATE, { id: kept.id, input: { version: 1, title: 'X' } }],
    [COMPLETE, { id: kept.id }],
    [REMOVE, { id: kept.id }],
  ] as const)
    expect(await owner.refusal(query, variables)).toMatchObject({ code: 'NOT_FOUND' });
  expect(await refusalOf(owner, { side: 'PLATFORM' })).toContain('FORBIDDEN');
  await make(owner, { title: 'Ours' });
  expect((await changes.next()).value?.data).toMatchObject({ activityChanged: { activity: { title: 'Ours' } } });
  await changes.return?.();
  expect(await list(staff)).toEqual(['Ask for the renewal', 'Ours']);
  expect(await list(staff, { side: 'TENANT' })).toEqual(['Ours']);
});

test('each change is announced to those who follow', async () => {
  const owner = testing.as(person('OWNER'));
  const changes = await owner.follow(CHANGES, { t: owner.viewer.tenantId });
  const next = async () => (await changes.next()).value?.data?.activityChanged;
  const { id, version } = await make(owner);
  await owner.run(UPDATE, { id, input: { version, title: 'Call the mill' } });
  await owner.run(UPDATE, { id, input: { version, title: 'Call them' } });
  for (const query of [COMPLETE, REOPEN, REMOVE, RESTORE]) await owner.run(query, { id });
  const told: unknown[] = [];
  for (let at = 0; at < 6; at += 1) told.push(((await next()) as { kind: string }).kind);
  expect(told).toEqual(['CREATED', 'UPDATED', 'COMPLETED', 'REOPENED', 'REMOVED', 'CREATED']);
  await changes.return?.();
});

test('people do what their role says, and nothing to another tenant', async () => {
  const owner = testing.as(person('OWNER'));
  const { id, version } = await make(owner);
  const auditor = testing.as(person('AUDITOR', owner.viewer.tenantId));
  expect(await auditor.run(READ, { id })).toMatchObject({ activity: { title: 'Call the mill' } });
  expect(await auditor.refusal(UPDATE, { id, input: { version, title: 'X' } })).toMatchObject({ code: 'FORBIDDEN' });
  const stranger = testing.as(person('OWNER'));
  expect(await stranger.run(READ, { id })).toEqual({ activity: null });
  for (const query of [COMPLETE, REOPEN, REMOVE, RESTORE])
    expect(await stranger.refusal(query, { id })).toMatchObject({ code: 'NOT_FOUND' });
});

test('a list takes the same statements whatever its length, and its pages follow each other', async () => {
  const owner = testing.as(person('OWNER'));
  const { createContact: contact } = await owner.run<{ createContact: { id: string } }>(CONTACT, {
    input: { name: 'Molino Real' },
  });
  const subject = { kind: 'CONTACT', id: contact.id };
  await make(owner, { title: 'A', subject, dueOn: dayFrom(1) });
  const one = await testing.countSql(() => list(owner, { due: 'UPCOMING' }));
  for (const title of ['B', 'C', 'D']) await make(owner, { title, subject, dueOn: dayFrom(1) });
  expect(await testing.countSql(() => list(owner, { due: 'UPCOMING' }))).toBe(one);
  const page = (after?: string) => owner.run<Listed>(LIST, { t: owner.viewer.tenantId, first: 3, after });
  const { activities } = await page();
  expect(activities.edges.map(({ node }) => node.title)).toEqual(['A', 'B', 'C']);
  const rest = await page(activities.pageInfo.endCursor);
  expect(rest.activities.edges.map(({ node }) => node.title)).toEqual(['D']);
});

test('what is due for a reminder is found by its index', async () => {
  const plan = await testing.subgraph.work(async ({ em }) => {
    await em.execute('set local enable_seqscan = off');
    return em.execute<{ 'QUERY PLAN': string }[]>(
      `explain select id from crm.activity where tenant_id = gen_random_uuid() and side = 'TENANT' and ${awaitsReminder}
       and remind_at <= now() order by remind_at limit 200`,
    );
  });
  expect(plan.map((line) => line['QUERY PLAN']).join('\n')).toContain('activity_tenant_id_remind_at_index');
});

test('a next step that is due with the next occurrence of what repeats is made beside it', async () => {
  const owner = testing.as(person('OWNER'));
  const assigneeId = owner.viewer.id;
  tenants.members.set(String(owner.viewer.tenantId), [{ id: assigneeId, role: 'OWNER' }]);
  const { id } = await make(owner, { assigneeId, dueOn: dayFrom(1), repeat: 'FREQ=DAILY', title: 'Count the stock' });
  const next = { type: 'TASK', subject: subjectOf(owner), title: 'Order maize', assigneeId, dueOn: dayFrom(2) };
  await owner.run(COMPLETE, { id, next });
  expect((await list(owner, { open: true })).toSorted()).toEqual(['Count the stock', 'Order maize']);
});
