import { startRedis } from '@mycelium/database/embedded/redis';
import { migrate } from '@mycelium/database/migrate';
import { openOrm } from '@mycelium/database/orm';
import { roleUrl } from '@mycelium/database/role';
import { testDatabase, testSecret } from '@mycelium/database/testing';
import { Redis } from 'ioredis';
import { Client } from 'pg';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { createLog } from './log.ts';
import { OutboxRow } from './outbox.ts';
import { checkServedData } from './served-data.ts';

let close: () => Promise<void>;
let admin: Client;
let redis: Redis;
let databaseUrl: string;
let check: () => Promise<void>;

beforeEach(async () => {
  const [database, server] = await Promise.all([testDatabase(), startRedis()]);
  databaseUrl = database.url;
  const url = roleUrl(databaseUrl, 'restaurant', testSecret);
  const orm = await openOrm({ url, subgraph: 'restaurant', entities: [OutboxRow] });
  admin = new Client({ connectionString: databaseUrl });
  await admin.connect();
  redis = new Redis(server.url);
  check = () => checkServedData(orm.em.fork(), redis, 'restaurant', createLog('test', 'fatal'));
  close = async () => {
    redis.disconnect();
    await Promise.all([orm.close(), admin.end()]);
    await Promise.all([database.drop(), server.stop()]);
  };
});
afterEach(() => close());

test('data that were migrated by this version are served', async () => {
  await check();
  await check();
  expect(await redis.get('mycelium:layout')).toBe('1');
});

test('data of a newer version are refused by name, by a subgraph and by whoever would migrate them', async () => {
  await admin.query(`comment on schema restaurant is 'data: Migration20991231000000'`);
  await expect(check()).rejects.toThrow(/restaurant .*newer version \(Migration20991231000000\)/);
  await expect(migrate({ databaseUrl, secret: testSecret })).rejects.toThrow(/newer version/);
});

test('data that nobody has migrated yet are refused by a subgraph, and served after a start that migrates', async () => {
  await admin.query(`comment on schema restaurant is 'data: Migration20200101000000'`);
  await expect(check()).rejects.toThrow(/older version \(Migration20200101000000\)/);
  const migrated = await migrate({ databaseUrl, secret: testSecret });
  expect(migrated.find(({ subgraph }) => subgraph === 'restaurant')).toMatchObject({ from: 'Migration20200101000000' });
  await check();
});

test('what lies in Redis in a newer layout is refused', async () => {
  await redis.set('mycelium:layout', 2);
  await expect(check()).rejects.toThrow(/Redis .*newer layout \(2\)/);
});
