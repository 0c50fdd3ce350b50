import { person, type TestSubgraph, type TestViewer, testSubgraph } from '@mycelium/kit/testing';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { tenantsIn } from '../../test/tenants.ts';
import { crm } from '../subgraph.ts';
import { calendarOf } from './icalendar.ts';

const CREATE = 'mutation ($input: CreateActivityInput!) { createActivity(input: $input) { id } }';
const OPEN = 'mutation { createCalendarFeed { address } }';
const REVOKE = 'mutation { revokeCalendarFeed }';
const MINE = '{ calendarFeed { id address } }';
const READ = 'query ($token: String!) { calendarByToken(token: $token) }';

let testing: TestSubgraph;
const tenants = tenantsIn('America/Chicago');
beforeAll(async () => {
  testing = await testSubgraph(crm, { neighbours: tenants.answer });
});
afterAll(() => testing.close());

const gateway = () => testing.as({ kind: 'gateway', id: 'gateway', scopes: ['gateway'] });
const read = async (token: string) =>
  (await gateway().run<{ calendarByToken: string | null }>(READ, { token })).calendarByToken;
async function open(viewer: TestViewer): Promise<string> {
  const { createCalendarFeed } = await viewer.run<{ createCalendarFeed: { address: string } }>(OPEN);
  const url = new URL(createCalendarFeed.address);
  expect(url.pathname).toBe('/calendar.ics');
  return String(url.searchParams.get('key'));
}
function member() {
  const viewer = person('MANAGER');
  tenants.members.set(String(viewer.tenantId), [{ id: viewer.id, role: 'MANAGER' }]);
  return testing.as(viewer);
}

test('the holder of an address reads what its person has to do, until it is replaced or revoked', async () => {
  const ada = member();
  const make = (input: object) =>
    ada.run(CREATE, { input: { type: 'CALL', subject: { kind: 'TENANT', id: ada.viewer.tenantId }, ...input } });
  await make({ title: 'Call Bea', dueOn: '2031-04-01', assigneeId: ada.viewer.id });
  await make({ title: 'See the mill', dueAt: '2031-04-02T10:00', assigneeId: ada.viewer.id, durationMinutes: 90 });
  await make({ title: 'Of nobody', dueOn: '2031-04-01' });
  await make({ title: 'Some day', assigneeId: ada.viewer.id });
  const token = await open(ada);
  const calendar = String(await read(token));
  expect(calendar).toContain('SUMMARY:Call Bea\r\n');
  expect(calendar).toContain('DTSTART;VALUE=DATE:20310401\r\n');
  expect(calendar).toContain('DTSTART:20310402T150000Z\r\nDURATION:PT90M\r\n');
  expect(calendar.match(/BEGIN:VEVENT/g)).toHaveLength(2);
  expect(await ada.run(MINE)).toMatchObject({ calendarFeed: { address: null } });
  const other = await open(ada);
  expect(await read(token)).toBe(null);
  expect(await read(other)).toBe(calendar);
  expect(await ada.run(REVOKE)).toEqual({ revokeCalendarFeed: true });
  expect(await ada.run(REVOKE)).toEqual({ revokeCalendarFeed: false });
  expect(await read(other)).toBe(null);
  expect(await ada.run(MINE)).toEqual({ calendarFeed: null });
});

test('who may no longer see the CRM has no calendar, and what is somebody else’s is never in it', async () => {
  const ada = member();
  const token = await open(ada);
  const colleague = testing.as(person('MANAGER', ada.viewer.tenantId));
  expect(await colleague.run(MINE)).toEqual({ calendarFeed: null });
  expect(await colleague.run(REVOKE)).toEqual({ revokeCalendarFeed: false });
  expect(await read(token)).toContain('BEGIN:VCALENDAR');
  tenants.members.set(String(ada.viewer.tenantId), [{ id: ada.viewer.id, role: 'KITCHEN' }]);
  expect(await read(token)).toBe(null);
  expect(await read('gg_calendar_x')).toBe(null);
  expect(await ada.refusal(READ, { token })).toMatchObject({ code: 'FORBIDDEN' });
  expect(await ada.refusal(OPEN)).toMatchObject({ reason: 'MAY_NOT_READ' });
});

test('of two who ask for an address at once, the one that was kept works', async () => {
  const ada = member();
  const both = await Promise.allSettled([open(ada), open(ada)]);
  const tokens = both.flatMap((each) => (each.status === 'fulfilled' ? [each.value] : []));
  expect(tokens.length).toBeGreaterThan(0);
  const good = await Promise.all(tokens.map(read));
  expect(good.filter(Boolean)).toHaveLength(1);
});

test('no text of an activity becomes anything but text of the calendar', () => {
  const activity = {
    ...{ id: 'a', dueOn: '2031-04-01', dueAt: null, durationMinutes: null, version: 3 },
    ...{ updatedAt: new Date('2026-01-01T00:00:00.123Z'), title: 'One, two; three\\' },
    description: `x\r\nEND:VEVENT\nBEGIN:VEVENT \u0007${'ñ'.repeat(60)}😀`,
  };
  const text = calendarOf([activity], 'https://example.test');
  const lines = text.split('\r\n');
  expect(lines.filter((line) => line === 'END:VEVENT')).toHaveLength(1);
  expect(lines).toContain('SUMMARY:One\\, two\\; three\\\\');
  expect(lines.filter((line) => Buffer.byteLength(line) > 75)).toEqual([]);
  const unfolded = text.replaceAll('\r\n ', '');
  expect(unfolded).toContain(`DESCRIPTION:x\\nEND:VEVENT\\nBEGIN:VEVENT  ${'ñ'.repeat(60)}😀\r\n`);
  expect(unfolded).toContain('DTSTAMP:20260101T000000Z\r\nSEQUENCE:3\r\n');
});
