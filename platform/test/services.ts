import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdir, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { startPostgres } from '@mycelium/database/embedded/postgres';
import { withLock } from '@mycelium/database/embedded/process-lock';
import { startRedis } from '@mycelium/database/embedded/redis';
import { temporaryFolder } from '@mycelium/database/embedded/throw-away';
import { migrate } from '@mycelium/database/migrate';
import { inject } from 'vitest';
import { seedDemo } from '../src/seed-demo.ts';
import { networkSecret, openAll, quiet } from './open-all.ts';

export interface Service {
  url: string;
  pid: number;
  /** Ends it; `start` brings it back with its data, at the same address. */
  stop(): Promise<void>;
  start(): Promise<void>;
}

export interface Services {
  postgres: Service;
  redis: Service;
  close(): Promise<void>;
}

/** A PostgreSQL and a Redis of a network's own, with the demo in them. */
export async function startSeeded(): Promise<Services> {
  const folder = await temporaryFolder('mycelium-network-');
  await copySeeded(folder);
  return startServices(folder);
}

/** A folder becomes the data of a PostgreSQL and a Redis with the demo in them, of the network's secret. */
export async function copySeeded(folder: string): Promise<void> {
  // With whose it is: the server runs as another user.
  await promisify(execFile)('cp', ['-a', `${await seededData()}/.`, folder]);
}

/** The data of both with the demo in them, made by the first network of a run for all of them. */
function seededData(): Promise<string> {
  const folder = join(inject('runFolder'), 'seeded');
  return withLock(`${folder}.making`, async () => {
    if (existsSync(folder)) return folder;
    const making = `${folder}.new`;
    await mkdir(making, { mode: 0o711 });
    const services = await startServices(making);
    await migrate({ databaseUrl: services.postgres.url, secret: networkSecret });
    const subgraphs = await openAll({ databaseUrl: services.postgres.url, redisUrl: services.redis.url, log: quiet });
    await seedDemo(subgraphs);
    await Promise.all(Object.values(subgraphs).map((subgraph) => subgraph.close()));
    await Promise.all([services.postgres.stop(), services.redis.stop()]);
    await rename(making, folder);
    return folder;
  });
}

async function startServices(folder: string): Promise<Services> {
  const [postgres, redis] = await Promise.all([
    service((port) => startPostgres({ dataDir: join(folder, 'postgres'), port })),
    service((port) => startRedis({ dataDir: join(folder, 'redis'), port })),
  ]);
  return {
    postgres,
    redis,
    async close() {
      await Promise.all([postgres.stop(), redis.stop()]);
      await rm(folder, { recursive: true, force: true });
    },
  };
}

type Running = Pick<Service, 'url' | 'pid' | 'stop'>;

async function service(launch: (port?: number) => Promise<Running>): Promise<Service> {
  let running: Running | undefined = await launch();
  const { url } = running;
  const port = Number(new URL(url).port);
  return {
    url,
    get pid() {
      return running?.pid ?? 0;
    },
    async stop() {
      await running?.stop();
      running = undefined;
    },
    async start() {
      running = await launch(port);
    },
  };
}
