import { execFile } from 'node:child_process';
import { randomInt } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { readlink, realpath } from 'node:fs/promises';
import { createServer } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { promisify } from 'node:util';

export const run = promisify(execFile);

/** What tells this process from a later one that got the same pid; undefined when no such process runs. */
export function identityOf(pid: number): string | undefined {
  if (!Number.isInteger(pid) || pid <= 0) return undefined;
  if (process.platform !== 'linux') return isSignalable(pid) ? String(pid) : undefined;
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
    const [state, startedAt] = [fields[0], fields[19]];
    return state === 'Z' || state === 'X' ? undefined : `${pid}@${startedAt}`;
  } catch {
    return undefined;
  }
}

/** Whether the process runs with this folder as its working directory, as PostgreSQL and Redis do with their data. */
export async function worksIn(pid: number, folder: string): Promise<boolean> {
  if (!identityOf(pid)) return false;
  try {
    return (await workingDirectoryOf(pid)) === (await realpath(folder));
  } catch {
    return false;
  }
}

async function workingDirectoryOf(pid: number): Promise<string> {
  if (process.platform === 'linux') return readlink(`/proc/${pid}/cwd`);
  const { stdout } = await run('lsof', ['-a', '-d', 'cwd', '-p', String(pid), '-Fn']);
  return /^n(.*)$/m.exec(stdout)?.[1] ?? '';
}

/** Sends the signals one after the other, each with its patience in milliseconds, until the process is gone. */
export async function endProcess(pid: number, signals: readonly [NodeJS.Signals, number][]): Promise<void> {
  const identity = identityOf(pid);
  for (const [signal, patience] of signals) {
    if (!identity || identityOf(pid) !== identity) return;
    process.kill(pid, signal);
    await until(() => identityOf(pid) !== identity, patience);
  }
}

/** Whether the condition became true in time. */
export async function until(isTrue: () => boolean | Promise<boolean>, patienceMs: number): Promise<boolean> {
  const deadline = Date.now() + patienceMs;
  for (let wait = 2; ; wait = Math.min(wait * 2, 50)) {
    if (await isTrue()) return true;
    if (Date.now() >= deadline) return false;
    await sleep(wait);
  }
}

/** Below the ports that the system gives to outgoing connections: one of those would be taken by one before it is used. */
const [FIRST_PORT, LAST_PORT] = [16_000, 32_000];

/** A TCP port on the loopback interface that nobody uses at this moment, and no connection takes by itself. */
export async function freePort(): Promise<number> {
  for (let tries = 0; tries < 100; tries += 1) {
    const port = randomInt(FIRST_PORT, LAST_PORT);
    if (await isFree(port)) return port;
  }
  throw new Error(`There is no free port between ${FIRST_PORT} and ${LAST_PORT}.`);
}

function isFree(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const server = createServer();
    server.once('error', () => resolve(false));
    server.listen(port, '127.0.0.1', () => server.close(() => resolve(true)));
  });
}

function isSignalable(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}
