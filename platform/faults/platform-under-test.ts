import { mkdirSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { lockHolder } from '@mycelium/database/embedded/process-lock';
import { pidIn } from '@mycelium/database/embedded/throw-away';
import { Server } from '../e2e/server.ts';
import { logIn } from '../test/client.ts';
import { networkSecret } from '../test/open-all.ts';
import { copySeeded } from '../test/services.ts';

const RETRY_MS = 200;

/** `npm start` where the demo is already, in a data folder of its own, with nothing that stands before what is tried. */
export async function startPlatform(variables: Record<string, string> = {}): Promise<Server> {
  const unhurried = [
    'RATE_ADDRESS_PER_MINUTE',
    'RATE_VIEWER_PER_MINUTE',
    'RATE_API_KEY_PER_HOUR',
    'RATE_TENANT_PER_HOUR',
  ];
  const server = await Server.make({
    LOG_LEVEL: 'error',
    MYCELIUM_SECRET: networkSecret,
    ...variables,
    ...Object.fromEntries(unhurried.map((name) => [name, '100000000'])),
  });
  mkdirSync(server.dataDir);
  await copySeeded(server.dataDir);
  await server.start();
  return server;
}

/** Of its processes, by what they are. */
export function pidOf(server: Server, which: 'main' | 'redis' | 'postgres'): number {
  const found = {
    main: () => lockHolder(join(server.dataDir, 'running')),
    redis: () => pidIn(join(server.dataDir, 'redis/redis.pid')),
    postgres: () => pidIn(join(server.dataDir, 'postgres/postmaster.pid')),
  }[which]();
  if (!found) throw new Error(`There is no ${which} now.`);
  return found;
}

/** Where the embedded PostgreSQL answers, as superuser. */
export async function postgresUrlOf(server: Server): Promise<string> {
  const folder = join(server.dataDir, 'postgres');
  const password = await readFile(join(folder, 'mycelium.password'), 'utf8');
  const port = (await readFile(join(folder, 'postmaster.pid'), 'utf8')).split('\n')[3];
  return `postgres://postgres:${password}@127.0.0.1:${port}/postgres`;
}

/** Resolves when everything is ready again; throws when it is not in time. */
export async function whenReady(server: Server, withinMs: number): Promise<number> {
  const since = Date.now();
  while (Date.now() - since < withinMs) {
    const status = await fetch(`${server.url}/health/ready`).then(
      (response) => response.status,
      () => 0,
    );
    if (status === 200) return Date.now() - since;
    await pause(RETRY_MS);
  }
  throw new Error(`The platform was not ready within ${withinMs} ms.`);
}

export const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

/** Somebody's way in, over outages and the ends of sessions: asks until there is an answer that is no outage. */
export function patientClient(server: Server, email: string) {
  let token: string | undefined;
  return async function ask<Data>(query: string, variables: Record<string, unknown>): Promise<Data> {
    for (;;) {
      try {
        token ??= (await logIn(server.url, email)).token;
        return await server.ask<Data>(query, variables, token);
      } catch (error) {
        const text = String(error);
        if (/UNAUTHENTICATED/.test(text)) token = undefined;
        else if (!/UNAVAILABLE|RATE_LIMITED|fetch failed|JSON|socket|terminated/.test(text)) throw error;
        await pause(RETRY_MS);
      }
    }
  };
}

export type PatientClient = ReturnType<typeof patientClient>;
