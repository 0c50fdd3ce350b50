import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { identityOf } from './process.ts';
import { lockHolder, takeLock, withLock } from './process-lock.ts';

const folder = mkdtempSync(join(tmpdir(), 'lock-'));
afterAll(() => rmSync(folder, { recursive: true }));

test('a lock that is held names its holder, and is free again after its release', () => {
  const path = join(folder, 'held');
  const lock = takeLock(path);
  expect(takeLock(path)).toEqual({ heldBy: process.pid });
  expect(lockHolder(path)).toBe(process.pid);
  if ('release' in lock) lock.release();
  expect(lockHolder(path)).toBeUndefined();
  expect(takeLock(path)).toHaveProperty('release');
});

test('the lock of a process that was killed is taken over', async () => {
  const path = join(folder, 'dead');
  const child = spawn('sleep', ['60']);
  const identity = identityOf(child.pid ?? 0);
  writeFileSync(path, identity ?? '');
  expect(takeLock(path)).toEqual({ heldBy: child.pid });
  child.kill('SIGKILL');
  await once(child, 'exit');
  expect(takeLock(path)).toHaveProperty('release');
});

test.each(['', 'half', '99999999', `${process.pid}@1`])('a lock with %j in it holds nobody back', (content) => {
  const path = join(folder, 'broken');
  writeFileSync(path, content);
  const lock = takeLock(path);
  expect(lock).toHaveProperty('release');
  if ('release' in lock) lock.release();
});

test('work under a lock is done one at a time', async () => {
  let atWork = 0;
  const most = await Promise.all(
    [1, 2, 3].map(() =>
      withLock(join(folder, 'queue'), async () => {
        atWork += 1;
        const seen = atWork;
        await new Promise((resolve) => setImmediate(resolve));
        atWork -= 1;
        return seen;
      }),
    ),
  );
  expect(most).toEqual([1, 1, 1]);
});
