import { eventOf } from '@mycelium/bus/bus.testing';
import { answerKey } from '@mycelium/bus/keys';
import { publishToBus } from '@mycelium/bus/publish';
import type { Context } from '@mycelium/kit/context';
import { person, type TestSubgraph, type TestViewer, testSubgraph } from '@mycelium/kit/testing';
import type { Event } from '@mycelium/schema/event-type';
import { v7 as uuidv7 } from 'uuid';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { tenantsIn } from '../test/tenants.ts';
import { recorded } from './reactions.ts';
import { crm } from './subgraph.ts';
import { TimelineEntry } from './timeline/timeline-entry.ts';

let testing: TestSubgraph;
let redis: Context['redis'];
beforeAll(async () => {
  testing = await testSubgraph(crm, { neighbours: tenantsIn('America/Chicago').answer });
  redis = await testing.subgraph.work(async (ctx) => ctx.redis);
});
afterAll(() => testing.close());

/** Sends an event, and answers what became of it. */
async function send(event: Event, target = 'crm'): Promise<Record<string, unknown>> {
  await publishToBus(redis, [{ event, targets: [target] }]);
  return vi.waitFor(async () => {
    const answer = await redis.get(answerKey(event.feed, target, event.id));
    if (!answer) throw new Error(`${event.type} has not ended.`);
    return JSON.parse(answer);
  });
}

const entriesOf = (tenantId: string) =>
  testing.subgraph.work(({ em }) => em.find(TimelineEntry, { tenantId, eventId: { $ne: null } }));

async function partnerOf(owner: TestViewer): Promise<string> {
  const { createContact } = await owner.run<{ createContact: { id: string } }>(
    'mutation { createContact(input: { name: "La Milpa" }) { id } }',
  );
  const { registerPartner } = await owner.run<{ registerPartner: { id: string } }>(
    'mutation ($id: ID!) { registerPartner(input: { contactId: $id, idempotencyKey: "k" }) { id } }',
    { id: createContact.id },
  );
  return registerPartner.id;
}

interface Case {
  type: string;
  source: string;
  target: string;
  payload: object;
  answer: object;
  entry?: { kind: string; facts: object };
}

const NOON = '2026-11-20T18:00:00.000Z';

const CASES: readonly Case[] = [
  {
    ...{ type: 'credit.allocated', source: 'wrapper', target: 'crm' },
    payload: { application: 'crm', amount: 500, balance: 500, purpose: 'campaign' },
    ...{
      answer: { crmBalance: 500 },
      entry: { kind: 'CREDIT_ALLOCATED', facts: { amount: 500, purpose: 'campaign' } },
    },
  },
  {
    ...{ type: 'credit.consumed', source: 'wrapper', target: 'affiliate' },
    payload: { application: 'affiliate', amount: 20, balance: 480 },
    ...{ answer: { affiliateBalance: 480 }, entry: { kind: 'CREDIT_CONSUMED', facts: { amount: 20 } } },
  },
  {
    ...{ type: 'employee.updated', source: 'hr', target: 'crm' },
    payload: { entityId: 'emp-7', name: 'Mateo Salgado', position: 'Sous-chef' },
    ...{ answer: { employeeId: 'emp-7' } },
    entry: { kind: 'EMPLOYEE_UPDATED', facts: { name: 'Mateo Salgado', position: 'Sous-chef' } },
  },
  {
    ...{ type: 'benefits.updated', source: 'hr', target: 'crm', payload: { entityId: 'emp-7', plan: 'Dental' } },
    ...{ answer: { employeeId: 'emp-7' }, entry: { kind: 'BENEFITS_UPDATED', facts: { plan: 'Dental' } } },
  },
  {
    ...{ type: 'commission.updated', source: 'affiliate', target: 'crm' },
    payload: { entityId: '<partner>', ratePercent: 12.5 },
    answer: { partnerId: '<partner>', ratePercent: 12.5 },
    entry: { kind: 'COMMISSION_UPDATED', facts: { ratePercent: 12.5 } },
  },
  {
    ...{ type: 'sync.failed', source: 'system', target: 'crm', answer: {} },
    payload: { syncId: uuidv7(), product: 'SMP', runId: uuidv7() },
    entry: { kind: 'SYNC_FAILED', facts: { product: 'SMP', runId: expect.any(String) } },
  },
  {
    ...{ type: 'sync.recovered', source: 'system', target: 'crm', answer: {} },
    payload: { syncId: uuidv7(), product: 'SMP' },
    entry: { kind: 'SYNC_RECOVERED', facts: { product: 'SMP' } },
  },
  {
    ...{ type: 'service.changed', source: 'wrapper', target: 'crm', answer: {} },
    payload: { serviceId: uuidv7(), product: 'SMP', status: 'PAUSED', before: 'ACTIVE' },
    entry: { kind: 'SERVICE_PAUSED', facts: { product: 'SMP', before: 'ACTIVE' } },
  },
  {
    ...{ type: 'alert.raised', source: 'system', target: 'crm', answer: {} },
    payload: { alertId: uuidv7(), kind: 'SCREEN_OFFLINE', name: 'Counter', value: 12, threshold: 5, at: NOON },
    entry: { kind: 'ALERT_RAISED', facts: { alertKind: 'SCREEN_OFFLINE', name: 'Counter', value: 12, threshold: 5 } },
  },
  {
    ...{ type: 'alert.recovered', source: 'system', target: 'crm', answer: {} },
    payload: { alertId: uuidv7(), kind: 'SCREEN_OFFLINE', name: 'Counter', threshold: 5, at: NOON },
    entry: { kind: 'ALERT_RECOVERED', facts: { alertKind: 'SCREEN_OFFLINE', name: 'Counter', threshold: 5 } },
  },
  {
    ...{ type: 'membership.changed', source: 'system', target: 'crm', answer: {} },
    payload: {
      membershipId: uuidv7(),
      change: 'ROLE',
      userId: uuidv7(),
      name: 'Ada',
      role: 'STAFF',
      roleBefore: 'OWNER',
    },
    entry: { kind: 'MEMBER_CHANGED', facts: { name: 'Ada', role: 'STAFF', roleBefore: 'OWNER' } },
  },
  {
    ...{ type: 'order.first_seen', source: 'ORDERING', target: 'crm', answer: {} },
    payload: { orderId: uuidv7(), locationId: uuidv7() },
    entry: { kind: 'FIRST_ORDER', facts: {} },
  },
  { type: 'config.updated', source: 'system', target: 'crm', payload: { key: 'crm.reminderHour' }, answer: {} },
  {
    ...{ type: 'maintenance.scheduled', source: 'system', target: 'affiliate', answer: {} },
    payload: { title: 'Oven', startsAt: '2026-12-01T00:00:00Z', endsAt: '2026-12-02T00:00:00Z' },
  },
];

test('what is recorded when it is heard is tried here', () => {
  const tried = CASES.filter(({ entry }) => entry).map(({ type }) => type);
  expect(recorded.map(({ type }) => type.name).toSorted()).toEqual(tried.toSorted());
});

test.each([
  ['in their order', CASES],
  ['in reversed order', CASES.toReversed()],
])(
  'what is heard %s is acknowledged with its answer, also when that was lost, and is one entry',
  async (_, cases) => {
    const owner = testing.as(person('OWNER'));
    const tenantId = owner.viewer.tenantId ?? '';
    const partner = await partnerOf(owner);
    const before = (await entriesOf(tenantId)).length;
    const named = (value: object): object => JSON.parse(JSON.stringify(value).replaceAll('<partner>', partner));
    for (const { type, source, target, payload, answer, entry } of cases) {
      const event = eventOf(tenantId, { id: uuidv7(), type, source, payload: named(payload) });
      const first = await send(event, target);
      expect(first).toMatchObject({ status: 'ACKNOWLEDGED', data: named(answer) });
      await redis.del(answerKey(tenantId, target, event.id));
      expect((await send(event, target)).data).toEqual(first.data);
      const entries = (await entriesOf(tenantId)).filter(({ eventId }) => eventId === event.id);
      expect(entries).toHaveLength(entry ? 1 : 0);
      if (entry) expect(entries).toMatchObject([{ ...entry, source, acknowledgedAt: expect.any(Date) }]);
    }
    expect((await entriesOf(tenantId)).length - before).toBe(cases.filter(({ entry }) => entry).length);
  },
  30_000,
);

const CHECK = `query ($t: ID!, $from: DateTime, $to: DateTime) {
  checkTimeline(tenantId: $t, from: $from, to: $to) { checked missingCount isComplete missing { eventId type acknowledgedAt } }
}`;

test('what the bus has acknowledged stands on the timeline, and an entry that somebody takes away is named', async () => {
  const owner = testing.as(person('OWNER'));
  const t = owner.viewer.tenantId ?? '';
  const partner = await partnerOf(owner);
  const check = async (span: object = {}) =>
    (await owner.run<{ checkTimeline: { checked: number } }>(CHECK, { t, ...span })).checkTimeline;
  expect(await check()).toEqual({ checked: 0, missingCount: 0, isComplete: true, missing: [] });
  const told = CASES.filter(({ entry }) => entry);
  const sent = told.map(({ type, source, target, payload }) => {
    const said = JSON.parse(JSON.stringify(payload).replace('<partner>', partner));
    return { target, event: eventOf(t, { id: uuidv7(), type, source, payload: said }) };
  });
  for (const { event, target } of sent) await send(event, target);
  await vi.waitFor(async () => expect((await check()).checked).toBe(told.length));
  expect(await check()).toMatchObject({ isComplete: true, missing: [] });
  expect(await testing.countSql(() => check())).toBe(await testing.countSql(() => check({ to: NOON })));

  const [, { event: lost }] = sent as [unknown, (typeof sent)[number]];
  await testing.subgraph.work(({ em }) => em.execute('delete from crm.timeline_entry where event_id = ?', [lost.id]));
  const missing = [{ eventId: lost.id, type: lost.type, acknowledgedAt: expect.any(String) }];
  expect(await check()).toEqual({ checked: told.length, missingCount: 1, isComplete: false, missing });
  expect(await check({ to: NOON })).toMatchObject({ checked: 0, isComplete: true });
  expect(await testing.as(person('OWNER')).refusal(CHECK, { t })).toMatchObject({ code: 'NOT_FOUND' });
  for (const [span, reason] of [
    [{ from: NOON, to: NOON }, 'ENDS_BEFORE_IT_BEGINS'],
    [{ from: '2026-01-01T00:00:00Z', to: NOON }, 'TOO_MANY_DAYS'],
  ] as const)
    expect(await owner.refusal(CHECK, { t, ...span })).toMatchObject({ code: 'BAD_USER_INPUT', reason });
}, 30_000);

test('the rate of a partner who does not exist is given up at once', async () => {
  for (const entityId of ['nobody', uuidv7()]) {
    const payload = { entityId, ratePercent: 10 };
    const event = eventOf(uuidv7(), { id: uuidv7(), type: 'commission.updated', source: 'affiliate', payload });
    expect(await send(event)).toMatchObject({ status: 'FAILED', attempts: 1 });
  }
});

test('a partner who is announced twice has one account, and both answers say which', async () => {
  const tenant = uuidv7();
  const announce = () =>
    send(
      eventOf(tenant, { id: uuidv7(), type: 'partner.registered', payload: { entityId: 'p-1', name: 'La Milpa' } }),
      'affiliate',
    );
  const [one, other] = await Promise.all([announce(), announce()]);
  expect(one.data).toEqual({ accountId: expect.any(String), application: 'affiliate' });
  expect(other.data).toEqual(one.data);
});

test('a rate that was said earlier and comes later does not stand on the partner', async () => {
  const owner = testing.as(person('OWNER'));
  const entityId = await partnerOf(owner);
  const say = (ratePercent: number, at: string) =>
    send(
      eventOf(owner.viewer.tenantId ?? '', {
        ...{ id: uuidv7(), type: 'commission.updated', source: 'affiliate', at },
        payload: { entityId, ratePercent },
      }),
    );
  await say(20, '2026-11-20T18:30:00.000Z');
  await say(10, '2026-11-20T18:00:00.000Z');
  expect(await owner.run('query ($id: ID!) { partner(id: $id) { ratePercent } }', { id: entityId })).toEqual({
    partner: { ratePercent: 20 },
  });
});

test('what HR says of a contact stands on the contact, by the id of the onboarding that HR answered, and later words win', async () => {
  const owner = testing.as(person('OWNER'));
  const tenant = owner.viewer.tenantId ?? '';
  const { createContact } = await owner.run<{ createContact: { id: string } }>(
    `mutation { createContact(input: { kind: USER, name: "Mateo", department: "Kitchen", mails: [{ value: "m@example.test" }] }) { id } }`,
  );
  const { id } = createContact;
  const READ = 'query ($id: ID!) { contact(id: $id) { onboardingId employee { employeeId name position plan } } }';
  expect(await owner.run(READ, { id })).toEqual({ contact: { onboardingId: null, employee: null } });
  await testing.subgraph.work(({ em }) =>
    em.execute(`update crm.contact set onboarding_id = 'emp-9' where id = ?`, [id]),
  );
  const say = (type: string, at: string, facts: object) =>
    send(eventOf(tenant, { id: uuidv7(), type, source: 'hr', at, payload: { entityId: 'emp-9', ...facts } }));
  await say('employee.updated', '2026-11-20T18:30:00.000Z', { name: 'Mateo Salgado', position: 'Chef', salary: 1 });
  await say('employee.updated', '2026-11-20T18:00:00.000Z', { position: 'Sous-chef' });
  await say('benefits.updated', '2026-11-20T18:00:00.000Z', { plan: 'Dental' });
  expect(await owner.run(READ, { id })).toEqual({
    contact: {
      onboardingId: 'emp-9',
      employee: { employeeId: 'emp-9', name: 'Mateo Salgado', position: 'Chef', plan: 'Dental' },
    },
  });
  const entries = await entriesOf(tenant);
  expect(entries.filter(({ kind, subject }) => kind === 'BENEFITS_UPDATED' && subject.id === id)).toHaveLength(1);
});
