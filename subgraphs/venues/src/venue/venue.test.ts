import { person, type TestSubgraph, testSubgraph } from '@mycelium/kit/testing';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { venues } from '../subgraph.ts';

const FACTS = 'id version name currency dayStart openingHours { day from to } closedAt';
const CREATE = `mutation ($input: CreateVenueInput!) { createVenue(input: $input) { ${FACTS} } }`;
const UPDATE = `mutation ($id: ID!, $input: UpdateVenueInput!) { updateVenue(id: $id, input: $input) { ${FACTS} } }`;
const CLOSE = 'mutation ($id: ID!) { closeVenue(id: $id) { closedAt version } }';
const REOPEN = 'mutation ($id: ID!) { reopenVenue(id: $id) { closedAt version } }';
const READ = 'query ($id: ID!) { venue(id: $id) { name } }';
const DAY = `query ($id: ID!, $date: String!) {
  venue(id: $id) { day(date: $date) { exception isHoliday hours { from to } } }
}`;
const BUSINESS_DAY = 'query ($id: ID!, $at: DateTime) { venue(id: $id) { businessDay(at: $at) { date from to } } }';
const LIST = `query ($tenants: [_Any!]!) {
  _entities(representations: $tenants) { ... on Tenant { venues { totalCount edges { node { id isOpen } } } } }
}`;
const CHANGES = 'subscription ($t: ID!) { venueChanged(tenantId: $t) { kind venueId venue { name } } }';

const facts = { name: 'Boyle Heights', timeZone: 'America/Los_Angeles', currency: 'USD' };

let testing: TestSubgraph;
beforeAll(async () => {
  testing = await testSubgraph(venues);
});
afterAll(() => testing.close());

type Client = ReturnType<TestSubgraph['as']>;

async function make(owner: Client, input: object = {}): Promise<{ id: string; version: number }> {
  const made = await owner.run<{ createVenue: { id: string; version: number } }>(CREATE, {
    input: { ...facts, ...input },
  });
  return made.createVenue;
}

test('a venue is made, changed once per version, closed and reopened; again is nothing new', async () => {
  const owner = testing.as(person('OWNER'));
  const { id, version } = await make(owner, { name: ' Boyle Heights ' });
  expect(await owner.run(READ, { id })).toEqual({ venue: { name: 'Boyle Heights' } });
  const openingHours = [
    { day: 6, from: '18:00', to: '02:00' },
    { day: 1, from: '11:00', to: '22:00' },
  ];
  const changed = await owner.run(UPDATE, { id, input: { version, dayStart: '05:00', openingHours } });
  expect(changed).toMatchObject({
    updateVenue: { dayStart: '05:00', openingHours: [{ day: 1 }, { day: 6 }], version: version + 1 },
  });
  expect(await owner.refusal(UPDATE, { id, input: { version, name: 'Late' } })).toMatchObject({ code: 'CONFLICT' });
  const { closeVenue } = await owner.run<{ closeVenue: { closedAt: string; version: number } }>(CLOSE, { id });
  expect(await owner.run(CLOSE, { id })).toEqual({ closeVenue });
  expect(await owner.run(REOPEN, { id })).toEqual({ reopenVenue: { closedAt: null, version: closeVenue.version + 1 } });
  await vi.waitFor(async () => {
    const records = (await testing.audits()).filter(({ tenantId }) => tenantId === owner.viewer.tenantId);
    expect(records.map(({ action }) => action)).toEqual(['createVenue', 'updateVenue', 'closeVenue', 'reopenVenue']);
  });
});

test.each([
  [{ name: ' ' }, ['name']],
  [{ timeZone: 'America/Nowhere' }, ['timeZone']],
  [{ currency: 'XXQ' }, ['currency']],
  [{ dayStart: '24:00' }, ['dayStart']],
  [{ openingHours: [{ day: 8, from: '11:00', to: '22:00' }] }, ['openingHours', 0, 'day']],
  [{ exceptionalDays: [{ date: '2026-02-30', name: 'None', hours: [] }] }, ['exceptionalDays', 0, 'date']],
  [
    {
      openingHours: [
        { day: 2, from: '01:00', to: '03:00' },
        { day: 1, from: '20:00', to: '02:00' },
      ],
    },
    ['openingHours', 0],
  ],
  [
    {
      exceptionalDays: [
        { date: '2026-12-25', name: 'Christmas', hours: [] },
        { date: '2026-12-25', name: 'Christmas', hours: [] },
      ],
    },
    ['exceptionalDays', 1, 'date'],
  ],
])('%j is refused at its path', async (input, path) => {
  const owner = testing.as(person('OWNER'));
  expect(await owner.refusal(CREATE, { input: { ...facts, ...input } })).toMatchObject({
    ...{ code: 'BAD_USER_INPUT', path: ['input', ...path] },
  });
});

test('a date says when it is open, as moments, and why it is not like others', async () => {
  const owner = testing.as(person('OWNER'));
  const { id } = await make(owner, {
    openingHours: [5, 6, 7].map((day) => ({ day, from: '18:00', to: '02:30' })),
    exceptionalDays: [{ date: '2026-12-25', name: 'Christmas', hours: [] }],
  });
  const day = async (date: string) => (await owner.run<{ venue: { day: object } }>(DAY, { id, date })).venue.day;
  // The clocks go forward in the night, and 02:30 is not there: an hour later counts.
  expect(await day('2026-03-07')).toEqual({
    ...{ exception: null, isHoliday: false },
    hours: [{ from: '2026-03-08T02:00:00.000Z', to: '2026-03-08T10:30:00.000Z' }],
  });
  expect(await day('2026-12-25')).toEqual({ exception: 'Christmas', isHoliday: true, hours: [] });
  expect(await owner.refusal(DAY, { id, date: '2026-02-30' })).toMatchObject({
    ...{ code: 'BAD_USER_INPUT', path: ['date'] },
  });
});

test('what happens in the night belongs to the business day before', async () => {
  const owner = testing.as(person('OWNER'));
  const { id } = await make(owner);
  expect(await owner.run(BUSINESS_DAY, { id, at: '2026-11-28T11:59:59.999Z' })).toEqual({
    venue: {
      businessDay: { date: '2026-11-27', from: '2026-11-27T12:00:00.000Z', to: '2026-11-28T12:00:00.000Z' },
    },
  });
});

test('each change is told to those who follow, and one that changes nothing is not', async () => {
  const owner = testing.as(person('OWNER'));
  const changes = await owner.follow(CHANGES, { t: owner.viewer.tenantId });
  const next = async () => (await changes.next()).value?.data?.venueChanged;
  const { id, version } = await make(owner);
  expect(await next()).toEqual({ kind: 'CREATED', venueId: id, venue: { name: 'Boyle Heights' } });
  await owner.run(UPDATE, { id, input: { version, name: 'Boyle Heights' } });
  await owner.run(UPDATE, { id, input: { version, name: 'Echo Park' } });
  expect(await next()).toEqual({ kind: 'UPDATED', venueId: id, venue: { name: 'Echo Park' } });
  await owner.run(CLOSE, { id });
  expect(await next()).toEqual({ kind: 'CLOSED', venueId: id, venue: { name: 'Echo Park' } });
  await changes.return?.();
});

test('people see and do what their role says, and nothing of another tenant', async () => {
  const owner = testing.as(person('OWNER'));
  const { id, version } = await make(owner);
  const support = testing.as(person('SUPPORT', owner.viewer.tenantId));
  expect(await support.run(READ, { id })).toEqual({ venue: { name: 'Boyle Heights' } });
  expect(await support.refusal(UPDATE, { id, input: { version, name: 'Bea' } })).toMatchObject({ code: 'FORBIDDEN' });
  const kitchen = testing.as(person('KITCHEN', owner.viewer.tenantId));
  expect(await kitchen.refusal(READ, { id })).toMatchObject({ code: 'FORBIDDEN' });
  const stranger = testing.as(person('OWNER'));
  expect(await stranger.run(READ, { id })).toEqual({ venue: null });
  expect(await stranger.refusal(CLOSE, { id })).toMatchObject({ code: 'NOT_FOUND' });
});

test('a list takes the same statements whatever its length', async () => {
  const owner = testing.as(person('OWNER'));
  const list = () => owner.run(LIST, { tenants: [{ __typename: 'Tenant', id: owner.viewer.tenantId }] });
  await make(owner);
  const one = await testing.countSql(list);
  await make(owner);
  expect(await testing.countSql(list)).toBe(one);
  expect(await list()).toMatchObject({ _entities: [{ venues: { totalCount: 2 } }] });
});
