import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { endProcess } from './process.ts';
import { takeLock, withLock } from './process-lock.ts';
import { findRedis } from './redis-binary.ts';
import { startInMemory } from './redis-in-memory.ts';
import { adoptRedis, launchRedis, type RunningRedis } from './redis-server.ts';
import { throwAwayFolder } from './throw-away.ts';

export interface EmbeddedRedis {
  url: string;
  pid: number;
  /** From the system's PATH, unpacked from the distribution's packages, or the last resort, which keeps nothing. */
  kind: 'installed' | 'unpacked' | 'in-memory';
  /** Ends the server; one that another living process started stays with that one. */
  stop(): Promise<void>;
}

export interface RedisOptions {
  /** Kept over restarts; what was acknowledged is on disk. Without it the server is a throw-away. */
  dataDir?: string;
  port?: number;
  /** Told about each step that may take long, and when nothing will be kept. */
  progress?: (step: string) => void;
}

/** A private Redis (7 or later, or Valkey) on the loopback interface. One that still runs on these data is adopted, whoever left it behind. */
export async function startRedis({
  dataDir,
  port,
  progress = () => undefined,
}: RedisOptions = {}): Promise<EmbeddedRedis> {
  if (dataDir) return startKept(dataDir, port, progress);
  const binary = await findRedis(progress);
  if (!binary) return startInMemory(port);
  const folder = await throwAwayFolder('redis', 'redis.pid');
  const remove = () => rm(folder, { recursive: true, force: true });
  const server = await launchRedis(binary, join(folder, 'data'), { durable: false, port }).catch((error) =>
    remove().then(() => Promise.reject(error)),
  );
  const stop = () => endProcess(server.pid, [['SIGKILL', 2000]]).then(remove);
  return { ...server, stop };
}

function startKept(
  dataDir: string,
  port: number | undefined,
  progress: (step: string) => void,
): Promise<EmbeddedRedis> {
  return withLock(`${dataDir}.starting`, async () => {
    const owner = takeLock(`${dataDir}.owner`);
    try {
      const server =
        (await adoptRedis(dataDir, progress)) ??
        ('heldBy' in owner ? undefined : await launch(dataDir, port, progress));
      if ('heldBy' in owner) {
        if (server) return { ...server, stop: async () => undefined };
        throw new Error(`Redis of process ${owner.heldBy} does not answer: stop that process.`);
      }
      if (!server) {
        owner.release();
        return startInMemory(port);
      }
      const stop = async () => {
        await endProcess(server.pid, [
          ['SIGTERM', 5000],
          ['SIGKILL', 2000],
        ]);
        owner.release();
      };
      return { ...server, stop };
    } catch (error) {
      if ('release' in owner) owner.release();
      throw error;
    }
  });
}

async function launch(
  dataDir: string,
  port: number | undefined,
  progress: (step: string) => void,
): Promise<RunningRedis | undefined> {
  const binary = await findRedis(progress);
  if (binary) return launchRedis(binary, dataDir, { durable: true, port });
  progress(
    'no Redis 7 was found: using one in memory that FORGETS EVERYTHING when it ends; install redis-server or set REDIS_URL',
  );
  return undefined;
}
