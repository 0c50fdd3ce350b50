import { Client } from 'pg';
import { pino } from 'pino';
import { Query, Resolver } from 'type-graphql';
import { v7 as uuidv7 } from 'uuid';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { blindIndex } from './blind-index.ts';
import type { Context } from './context.ts';
import { part } from './part.ts';
import { type Resealed, resealPage } from './reseal.ts';
import { type TestSubgraph, testSubgraph } from './testing.ts';
import { createVault } from './vault.ts';

@Resolver()
class Alive {
  @Query(() => Boolean)
  alive(): boolean {
    return true;
  }
}

const [old, secret] = ['an old secret of this test, long enough', 'a newer secret of this test, long enough'];
const vault = createVault(secret, [old]);
const lines: string[] = [];
const log = pino({}, { write: (line) => void lines.push(line) });
const column = { table: 'tenants.box', column: 'sealed', indexes: { phone_index: 'phone' }, hasTenant: true } as const;
const isCurrent = (sealed: string): boolean => sealed.startsWith(`${vault.names[0]}.`);
const tenantId = uuidv7();
const phoneOf = (at: number) => `+57300${String(at).padStart(7, '0')}`;
const ROWS = 450;

let testing: TestSubgraph;
let admin: Client;
beforeAll(async () => {
  const manifest = { parts: [part(Alive)], references: [], reactions: [] };
  testing = await testSubgraph({ name: 'tenants', ...manifest });
  admin = new Client({ connectionString: testing.databaseUrl });
  await admin.connect();
  await admin.query(`
    create table tenants.box (id uuid primary key, tenant_id uuid not null, version int default 1, sealed text, phone_index text);
    grant select, insert, update on tenants.box to public;
  `);
});
afterAll(async () => {
  await admin?.end();
  await testing?.close();
});
beforeEach(async () => {
  const before = createVault(old);
  const values = Array.from({ length: ROWS }, (_, at) => [uuidv7(), before.seal(phoneOf(at))]);
  await admin.query('truncate tenants.box');
  await admin.query(
    'insert into tenants.box (id, tenant_id, sealed) select id, $3, sealed from unnest($1::uuid[], $2::text[]) as row (id, sealed)',
    [values.map(([id]) => id), values.map(([, sealed]) => sealed), tenantId],
  );
  await admin.query('insert into tenants.box (id, tenant_id) values ($1, $2)', [uuidv7(), tenantId]);
});

/** A page as a task does it: in a transaction of its own, as the system. */
const page = (after?: string, then?: (ctx: Context) => Promise<unknown>): Promise<Resealed> =>
  testing.subgraph.work(async (ctx) => {
    const done = await resealPage({ em: ctx.em, vault, log }, column, { after });
    await then?.(ctx);
    return done;
  });

async function toTheEnd(after?: string): Promise<number> {
  const { after: next, sealed } = await page(after);
  return sealed + (next ? await toTheEnd(next) : 0);
}

async function kept() {
  const { rows } = await admin.query<{ sealed: string; phone_index: string | null; version: number }>(
    'select sealed, phone_index, version from tenants.box where sealed is not null order by id',
  );
  return rows;
}

test('everything is sealed again and indexed again, and a row does not count as changed', async () => {
  expect(await toTheEnd()).toBe(ROWS);
  const newest = createVault(secret);
  const rows = await kept();
  expect(rows.map(({ sealed }) => newest.open(sealed))).toEqual(rows.map((_, at) => phoneOf(at)));
  expect(rows[7]).toMatchObject({ version: 1, phone_index: blindIndex(newest, tenantId, 'phone', phoneOf(7)) });
  expect(await toTheEnd()).toBe(0);
});

test('killed in the middle of a page it leaves every value whole, and goes on from there', async () => {
  const { after } = await page();
  const killed = page(after, async ({ em }) => {
    const [row] = await em.execute<{ pid: number }[]>('select pg_backend_pid() as pid');
    await admin.query('select pg_terminate_backend($1)', [row?.pid]);
    await em.execute('select 1');
  });
  await expect(killed).rejects.toThrow();
  const rows = await kept();
  expect(rows.map(({ sealed }) => vault.open(sealed))).toEqual(rows.map((_, at) => phoneOf(at)));
  expect(rows.filter(({ sealed }) => isCurrent(sealed))).toHaveLength(200);
  expect(await toTheEnd(after)).toBe(ROWS - 200);
});

test('a value that opens with no known secret stays, is told, and holds up no other', async () => {
  const strange = createVault('a secret that nobody remembers any more').seal('x');
  await admin.query('update tenants.box set sealed = $1 where id = (select id from tenants.box order by id limit 1)', [
    strange,
  ]);
  expect(await page()).toMatchObject({ sealed: 199, unopened: 1 });
  expect((await kept())[0]?.sealed).toBe(strange);
  expect(lines.at(-1)).toContain('opens with no secret that is known');
});
