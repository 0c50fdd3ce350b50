import { existsSync, lstatSync, readlinkSync } from 'node:fs';
import { readdir, realpath, rm, rmdir } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { copiedBinaries } from '@mycelium/database/embedded/postgres-home';
import { endProcess, worksIn } from '@mycelium/database/embedded/process';
import { lockHolder } from '@mycelium/database/embedded/process-lock';
import { pidIn } from '@mycelium/database/embedded/throw-away';
import { readEnv } from './env.ts';

/** Ends what a killed process left running here, and removes everything that was kept. */
async function reset(dataDir: string): Promise<void> {
  for (const lock of ['running', 'postgres.owner', 'redis.owner']) {
    const holder = lockHolder(join(dataDir, lock));
    if (holder) return refuse(`Mycelium runs here, as process ${holder}: stop it first.`);
  }
  await endOrphan(join(dataDir, 'postgres'), 'postmaster.pid', 'PostgreSQL');
  await endOrphan(join(dataDir, 'redis'), 'redis.pid', 'Redis');
  const outside = (await pointedTo(dataDir)).filter((path) => existsSync(path));
  for (const path of [...outside, dataDir]) await remove(path);
  for (const path of outside) await removeHome(dirname(path));
  if (process.getuid?.() === 0 && existsSync(copiedBinaries())) await remove(dirname(copiedBinaries()));
}

async function endOrphan(data: string, pidFile: string, name: string): Promise<void> {
  const pid = pidIn(join(data, pidFile));
  if (!pid || !(await worksIn(pid, await realpath(data)))) return;
  await endProcess(pid, [
    ['SIGINT', 5000],
    ['SIGQUIT', 3000],
    ['SIGKILL', 2000],
  ]);
  say(`Ended ${name}, process ${pid}, which nobody used any more.`);
}

/** What lives elsewhere because its server cannot enter this folder. */
async function pointedTo(dataDir: string): Promise<string[]> {
  const names = await readdir(dataDir).catch(() => []);
  const links = names.map((name) => join(dataDir, name)).filter((path) => lstatSync(path).isSymbolicLink());
  return links.map((path) => readlinkSync(path));
}

async function remove(path: string): Promise<void> {
  if (!existsSync(path)) return say(`There was no ${path}.`);
  await rm(path, { recursive: true });
  say(`Removed ${path}.`);
}

/** The folder that was made for it, with the note whose it was. */
async function removeHome(home: string): Promise<void> {
  await rm(join(home, 'origin'), { force: true });
  await rmdir(home).catch(() => undefined);
}

function refuse(sentence: string): void {
  process.stderr.write(`${sentence}\n`);
  process.exitCode = 1;
}

function say(line: string): void {
  process.stdout.write(`${line}\n`);
}

await reset(readEnv().dataDir);
