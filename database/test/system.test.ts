import type { EntityManager as Em, MikroORM } from '@mikro-orm/postgresql';
import { openOrm } from '@mycelium/database/orm';
import { roleName, roleUrl } from '@mycelium/database/role';
import { systemBeside } from '@mycelium/database/system';
import { ownedByTenant, tenantSession } from '@mycelium/database/tenant';
import { type TestDatabase, testDatabase, testSecret } from '@mycelium/database/testing';
import { beginInTurn } from '@mycelium/database/turns';
import { Client, type Pool } from 'pg';
import { v7 as uuidv7 } from 'uuid';
import { afterEach, beforeEach, expect, test } from 'vitest';

const [mine, theirs] = [uuidv7(), uuidv7()];
let database: TestDatabase;
let orm: MikroORM;

beforeEach(async () => {
  database = await testDatabase();
  const admin = new Client({ connectionString: database.url });
  await admin.connect();
  const policies = ownedByTenant.policies.map(
    ({ name, using, check }) => `create policy ${name} on restaurant.probe using (${using}) with check (${check});`,
  );
  await admin.query(`
    create table restaurant.probe (tenant_id uuid);
    insert into restaurant.probe values ('${mine}'), ('${theirs}');
    alter table restaurant.probe enable row level security;
    alter table restaurant.probe force row level security;
    ${policies.join('\n')}
    grant all on restaurant.probe to ${roleName('restaurant')};
  `);
  await admin.end();
  const url = roleUrl(database.url, 'restaurant', testSecret);
  orm = await openOrm({ url, subgraph: 'restaurant', entities: [] });
});
afterEach(async () => {
  await orm.close();
  await database.drop();
});

const tenantEm = (): Em => orm.em.fork({ session: tenantSession(mine) });
const connections = async (): Promise<number> => ((await orm.em.getConnection().getNativeClient()) as Pool).totalCount;

async function seen(em: Em): Promise<number> {
  const [row] = await em.execute<{ count: number }[]>('select count(*)::int as count from restaurant.probe');
  return row?.count ?? 0;
}

test('reads of the system and of a tenant at once, on one connection, each see what they may', async () => {
  const em = tenantEm();
  await em.begin({ readOnly: true });
  const system = systemBeside(em);
  const reads = Array.from({ length: 400 }, () => Math.random() < 0.5);
  const counts = await Promise.all(reads.map((asSystem) => seen(asSystem ? system : em)));
  await em.rollback();
  expect(counts).toEqual(reads.map((asSystem) => (asSystem ? 2 : 1)));
  expect(await connections()).toBe(1);
});

test('a transaction within the tenant’s, begun while the system reads and rolled back, brings nothing into view', async () => {
  const em = tenantEm();
  await em.begin();
  const system = systemBeside(em);
  for (let round = 0; round < 20; round += 1) {
    const reading = Promise.all([seen(system), seen(system), seen(system)]);
    const inner = em
      .transactional(async () => {
        await seen(system);
        throw new Error('not this');
      })
      .catch((error: unknown) => error);
    await Promise.all([reading, inner]);
    expect(await seen(em)).toBe(1);
  }
  await em.rollback();
});

test.each(['the system', 'a tenant'])(
  'reads of %s that outlive their transaction do not reach whoever has the connection next',
  async (who) => {
    const url = roleUrl(database.url, 'restaurant', testSecret);
    const narrow = await openOrm({ url, subgraph: 'restaurant', entities: [], poolSize: 1 });
    for (let round = 0; round < 30; round += 1) {
      const em = narrow.em.fork({ session: tenantSession(mine) });
      await beginInTurn(em);
      const reader = who === 'the system' ? systemBeside(em) : em;
      const late = Promise.allSettled([
        ...Array.from({ length: 10 }, () => seen(reader)),
        reader.execute('select nothing from nowhere'),
      ]);
      const ending = (round % 2 === 0 ? em.rollback() : em.commit()).catch(() => em.rollback());
      const next = narrow.em.fork({ session: tenantSession(theirs) });
      await Promise.all([ending, next.begin()]);
      const counts = await Promise.all(Array.from({ length: 10 }, () => seen(next)));
      expect([round, ...counts]).toEqual([round, ...counts.map(() => 1)]);
      await next.rollback();
      const seenLate = (await late).flatMap((outcome) => (outcome.status === 'fulfilled' ? [outcome.value] : []));
      expect(seenLate.filter((count) => count !== (who === 'the system' ? 2 : 1))).toEqual([]);
    }
    await narrow.close();
  },
);

test('a read of the system that fails leaves nothing in view', async () => {
  const em = tenantEm();
  await em.begin();
  const failed = systemBeside(em).execute('select nothing from nowhere');
  const [after] = await Promise.allSettled([seen(em), failed]);
  expect(after).toMatchObject(after?.status === 'fulfilled' ? { value: 1 } : { reason: { code: '25P02' } });
  await em.rollback();
  expect(await seen(em)).toBe(1);
});

test('beside a unit of work that sees all, and without a transaction, it is as any other', async () => {
  const em = tenantEm();
  expect(await seen(systemBeside(em))).toBe(2);
  const system = systemBeside(em);
  await system.transactional(async (inner) => {
    expect(await seen(inner)).toBe(2);
    expect(await systemBeside(inner).transactional(seen)).toBe(2);
  });
});
