import { readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { adopt } from './postgres-adopt.ts';
import { postgresHome } from './postgres-home.ts';
import { initialise } from './postgres-init.ts';
import { launch } from './postgres-launch.ts';
import { endProcess } from './process.ts';
import { takeLock, withLock } from './process-lock.ts';
import { throwAwayFolder } from './throw-away.ts';

export interface EmbeddedPostgres {
  /** As superuser, to the database `postgres`. */
  url: string;
  pid: number;
  /** Ends the server; one that another living process started stays with that one. */
  stop(): Promise<void>;
}

export interface PostgresOptions {
  /** Kept over restarts. Without it the server is a throw-away: fast, not durable, and its data goes with it. */
  dataDir?: string;
  port?: number;
  /** Told about each step that may take long. */
  progress?: (step: string) => void;
}

/** A real PostgreSQL on the loopback interface. One that still runs on these data is adopted, whoever left it behind. */
export async function startPostgres(options: PostgresOptions = {}): Promise<EmbeddedPostgres> {
  if (options.dataDir) return start(options.dataDir, true, options);
  const folder = await throwAwayFolder('postgres', 'postmaster.pid');
  const remove = () => rm(folder, { recursive: true, force: true });
  const server = await start(join(folder, 'data'), false, options).catch((error) =>
    remove().then(() => Promise.reject(error)),
  );
  const stop = () => server.stop().then(remove);
  return { ...server, stop };
}

function start(dataDir: string, durable: boolean, { port, progress = () => undefined }: PostgresOptions) {
  return withLock(`${dataDir}.starting`, async (): Promise<EmbeddedPostgres> => {
    const owner = takeLock(`${dataDir}.owner`);
    try {
      const home = await postgresHome(dataDir);
      const running = await adopt(home.data, progress);
      if ('heldBy' in owner && !running)
        throw new Error(`PostgreSQL of process ${owner.heldBy} does not answer: stop that process.`);
      if (!running) await initialise(home, durable, progress);
      const server = running ?? (await launch(home, durable, port, progress));
      const password = await readFile(join(home.data, 'mycelium.password'), 'utf8');
      const url = `postgres://postgres:${password}@127.0.0.1:${server.port}/postgres`;
      if ('heldBy' in owner) return { url, pid: server.pid, stop: async () => undefined };
      const stop = async () => {
        await endProcess(server.pid, [
          ['SIGINT', 8000],
          ['SIGQUIT', 3000],
          ['SIGKILL', 2000],
        ]);
        owner.release();
      };
      return { url, pid: server.pid, stop };
    } catch (error) {
      if ('release' in owner) owner.release();
      throw error;
    }
  });
}
