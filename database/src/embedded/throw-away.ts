import { readFileSync } from 'node:fs';
import { chmod, mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { endProcess, identityOf, worksIn } from './process.ts';

/** A new folder for a server that lives no longer than this process. What processes that were killed left of theirs is ended and removed. */
export async function throwAwayFolder(kind: 'postgres' | 'redis', pidFile: string): Promise<string> {
  await sweep(`mycelium-${kind}-`, pidFile);
  return temporaryFolder(`mycelium-${kind}-${identityOf(process.pid)}-`);
}

/** A new temporary folder that the account of a server can enter, so that its data can live there. */
export async function temporaryFolder(prefix: string): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), prefix));
  await chmod(folder, 0o711);
  return folder;
}

async function sweep(prefix: string, pidFile: string): Promise<void> {
  const names = await readdir(tmpdir());
  const left = names.filter((name) => name.startsWith(prefix) && !isOwnerAlive(name.slice(prefix.length)));
  await Promise.all(left.map((name) => discard(join(tmpdir(), name), pidFile)));
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
