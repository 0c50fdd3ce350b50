import { readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { endProcess, until, worksIn } from './process.ts';

export interface RunningServer {
  pid: number;
  port: number;
}

/** The server that still works on these data, if it answers; otherwise it is ended. A pid file that nobody stands behind is removed. */
export async function adopt(data: string, progress: (step: string) => void): Promise<RunningServer | undefined> {
  const status = await readStatus(data);
  if (!status) return undefined;
  if (await worksIn(status.pid, data)) {
    progress('adopting the database that still runs');
    await until(async () => (await readStatus(data))?.ready ?? true, 20_000);
    if (await answers(data, status.port)) return { pid: status.pid, port: status.port };
    await endProcess(status.pid, [
      ['SIGINT', 3000],
      ['SIGQUIT', 2000],
      ['SIGKILL', 2000],
    ]);
  }
  await rm(join(data, 'postmaster.pid'), { force: true });
  return undefined;
}

/** What the server tells about itself in postmaster.pid: pid, folder, start, port, socket, address, memory, status. */
export async function readStatus(data: string): Promise<(RunningServer & { ready: boolean }) | undefined> {
  const text = await readFile(join(data, 'postmaster.pid'), 'utf8').catch(() => undefined);
  if (text === undefined) return undefined;
  const lines = text.split('\n');
  return { pid: Number(lines[0]), port: Number(lines[3]), ready: lines[7]?.trim() === 'ready' };
}

async function answers(data: string, port: number): Promise<boolean> {
  const { default: pg } = await import('pg');
  const password = await readFile(join(data, 'mycelium.password'), 'utf8');
  const client = new pg.Client({
    host: '127.0.0.1',
    port,
    user: 'postgres',
    password,
    database: 'postgres',
    connectionTimeoutMillis: 3000,
    query_timeout: 3000,
  });
  client.on('error', () => undefined);
  try {
    await client.connect();
    await client.query('select 1');
    return true;
  } catch {
    return false;
  } finally {
    await client.end().catch(() => undefined);
  }
}
