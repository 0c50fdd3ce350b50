import { expect, test } from 'vitest';
import { openOrm } from '../src/orm.ts';
import { testDatabase } from '../src/testing.ts';

test('a database that went away within transactions is asked again when it is back', async () => {
  const database = await testDatabase();
  const open = (poolSize: number) => openOrm({ url: database.url, subgraph: 'events', entities: [], poolSize });
  const [orm, admin] = await Promise.all([open(2), open(1)]);
  const transactions = [orm.em.fork(), orm.em.fork()];
  for (const em of transactions) {
    await em.begin();
    await em.execute('select 1');
  }
  await admin.em
    .fork()
    .execute(
      'select pg_terminate_backend(pid) from pg_stat_activity where datname = current_database() and pid <> pg_backend_pid()',
    );
  for (const em of transactions) {
    await expect(em.execute('select 1')).rejects.toThrow();
    await em.rollback().catch(() => undefined);
  }
  const answers = await Promise.all([1, 2, 3].map(() => orm.em.fork().execute('select 1 as one')));
  expect(answers).toEqual([[{ one: 1 }], [{ one: 1 }], [{ one: 1 }]]);
  await orm.close();
  await admin.close();
  await database.drop();
});
