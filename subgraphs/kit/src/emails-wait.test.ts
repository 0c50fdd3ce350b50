import { startRedis } from '@mycelium/database/embedded/redis';
import { testDatabase, testSecret } from '@mycelium/database/testing';
import { pino } from 'pino';
import { Query, Resolver } from 'type-graphql';
import { expect, test } from 'vitest';
import { part } from './part.ts';
import { type Manifest, openSubgraph } from './subgraph.ts';

@Resolver()
class Alive {
  @Query(() => Boolean)
  alive(): boolean {
    return true;
  }
}

const manifest: Manifest = {
  ...{ name: 'tenants', parts: [part(Alive)], references: [], reactions: [] },
  writesEmails: true,
};

test('a subgraph that writes e-mails says where they go when it knows no mail server', async () => {
  const [database, redis] = await Promise.all([testDatabase(), startRedis()]);
  const lines: string[] = [];
  const log = pino({ level: 'warn' }, { write: (line) => void lines.push(line) });
  const options = { databaseUrl: database.url, redisUrl: redis.url, secret: testSecret, log };
  const mail = { url: 'smtp://127.0.0.1:1', from: 'Mycelium <no-reply@mycelium.test>' };
  for (const each of [options, { ...options, mail }, options]) await (await openSubgraph(manifest, each)).close();
  expect(lines.filter((line) => line.includes('SMTP_URL'))).toHaveLength(2);
  await Promise.all([redis.stop(), database.drop()]);
});
