import { randomUUID } from 'node:crypto';
import { linkSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { identityOf } from './process.ts';

export interface ProcessLock {
  release(): void;
}

/** Takes the lock for this process, or answers with the pid of the living process that holds it. A dead holder's lock is taken over. */
export function takeLock(path: string): ProcessLock | { heldBy: number } {
  mkdirSync(dirname(path), { recursive: true });
  const mine = identityOf(process.pid) ?? String(process.pid);
  for (;;) {
    if (placeLock(path, mine)) return { release: () => releaseLock(path, mine) };
    const text = read(path);
    const holder = holderOf(text);
    if (holder) return { heldBy: holder };
    if (text !== undefined) discard(path, text);
  }
}

/** Runs the work while no other process is at work under this lock; waits for its turn. */
export async function withLock<T>(path: string, work: () => Promise<T>): Promise<T> {
  for (;;) {
    const lock = takeLock(path);
    if (!('heldBy' in lock)) return work().finally(() => lock.release());
    await sleep(50);
  }
}

/** The living process that holds the lock. */
export function lockHolder(path: string): number | undefined {
  return holderOf(read(path));
}

/** A link appears with its whole content, so nobody ever reads half a lock. */
function placeLock(path: string, content: string): boolean {
  const draft = `${path}.${randomUUID()}`;
  writeFileSync(draft, content);
  try {
    linkSync(draft, path);
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false;
    throw error;
  } finally {
    rmSync(draft, { force: true });
  }
}

/** Removes the dead holder's lock, and puts it back if another process took it over in the same instant. */
function discard(path: string, dead: string): void {
  const aside = `${path}.${randomUUID()}`;
  try {
    renameSync(path, aside);
  } catch {
    return;
  }
  const found = read(aside);
  if (found !== undefined && found !== dead) placeLock(path, found);
  rmSync(aside, { force: true });
}

function releaseLock(path: string, mine: string): void {
  if (read(path) === mine) rmSync(path, { force: true });
}

function holderOf(text: string | undefined): number | undefined {
  const pid = Number(text?.split('@')[0]);
  return text && identityOf(pid) === text ? pid : undefined;
}

function read(path: string): string | undefined {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return undefined;
  }
}
