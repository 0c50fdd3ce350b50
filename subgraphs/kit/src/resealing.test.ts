import { Entity, Property } from '@mikro-orm/decorators/legacy';
import { TenantRow } from '@mycelium/database/row';
import { testSecret } from '@mycelium/database/testing';
import { Client } from 'pg';
import { pino } from 'pino';
import { Query, Resolver } from 'type-graphql';
import { v7 as uuidv7 } from 'uuid';
import { afterAll, afterEach, beforeAll, beforeEach, expect, test, vi } from 'vitest';
import { blindIndex } from './blind-index.ts';
import { part } from './part.ts';
import { Sealed } from './sealed.ts';
import type { Manifest } from './subgraph.ts';
import { type TestSubgraph, testSubgraph } from './testing.ts';
import { createVault } from './vault.ts';

@Entity({ tableName: 'box' })
class Box extends TenantRow {
  @Sealed({ phoneIndex: 'phone' })
  @Property({ type: 'text', nullable: true })
  sealedPhone?: string;

  @Property({ type: 'text', nullable: true })
  phoneIndex?: string;
}

@Resolver()
class Alive {
  @Query(() => Boolean)
  alive(): boolean {
    return true;
  }
}

const manifest: Manifest = {
  ...{ name: 'tenants', parts: [part(Alive), part(Box)], references: [], reactions: [] },
};
const old = 'an old secret of this test, long enough';
const newest = createVault(testSecret);
const [one, other] = [uuidv7(), uuidv7()];
const phoneOf = (at: number) => `+57300${String(at).padStart(7, '0')}`;
const ROWS = 450;

let lines: Record<string, unknown>[] = [];
const log = pino({}, { write: (line) => void lines.push(JSON.parse(line)) });
let house: TestSubgraph;
let admin: Client;
let running: TestSubgraph | undefined;
beforeAll(async () => {
  house = await testSubgraph(manifest, { isIdle: true });
  admin = new Client({ connectionString: house.databaseUrl });
  await admin.connect();
  await admin.query(`
    create table tenants.box (id uuid primary key, tenant_id uuid, version int default 1, sealed_phone text, phone_index text);
    grant select, insert, update on tenants.box to public;
  `);
});
beforeEach(async () => {
  lines = [];
  await admin.query('truncate tenants.box');
  await admin.query('truncate tenants_worker.attempt');
  await admin.query('delete from tenants_worker._private_jobs');
});
afterEach(async () => {
  await running?.close();
  running = undefined;
});
afterAll(async () => {
  await admin?.end();
  await house?.close();
});

/** So many phones of a tenant, or of none. */
async function fill(tenantId: string | null, count: number, secret = old): Promise<void> {
  const vault = createVault(secret);
  const values = Array.from({ length: count }, (_, at) => [uuidv7(), vault.seal(phoneOf(at))]);
  await admin.query(
    'insert into tenants.box (id, tenant_id, sealed_phone) select id, $3, sealed from unnest($1::uuid[], $2::text[]) as row (id, sealed)',
    [values.map(([id]) => id), values.map(([, sealed]) => sealed), tenantId],
  );
}

const open = (oldSecrets = [old]) => testSubgraph(manifest, { beside: house, oldSecrets, log });
const countOf = async (key: string | undefined) => {
  const { rows } = await admin.query<{ count: number }>(
    'select count(*)::int as count from tenants.box where starts_with(sealed_phone, $1)',
    [key],
  );
  return rows[0]?.count;
};
const said = (what: string) => lines.filter(({ msg }) => String(msg).includes(what));
const attempts = async () => {
  const { rows } = await admin.query(
    `select tenant_id, outcome, error from tenants_worker.attempt where kind = 'reseal' order by tenant_id`,
  );
  return rows;
};

test('what an older secret sealed is sealed again, a task for each tenant, and found by its new index', async () => {
  await fill(one, ROWS);
  await fill(other, 3);
  await fill(null, 2);
  running = await open();
  await vi.waitFor(async () => expect(await countOf(newest.names[0])).toBe(ROWS + 5));
  await vi.waitFor(async () =>
    expect(await attempts()).toEqual(
      [one, other, null].map((tenant_id) => ({ tenant_id, outcome: 'DONE', error: null })),
    ),
  );
  expect(said('are sealed with an older secret')).toMatchObject([{ column: 'sealed_phone', values: ROWS + 5 }]);
  const { rows } = await admin.query('select * from tenants.box where tenant_id = $1 order by id', [other]);
  expect(rows.map(({ sealed_phone: sealed }) => newest.open(sealed))).toEqual([0, 1, 2].map(phoneOf));
  expect(rows[1]).toMatchObject({ version: 1, phone_index: blindIndex(newest, other, 'phone', phoneOf(1)) });

  await running.close();
  lines = [];
  running = await open();
  await vi.waitFor(() => expect(said('MYCELIUM_OLD_SECRETS can be emptied')).toHaveLength(1));
});

test('a process that ends in the middle leaves every value whole, and the next one does what is left', async () => {
  await fill(one, ROWS);
  await admin.query('begin');
  // Somebody holds a row of the second page.
  await admin.query(
    'select 1 from tenants.box where id = (select id from tenants.box order by id limit 1 offset 300) for update',
  );
  running = await open();
  await vi.waitFor(async () => expect(await countOf(newest.names[0])).toBe(200));
  await running.close();
  await admin.query('rollback');
  const left = ROWS - ((await countOf(newest.names[0])) ?? 0);
  expect(left).toBeGreaterThan(0);
  running = await open();
  await vi.waitFor(async () => expect(await countOf(newest.names[0])).toBe(ROWS), 15_000);
}, 40_000);

test('a value that no known secret opens is told when the process starts, is a task that failed, and holds up no other', async () => {
  await fill(one, 1, 'a secret that nobody remembers any more');
  await fill(one, 2);
  running = await open();
  await vi.waitFor(async () => expect(await countOf(newest.names[0])).toBe(2));
  await vi.waitFor(async () =>
    expect(await attempts()).toEqual([
      { tenant_id: one, outcome: 'GIVEN_UP', error: expect.stringContaining('name it in MYCELIUM_OLD_SECRETS') },
    ]),
  );
  expect(said('with a secret that is not known, and cannot be opened')).toMatchObject([{ level: 50, values: 1 }]);
});

test('a secret that is taken away too early is told at the start', async () => {
  await fill(one, 3);
  running = await open([]);
  await vi.waitFor(
    () =>
      expect(said('with a secret that is not known, and cannot be opened')).toMatchObject([{ level: 50, values: 3 }]),
    10_000,
  );
  expect(await attempts()).toEqual([]);
  await running.close();
  running = await open();
  await vi.waitFor(async () => expect(await countOf(newest.names[0])).toBe(3));
});
