import { person, type TestSubgraph, type TestViewer, testSubgraph } from '@mycelium/kit/testing';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Floor, openFloor } from '../order/floor.testing.ts';
import { restaurant } from '../subgraph.ts';

const PARTY = 'id state name phone size quotedMinutes tableId';
const JOIN = `mutation ($input: JoinWaitlistInput!) { joinWaitlist(input: $input) { ${PARTY} } }`;
const NOTIFY = `mutation ($id: ID!) { notifyParty(id: $id) { ${PARTY} } }`;
const SEAT = `mutation ($id: ID!, $table: ID!) { seatParty(id: $id, tableId: $table) { ${PARTY} } }`;
const LEAVE = `mutation ($id: ID!) { leaveWaitlist(id: $id) { ${PARTY} } }`;
const TABLE = 'query ($id: ID!) { table(id: $id) { state guests } }';

let testing: TestSubgraph;
let floor: Floor;
let host: TestViewer;
let manager: TestViewer;
let tableId: string;

beforeAll(async () => {
  testing = await testSubgraph(restaurant);
  floor = await openFloor(testing);
  host = testing.as(person('STAFF', floor.tenantId));
  manager = testing.as(person('MANAGER', floor.tenantId));
  const { createFloorArea } = await manager.run<{ createFloorArea: { id: string } }>(
    'mutation ($input: CreateFloorAreaInput!) { createFloorArea(input: $input) { id } }',
    { input: { locationId: floor.locationId, name: 'Salón' } },
  );
  const { createTable } = await manager.run<{ createTable: { id: string } }>(
    'mutation ($input: CreateTableInput!) { createTable(input: $input) { id } }',
    { input: { areaId: createFloorArea.id, name: '1', seats: 6, x: 0, y: 0 } },
  );
  tableId = createTable.id;
});
afterAll(() => testing.close());

async function join(name: string, more: object = {}): Promise<{ id: string; phone: string | null }> {
  const input = { locationId: floor.locationId, name, size: 6, quotedMinutes: 20, ...more };
  return (await host.run<{ joinWaitlist: { id: string; phone: string | null } }>(JOIN, { input })).joinWaitlist;
}

test('guests wait, are notified and seated, and are forgotten then', async () => {
  const { id, phone } = await join('Ayşe', { phone: '+1 323 555 0142' });
  expect(phone).toBe('***0142');
  const kept = await testing.subgraph.work(({ em }) =>
    em.execute('select sealed_name, sealed_phone from restaurant.waitlist_party where id = ?', [id]),
  );
  expect(JSON.stringify(kept)).not.toMatch(/Ay|0142/);
  expect(await host.run(NOTIFY, { id })).toMatchObject({ notifyParty: { state: 'NOTIFIED', name: 'Ayşe' } });
  expect(await host.run(SEAT, { id, table: tableId })).toMatchObject({
    seatParty: { state: 'SEATED', tableId, name: null, phone: null },
  });
  expect(await host.run(TABLE, { id: tableId })).toMatchObject({ table: { state: 'SEATED', guests: 6 } });
  expect(await host.refusal(LEAVE, { id })).toMatchObject({ code: 'CONFLICT', reason: 'NOT_WAITING' });
});

test('a party is not seated where others sit, and waits on', async () => {
  const { id } = await join('Renata');
  expect(await host.refusal(SEAT, { id, table: tableId })).toMatchObject({ code: 'CONFLICT', reason: 'TABLE_STATE' });
  const { joinWaitlist } = await host.run<{ joinWaitlist: { id: string } }>(JOIN, {
    input: { locationId: floor.otherLocationId, name: 'Norte', size: 2, quotedMinutes: 5 },
  });
  expect(await host.refusal(SEAT, { id: joinWaitlist.id, table: tableId })).toMatchObject({ reason: 'OTHER_LOCATION' });
});

test('the log and the events say nothing of who they are', async () => {
  const { id } = await join('Secreto', { phone: '+1 323 555 9999' });
  await host.run(LEAVE, { id });
  expect(JSON.stringify(await testing.audits())).not.toMatch(/Secreto|5559999|555 9999/);
});
