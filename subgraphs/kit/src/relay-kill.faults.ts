import { type ChildProcess, spawn } from 'node:child_process';
import { setTimeout as sleep } from 'node:timers/promises';
import { feedKey } from '@mycelium/bus/feed-key';
import { startRedis } from '@mycelium/database/embedded/redis';
import { openOrm } from '@mycelium/database/orm';
import { roleUrl } from '@mycelium/database/role';
import { testDatabase, testSecret } from '@mycelium/database/testing';
import { menuItemAdded } from '@mycelium/schema/subgraphs/restaurant';
import { Redis } from 'ioredis';
import { v7 as uuidv7 } from 'uuid';
import { expect, test, vi } from 'vitest';
import { makeEvent, OutboxRow, writeOutbox } from './outbox.ts';
import { anonymous } from './viewer.ts';

const name = 'restaurant';
const KILLS = 6;

const script = `
  import { Redis } from 'ioredis';
  import { createLog } from './log.ts';
  import { startRelay } from './relay.ts';
  const [databaseUrl, redisUrl] = process.argv.slice(1);
  startRelay({ name: '${name}', databaseUrl, redis: new Redis(redisUrl), log: createLog('relay', 'silent') });
`;

function relayProcess(databaseUrl: string, redisUrl: string): ChildProcess {
  const args = [
    '--import',
    '@mycelium/database/typescript',
    '--input-type=module',
    '--eval',
    script,
    databaseUrl,
    redisUrl,
  ];
  return spawn(process.execPath, args, { cwd: import.meta.dirname, stdio: 'ignore' });
}

test('a relay process that is killed again and again at any moment loses nothing and doubles nothing', async () => {
  const [database, server] = await Promise.all([testDatabase(), startRedis()]);
  const databaseUrl = roleUrl(database.url, name, testSecret);
  const redis = new Redis(server.url);
  const orm = await openOrm({ url: databaseUrl, subgraph: name, entities: [OutboxRow] });
  const tenant = uuidv7();
  const told: string[] = [];
  let writing = true;
  const writer = (async () => {
    while (writing) {
      const event = makeEvent(
        menuItemAdded,
        { itemId: uuidv7(), sectionId: uuidv7() },
        { feed: tenant, call: { viewer: anonymous, correlationId: 'test' } },
      );
      await orm.em.fork().transactional((em) => writeOutbox(em, name, [event]));
      told.push(event.id);
    }
  })();
  let relay = relayProcess(databaseUrl, server.url);
  for (let kill = 0; kill < KILLS; kill += 1) {
    const before = await redis.xlen(feedKey(tenant));
    await vi.waitFor(async () => expect(await redis.xlen(feedKey(tenant))).toBeGreaterThan(before));
    await sleep(Math.random() * 40);
    relay.kill('SIGKILL');
    relay = relayProcess(databaseUrl, server.url);
  }
  writing = false;
  await writer;
  const arrived = async (): Promise<string[]> =>
    (await redis.xrange(feedKey(tenant), '-', '+')).map(([, fields]) => JSON.parse(fields[1] ?? '{}').id);
  await vi.waitFor(async () => expect((await arrived()).length).toBeGreaterThanOrEqual(told.length), 15_000);
  expect(await arrived()).toEqual(told);

  relay.kill('SIGKILL');
  redis.disconnect();
  await orm.close();
  await Promise.all([server.stop(), database.drop()]);
}, 90_000);
