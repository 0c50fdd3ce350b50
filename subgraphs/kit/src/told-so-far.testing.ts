import { feedKey } from '@mycelium/bus/feed-key';
import { changedKey } from '@mycelium/bus/keys';
import type { SubgraphName } from '@mycelium/schema/roster';
import { Redis } from 'ioredis';
import { vi } from 'vitest';
import { AUDIT_KEY } from './audit-outbox.ts';
import type { TestSubgraph } from './testing.ts';

/** Everything by which somebody could learn that something has changed. */
export interface ToldSoFar {
  /** Once nothing is on its way any more. */
  read(): Promise<unknown>;
  close(): void;
}

export async function openToldSoFar({ subgraph, redisUrl }: TestSubgraph, name: SubgraphName): Promise<ToldSoFar> {
  const [redis, ear] = [new Redis(redisUrl), new Redis(redisUrl)];
  const fence = 'fence';
  let [rings, fences] = [0, 0];
  ear.on('pmessage', (_pattern, channel) => {
    if (channel === fence) fences += 1;
    else rings += 1;
  });
  await ear.psubscribe(changedKey('*'), fence);

  const sql = <Row extends object>(text: string) => subgraph.work(({ em }) => em.execute<Row[]>(text));
  const tables = await sql<{ table: string }>(
    `select c.table_name as table from information_schema.columns c
     join information_schema.columns i on (i.table_schema, i.table_name, i.column_name) = (c.table_schema, c.table_name, 'id')
     where c.table_schema = '${name}' and c.column_name = 'version' and c.table_name not like 'audit%' order by 1`,
  );
  const versions = tables.map(({ table }) => `select '${table}' as noun, id::text, version from ${name}.${table}`);

  const look = async () => {
    const before = fences;
    await redis.publish(fence, '');
    await vi.waitFor(() => {
      if (fences === before) throw new Error('What was published before has not come yet.');
    });
    const feeds = await redis.keys(feedKey('*'));
    const lengths = await Promise.all(feeds.map((key) => redis.xlen(key)));
    return {
      waiting: await sql(`select 1 from ${name}.outbox`),
      rows: await sql(`${versions.join(' union all ')} order by 1, 2`),
      events: lengths.reduce((sum, length) => sum + length, 0),
      audits: await addedTo(redis, AUDIT_KEY),
      liveChanges: rings,
    };
  };
  return {
    read: () =>
      vi.waitFor(async () => {
        const [one, other] = [await look(), await look()];
        if (one.waiting.length > 0 || JSON.stringify(one) !== JSON.stringify(other)) throw new Error('It goes on.');
        return one;
      }, 10_000),
    close() {
      redis.disconnect();
      ear.disconnect();
    },
  };
}

/** How many entries a stream ever had. */
async function addedTo(redis: Redis, key: string): Promise<number> {
  const facts = await redis.xinfo('STREAM', key).catch(() => []);
  return Array.isArray(facts) ? Number(facts[facts.indexOf('entries-added') + 1] ?? 0) : 0;
}
