import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import type { EntityClass } from '@mikro-orm/core';
import { startRedis } from '@mycelium/database/embedded/redis';
import { openOrm } from '@mycelium/database/orm';
import { roleUrl } from '@mycelium/database/role';
import { systemSession } from '@mycelium/database/tenant';
import { testDatabase, testSecret } from '@mycelium/database/testing';
import type { SubgraphName } from '@mycelium/schema/roster';
import { Redis } from 'ioredis';
import { expect, vi } from 'vitest';
import { OutboxRow } from './outbox.ts';
import type { TestSubgraph } from './testing.ts';

/** A table that can be read, and locked row by row, but not be written. */
interface Held {
  /** Until somebody wants to write. */
  untilWaitedFor(): Promise<void>;
  release(): Promise<void>;
}

interface AloneOptions {
  /** Whose database and Redis it takes; its own when left out. */
  beside?: Pick<TestSubgraph, 'databaseUrl' | 'redisUrl'>;
  /** Variables of its environment, beside those it always has. */
  env?: Readonly<Record<string, string>>;
}

/** A subgraph, by its main file, as a process of its own, which can be stopped at a step of one's choosing and killed there. */
export async function openAlone(
  subgraph: SubgraphName,
  main: URL,
  entities: EntityClass<object>[] = [],
  { beside, env }: AloneOptions = {},
) {
  const [database, server] = beside
    ? [
        { url: beside.databaseUrl, drop: async () => {} },
        { url: beside.redisUrl, stop: async () => {} },
      ]
    : await Promise.all([testDatabase(), startRedis()]);
  const redis = new Redis(server.url);
  const url = roleUrl(database.url, subgraph, testSecret);
  const orm = await openOrm({ url, subgraph, entities: [OutboxRow, ...entities] });
  const emOfAll = () => orm.em.fork({ session: systemSession });
  const sql = <Row>(query: string, values: unknown[] = []) => emOfAll().execute<Row[]>(query, values);
  const releases: (() => Promise<void>)[] = [];
  let child: ChildProcess | undefined;

  const isRunning = (): boolean => child !== undefined && child.exitCode === null && child.signalCode === null;

  async function kill(): Promise<void> {
    if (!child || !isRunning()) return;
    const gone = once(child, 'exit');
    child.kill('SIGKILL');
    await gone;
  }

  return {
    redis,
    sql,
    em: emOfAll,
    /** One at a time: what runs goes on. */
    start(): void {
      if (isRunning()) return;
      child = fork(main, {
        execArgv: ['--import', '@mycelium/database/typescript'],
        env: {
          DATABASE_URL: database.url,
          REDIS_URL: server.url,
          MYCELIUM_SECRET: testSecret,
          LOG_LEVEL: 'silent',
          INNER_NETWORKS: '127.0.0.0/8',
          PORT: '0',
          ...env,
        },
        stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
      });
    },
    kill,
    async hold(table: string): Promise<Held> {
      const em = emOfAll();
      await em.begin();
      await em.execute(`lock table ${subgraph}.${table} in share mode`);
      const release = async (): Promise<void> => {
        if (em.isInTransaction()) await em.rollback();
      };
      releases.push(release);
      return {
        untilWaitedFor: () =>
          vi.waitFor(
            async () =>
              expect(
                await sql(
                  `select 1 from pg_locks join pg_database on pg_database.oid = database
                   where datname = current_database() and relation = ?::regclass and not granted`,
                  [`${subgraph}.${table}`],
                ),
              ).not.toEqual([]),
            { timeout: 40_000, interval: 20 },
          ),
        release,
      };
    },
    /** From now on, what others want to write to Redis waits; what is begun is lost when they die. */
    async stopWriting(): Promise<void> {
      await redis.call('CLIENT', 'PAUSE', '60000', 'WRITE');
    },
    async letWrite(): Promise<void> {
      await redis.call('CLIENT', 'UNPAUSE');
    },
    async close(): Promise<void> {
      await kill();
      await Promise.all(releases.map((release) => release()));
      redis.disconnect();
      await orm.close();
      await Promise.all([server.stop(), database.drop()]);
    },
  };
}
