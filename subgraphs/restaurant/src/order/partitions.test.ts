import { person, type TestSubgraph, testSubgraph } from '@mycelium/kit/testing';
import { Client } from 'pg';
import { v7 as uuidv7 } from 'uuid';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { restaurant } from '../subgraph.ts';
import { type Floor, openFloor } from './floor.testing.ts';
import { makePartitions } from './make-partitions.ts';

const OPEN = 'mutation ($input: OpenOrderInput!) { openOrder(input: $input) { id } }';
const NEXT_MONTH = "date_trunc('month', now() at time zone 'UTC') at time zone 'UTC' + interval '40 days'";

let testing: TestSubgraph;
let floor: Floor;
/** Whoever owns the database. */
let owner: Client;
let orderId: string;

beforeAll(async () => {
  testing = await testSubgraph(restaurant);
  floor = await openFloor(testing);
  owner = new Client({ connectionString: testing.databaseUrl });
  await owner.connect();
  orderId = await openAt(floor.locationId);
  await owner.query('select restaurant.partition_location($1)', [floor.locationId]);
});
afterAll(async () => {
  await owner.end();
  await testing.close();
});

async function openAt(locationId: string, id = uuidv7()): Promise<string> {
  await testing.as(person('STAFF', floor.tenantId)).run(OPEN, { input: { id, locationId, channel: 'DINE_IN' } });
  return id;
}

/** Copies an order into the next month and to a location; answers in which partition it lies. */
async function copyTo(locationId: string): Promise<string> {
  const { rows } = await owner.query<{ partition: string }>(
    `insert into restaurant."order" select (jsonb_populate_record(o, jsonb_build_object('location_id', $1::uuid,
       'id', (left(restaurant.first_id_of(${NEXT_MONTH})::text, 14) || '7' || substr(gen_random_uuid()::text, 16))))).*
     from restaurant."order" o where id = $2 returning tableoid::regclass::text as partition`,
    [locationId, orderId],
  );
  return rows[0]?.partition ?? '';
}

async function planOf(locationId: string): Promise<string> {
  const rows = await testing.subgraph.work(({ em }) =>
    em.execute<
      { 'QUERY PLAN': string }[]
    >(`explain select * from restaurant."order" where tenant_id = '${floor.tenantId}'
      and location_id = '${locationId}' and id >= restaurant.first_id_of(${NEXT_MONTH})
      and id < restaurant.first_id_of(${NEXT_MONTH} + interval '1 day')`),
  );
  return rows.map((row) => row['QUERY PLAN']).join('\n');
}

test('a location with partitions of its own has its orders there in the months to come, and all others have theirs in the rest', async () => {
  expect(await copyTo(floor.locationId)).toMatch(new RegExp(`order_\\d{4}_\\d{2}_${floor.locationId}`));
  expect(await copyTo(floor.otherLocationId)).toMatch(/order_\d{4}_\d{2}_rest$/);
  expect(await planOf(floor.locationId)).toContain(floor.locationId);
  expect(await planOf(floor.locationId)).not.toContain('_rest');
  expect(await planOf(floor.otherLocationId)).toMatch(/on order_\d{4}_\d{2}_rest/);
});

test('a month that is made later has its partition too, and asking again changes nothing', async () => {
  const { rows } = await owner.query<{ last: string }>(
    `select max(c.relname) as last from pg_inherits i join pg_class c on c.oid = i.inhrelid
     where i.inhparent = 'restaurant."order"'::regclass`,
  );
  const last = rows[0]?.last ?? '';
  await owner.query(`drop table restaurant."${last}"`);
  await testing.subgraph.work(makePartitions);
  await testing.subgraph.work(makePartitions);
  const made = await owner.query<{ name: string }>(
    "select relname as name from pg_class where relname like $1 || '%' and relkind in ('r', 'p') order by 1",
    [last],
  );
  expect(made.rows.map(({ name }) => name)).toEqual([last, `${last}_${floor.locationId}`, `${last}_rest`]);
});

test('a partition lets nobody past row security, whichever way it was made', async () => {
  const { rows } = await owner.query<{ name: string }>(
    `select relname as name from pg_class where relnamespace = 'restaurant'::regnamespace and relispartition
     and relkind in ('r', 'p') and not (relrowsecurity and relforcerowsecurity)`,
  );
  expect(rows).toEqual([]);
});

test('an id is there once in a tenant, also past what a session of another location sees', async () => {
  const till = testing.as({ ...person('STAFF', floor.tenantId), locationId: floor.otherLocationId });
  const input = { id: orderId, locationId: floor.otherLocationId, channel: 'DINE_IN' };
  expect(await till.refusal(OPEN, { input })).toMatchObject({ code: 'CONFLICT', reason: 'TAKEN' });
  const id = uuidv7();
  const both = [floor.locationId, floor.otherLocationId].map((locationId) =>
    testing.as({ ...person('STAFF', floor.tenantId), locationId }).run(OPEN, { input: { ...input, id, locationId } }),
  );
  const ended = await Promise.allSettled(both);
  expect(ended.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
});
