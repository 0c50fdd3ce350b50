import { readFileSync, statfsSync } from 'node:fs';
import { chmod, mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { endProcess, identityOf, worksIn } from './process.ts';

/** Where files are in memory: a database is made of a thousand, and to make and remove them costs a tenth there. */
const MEMORY = '/dev/shm';
/** So much of it is left for everybody else. */
const LEFT_FREE = 4 * 2 ** 30;

/** A new folder for a server that lives no longer than this process. What processes that were killed left of theirs is ended and removed. */
export async function throwAwayFolder(kind: 'postgres' | 'redis', pidFile: string): Promise<string> {
  await Promise.all([tmpdir(), MEMORY].map((place) => sweep(place, `mycelium-${kind}-`, pidFile)));
  return temporaryFolder(`mycelium-${kind}-${identityOf(process.pid)}-`);
}

/** A new temporary folder that the account of a server can enter, so that its data can live there; in memory where there is room. */
export async function temporaryFolder(prefix: string): Promise<string> {
  const folder = await mkdtemp(join(hasRoom() ? MEMORY : tmpdir(), prefix));
  await chmod(folder, 0o711);
  return folder;
}

function hasRoom(): boolean {
  try {
    const { bavail, bsize } = statfsSync(MEMORY);
    return Math.min(bavail * bsize, process.availableMemory()) > LEFT_FREE;
  } catch {
    return false;
  }
}

async function sweep(place: string, prefix: string, pidFile: string): Promise<void> {
  const names = await readdir(place).catch(() => []);
  const left = names.filter((name) => name.startsWith(prefix) && !isOwnerAlive(name.slice(prefix.length)));
  await Promise.all(left.map((name) => discard(join(place, name), pidFile)));
}

async function discard(folder: string, pidFile: string): Promise<void> {
  try {
    const pid = pidIn(join(folder, 'data', pidFile));
    if (pid && (await worksIn(pid, join(folder, 'data'))))
      await endProcess(pid, [
        ['SIGINT', 5000],
        ['SIGKILL', 1000],
      ]);
    await rm(folder, { recursive: true, force: true });
  } catch {
    // Another user's, or being removed by another process at this moment.
  }
}

/** The pid that a server wrote into the first line of its pid file. */
export function pidIn(path: string): number | undefined {
  try {
    return Number.parseInt(readFileSync(path, 'utf8'), 10) || undefined;
  } catch {
    return undefined;
  }
}

function isOwnerAlive(rest: string): boolean {
  const owner = rest.slice(0, rest.lastIndexOf('-'));
  return identityOf(Number(owner.split('@')[0])) === owner;
}
