import { v7 as uuidv7 } from 'uuid';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openTill, type Till } from '../payment/till.testing.ts';

const RENAME =
  'mutation ($id: ID!, $input: UpdateDrawerInput!) { updateDrawer(id: $id, input: $input) { name version } }';
const ARCHIVE = 'mutation ($id: ID!) { archiveDrawer(id: $id) { archivedAt } }';
const RESTORE = 'mutation ($id: ID!) { restoreDrawer(id: $id) { archivedAt } }';
const LIST = 'query ($at: ID!, $archived: Boolean) { location(id: $at) { drawers(archived: $archived) { name } } }';

let till: Till;
beforeAll(async () => {
  till = await openTill();
});
afterAll(() => till.testing.close());

test('a drawer has a name of its own at its location', async () => {
  const id = await till.drawer('Front');
  await till.drawer('Bar');
  expect(await till.manager.run(RENAME, { id, input: { version: 1, name: ' Counter ' } })).toEqual({
    updateDrawer: { name: 'Counter', version: 2 },
  });
  const twice = { id, input: { version: 2, name: 'Bar' } };
  expect(await till.refused(RENAME, twice)).toMatchObject({ code: 'CONFLICT', reason: 'NAME_TAKEN' });
  expect(await till.refused(RENAME, { id, input: { version: 1, name: 'x' } })).toMatchObject({ version: 2 });
  const same = { id, input: { version: 2, name: 'Counter' } };
  expect(await till.manager.run(RENAME, same)).toMatchObject({ updateDrawer: { version: 2 } });
  expect(await till.refused(RENAME, { id, input: { version: 2, name: ' ' } })).toMatchObject({
    path: ['input', 'name'],
  });
});

test('one that is open is not put away; one that was is opened no more, and comes back', async () => {
  const id = await till.drawer('Patio');
  const session = await till.session(id, 0);
  expect(await till.refused(ARCHIVE, { id })).toMatchObject({ reason: 'DRAWER_IN_USE', sessionId: session });
  await till.manager.run(
    'mutation ($id: ID!) { closeCashSession(id: $id, counted: { amount: 0, currency: "USD" }) { id } }',
    { id: session },
  );
  for (const _ of ['once', 'again'])
    expect(await till.manager.run(ARCHIVE, { id })).toEqual({ archiveDrawer: { archivedAt: expect.any(String) } });
  const OPEN = 'mutation ($input: OpenCashSessionInput!) { openCashSession(input: $input) { id } }';
  const input = { id: uuidv7(), drawerId: id, float: 0 };
  expect(await till.refused(OPEN, { input })).toMatchObject({ code: 'CONFLICT', reason: 'DRAWER_ARCHIVED' });
  const at = till.floor.locationId;
  const names = (list: unknown) => JSON.stringify(list);
  expect(names(await till.staff.run(LIST, { at }))).not.toContain('Patio');
  expect(names(await till.staff.run(LIST, { at, archived: true }))).toContain('Patio');
  expect(await till.manager.run(RESTORE, { id })).toEqual({ restoreDrawer: { archivedAt: null } });
  await till.manager.run(OPEN, { input });
});

test('a till hears what goes through the drawers of its location', async () => {
  const changes = await till.staff.follow(
    `subscription ($at: ID!) { cashChanged(locationId: $at) { sessionId session { id closedAt } drawer { name } } }`,
    { at: till.floor.locationId },
  );
  // What was done just before may still be on its way.
  const told = async () => {
    let change: { drawer: { name: string } };
    do change = (await changes.next()).value.data.cashChanged;
    while (change.drawer.name !== 'Heard');
    return change;
  };
  const made = told();
  const id = await till.drawer('Heard');
  const drawer = { name: 'Heard' };
  expect(await made).toEqual({ sessionId: null, session: null, drawer });
  const sessionId = await till.session(id);
  const session = { id: sessionId, closedAt: null };
  expect(await told()).toEqual({ sessionId, session, drawer });
  const order = await till.ordered();
  await till.payCash(order.id, sessionId);
  expect(await told()).toEqual({ sessionId, session, drawer });
  await changes.return?.();
});

test('only who manages the location does so, and a stranger finds none', async () => {
  const id = await till.drawer('Theirs');
  for (const mutation of [ARCHIVE, RESTORE]) {
    expect(await till.staff.refusal(mutation, { id })).toMatchObject({ code: 'FORBIDDEN' });
    expect(await till.stranger.refusal(mutation, { id })).toMatchObject({ code: 'NOT_FOUND' });
  }
});
