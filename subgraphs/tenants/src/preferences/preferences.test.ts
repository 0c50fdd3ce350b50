import { raiseNotice } from '@mycelium/kit/notice';
import type { TestViewer } from '@mycelium/kit/testing';
import { v7 as uuidv7 } from 'uuid';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { type House, type LoggedIn, openHouse, PASSWORD } from '../../test/house.ts';
import { timeZoneOf } from './time-zone.ts';

const SHOWN = 'language timeZone emails { group wanted }';
const LOOK = `{ viewer { preferences { ${SHOWN} } } }`;
const UPDATE = `mutation ($input: UpdatePreferencesInput!) { updatePreferences(input: $input) { ${SHOWN} } }`;

let house: House;
let owner: TestViewer & LoggedIn;
beforeAll(async () => {
  house = await openHouse();
  owner = await house.enter('owner@las-reinas.test');
});
afterAll(() => house.close());

const all = (wanted: Record<string, boolean> = {}) =>
  Object.entries({ ALERTS: true, SYNC: true, ACCESS: true, PEOPLE: false, CRM: true, OTHER: false, ...wanted }).map(
    ([group, is]) => ({
      group,
      wanted: is,
    }),
  );

const raise = (userId: string, kind: string, values: Record<string, string>) =>
  house.testing.subgraph.work(async (ctx) =>
    raiseNotice(ctx, { userId, kind, path: '/access', values, onceKey: uuidv7() }, house.ids.reinas),
  );

test('until somebody says something it is as the tenant has it; what is left out stays, and null goes back', async () => {
  expect(await owner.run(LOOK)).toEqual({ viewer: { preferences: { language: null, timeZone: null, emails: all() } } });
  const update = async (input: object) => (await owner.run(UPDATE, { input })).updatePreferences;
  expect(await update({ language: 'tr', timeZone: 'europe/istanbul' })).toEqual({
    ...{ language: 'tr', timeZone: 'Europe/Istanbul', emails: all() },
  });
  expect(await update({ emails: [{ group: 'SYNC', wanted: false }] })).toMatchObject({
    ...{ language: 'tr', emails: all({ SYNC: false }) },
  });
  const [one, other] = await Promise.all([
    update({ emails: [{ group: 'ALERTS', wanted: false }] }),
    update({ emails: [{ group: 'OTHER', wanted: true }] }),
  ]);
  expect([one, other]).toHaveLength(2);
  expect(await update({ language: null, timeZone: null })).toEqual({
    ...{ language: null, timeZone: null, emails: all({ SYNC: false, ALERTS: false, OTHER: true }) },
  });
});

test.each([
  [{ language: 'de' }, ['input', 'language']],
  [{ language: '' }, ['input', 'language']],
  [{ timeZone: 'Mars/Olympus' }, ['input', 'timeZone']],
  [{ timeZone: '+05:30' }, ['input', 'timeZone']],
  [{ timeZone: '' }, ['input', 'timeZone']],
  [{ timeZone: 'A'.repeat(1_000) }, ['input', 'timeZone']],
])('%j is refused by its path', async (input, path) => {
  expect(await owner.refusal(UPDATE, { input })).toMatchObject({ code: 'BAD_USER_INPUT', path });
});

test('a time zone is a place; an offset is none, and neither is what nobody knows', () => {
  expect(['America/Chicago', 'utc', 'asia/calcutta'].map(timeZoneOf)).toEqual([
    ...['America/Chicago', 'UTC', expect.stringMatching(/^Asia\//)],
  ]);
  expect(['+01:00', '-06', 'GMT+25', 'nowhere', '', 'a\0b'].map(timeZoneOf)).toEqual(Array(6).fill(undefined));
});

test('they are nobody else’s: a key and a screen have none', async () => {
  const tenantId = house.ids.reinas;
  for (const kind of ['client', 'display'] as const) {
    const machine = house.testing.as({ kind, id: uuidv7(), tenantId, scopes: owner.viewer.scopes });
    expect(await machine.run(LOOK)).toEqual({ viewer: { preferences: null } });
    expect(await machine.refusal(UPDATE, { input: {} })).toMatchObject({ code: 'UNAUTHENTICATED' });
  }
});

test('an e-mail is in the language of the person, with the times of their zone, and only if they want it', async () => {
  const manager = await house.enter('manager@las-reinas.test');
  await manager.run(UPDATE, { input: { language: 'tr', timeZone: 'Europe/Istanbul' } });
  const values = { client: 'Ortak', key: 'gg_live_Ab3d…', at: '2026-11-20T18:00:00.000Z' };
  await raise(manager.viewer.id, 'api_key.expiring', values);
  const { subject, text } = await house.mailbox.next('manager@las-reinas.test');
  expect(subject).toBe('Las Reinas: Ortak için bir anahtarın süresi yakında doluyor');
  expect(text.replace(/\s/g, ' ')).toContain('20 Kas 2026 21:00');

  await manager.run(UPDATE, { input: { emails: [{ group: 'ACCESS', wanted: false }] } });
  const before = house.mailbox.emailsTo('manager@las-reinas.test').length;
  await raise(manager.viewer.id, 'api_key.expiring', values);
  await vi.waitFor(async () =>
    expect(await manager.run('{ viewer { unreadNotices } }')).toEqual({ viewer: { unreadNotices: 2 } }),
  );
  expect(house.mailbox.emailsTo('manager@las-reinas.test')).toHaveLength(before);
});

test('e-mails about a password come whatever was chosen, in the language of the person', async () => {
  const kitchen = await house.enter('kitchen@las-reinas.test');
  const none = ['ALERTS', 'SYNC', 'ACCESS', 'OTHER'].map((group) => ({ group, wanted: false }));
  await kitchen.run(UPDATE, { input: { language: 'en', emails: none } });
  await kitchen.run('mutation ($c: String!) { changePassword(current: $c, next: "merrily merrily merrily") }', {
    c: PASSWORD,
  });
  expect((await house.mailbox.next('kitchen@las-reinas.test')).subject).toBe('Your password was changed');
});

test('an invitation is in the language of who has an account and has said so', async () => {
  const elsewhere = await house.enter('owner@el-farolito.test');
  await elsewhere.run(UPDATE, { input: { language: 'en' } });
  await owner.run('mutation { inviteMember(input: { email: "owner@el-farolito.test", role: STAFF }) { id } }');
  expect((await house.mailbox.next('owner@el-farolito.test')).subject).toBe('Join Las Reinas');
});
