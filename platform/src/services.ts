import { join } from 'node:path';
import { keepAlive, type Told } from '@mycelium/database/embedded/keep-alive';
import { type EmbeddedPostgres, startPostgres } from '@mycelium/database/embedded/postgres';
import { type EmbeddedRedis, startRedis } from '@mycelium/database/embedded/redis';
import type { Logger } from '@mycelium/kit/log';
import type { Env } from './env.ts';
import { Refusal, say, step } from './progress.ts';
import type { Shutdown } from './shutdown.ts';

/** PostgreSQL's address: the one that is configured, or the embedded one's, which ends with us and not before. */
export async function openPostgres({ DATABASE_URL, dataDir }: Env, shutdown: Shutdown, log: Logger): Promise<string> {
  if (!DATABASE_URL)
    return begin('PostgreSQL', (port) => startPostgres({ dataDir: join(dataDir, 'postgres'), port }), shutdown, log);
  await step('Reaching PostgreSQL', async () => (await import('./reachable.ts')).checkPostgres(DATABASE_URL));
  return DATABASE_URL;
}

/** Redis's address: the one that is configured, or the embedded one's, which ends with us and not before. */
export async function openRedis({ REDIS_URL, dataDir }: Env, shutdown: Shutdown, log: Logger): Promise<string> {
  if (!REDIS_URL)
    return begin(
      'Redis',
      (port) => startRedis({ dataDir: join(dataDir, 'redis'), port, progress: warn }),
      shutdown,
      log,
    );
  await step('Reaching Redis', async () => (await import('./reachable.ts')).checkRedis(REDIS_URL));
  return REDIS_URL;
}

/** Ends with us, also when we are stopped before it is there, and is started again when it ends by itself. */
async function begin(
  name: string,
  start: (port?: number) => Promise<EmbeddedPostgres | EmbeddedRedis>,
  shutdown: Shutdown,
  log: Logger,
): Promise<string> {
  const starting = start();
  let kept: Pick<EmbeddedPostgres, 'stop'> | undefined;
  shutdown.defer(async () => (kept ?? (await starting.catch(() => undefined)))?.stop());
  try {
    const server = await step(`Starting ${name}`, () => starting);
    // The last resort, in memory, lives in this process.
    if (server.pid === process.pid) return server.url;
    const port = Number(new URL(server.url).port);
    const alive = keepAlive(
      server,
      () => start(port),
      (told) => tell(name, told, log),
    );
    kept = alive;
    shutdown.deferForce(() => process.kill(alive.pid, 'SIGQUIT'));
    return server.url;
  } catch (error) {
    throw new Refusal(error instanceof Error ? error.message : String(error));
  }
}

function tell(server: string, told: Told, log: Logger): void {
  if ('ended' in told) log.error({ server }, 'an embedded server ended by itself and is started again');
  else if ('back' in told) log.warn({ server, ms: told.ms }, 'an embedded server is back');
  else log.error({ server, reason: told.refused, againInMs: told.againInMs }, 'an embedded server does not start');
}

function warn(progress: string): void {
  if (progress.includes('FORGETS')) say(`WARNING: ${progress}`);
}
