import { join } from 'node:path';
import { type EmbeddedPostgres, startPostgres } from '@mycelium/database/embedded/postgres';
import { type EmbeddedRedis, startRedis } from '@mycelium/database/embedded/redis';
import type { Env } from './env.ts';
import { Refusal, say, step } from './progress.ts';
import type { Shutdown } from './shutdown.ts';

/** PostgreSQL's address: the one that is configured, or the embedded one's, which ends with us. */
export async function openPostgres({ DATABASE_URL, dataDir }: Env, shutdown: Shutdown): Promise<string> {
  if (!DATABASE_URL)
    return begin('Starting PostgreSQL', startPostgres({ dataDir: join(dataDir, 'postgres') }), shutdown);
  await step('Reaching PostgreSQL', async () => (await import('./reachable.ts')).checkPostgres(DATABASE_URL));
  return DATABASE_URL;
}

/** Redis's address: the one that is configured, or the embedded one's, which ends with us. */
export async function openRedis({ REDIS_URL, dataDir }: Env, shutdown: Shutdown): Promise<string> {
  if (!REDIS_URL)
    return begin('Starting Redis', startRedis({ dataDir: join(dataDir, 'redis'), progress: warn }), shutdown);
  await step('Reaching Redis', async () => (await import('./reachable.ts')).checkRedis(REDIS_URL));
  return REDIS_URL;
}

/** Ends with us, also when we are stopped before it is there. */
async function begin(
  name: string,
  starting: Promise<EmbeddedPostgres | EmbeddedRedis>,
  shutdown: Shutdown,
): Promise<string> {
  shutdown.defer(async () => (await starting.catch(() => undefined))?.stop());
  try {
    const server = await step(name, () => starting);
    if (server.pid !== process.pid) shutdown.deferForce(() => process.kill(server.pid, 'SIGQUIT'));
    return server.url;
  } catch (error) {
    throw new Refusal(error instanceof Error ? error.message : String(error));
  }
}

function warn(progress: string): void {
  if (progress.includes('FORGETS')) say(`WARNING: ${progress}`);
}
