import { existsSync } from 'node:fs';
import { mkdir, readdir, rename, rm, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { run } from './process.ts';
import { withLock } from './process-lock.ts';

export interface RedisBinary {
  path: string;
  kind: 'installed' | 'unpacked';
  /** Where its libraries lie when they are not the system's. */
  libraries?: string;
}

/** The packages of the distribution, unpacked once per clone for `npm start` and the tests alike. */
const unpacked = fileURLToPath(new URL('../../../.data/redis-server', import.meta.url));

/** A Redis or Valkey server that knows functions (7.0 or later): an installed one, or one unpacked from the distribution's packages. */
export async function findRedis(progress: (step: string) => void = () => undefined): Promise<RedisBinary | undefined> {
  const installed = await findInstalled();
  if (installed) return installed;
  if (existsSync(unpacked)) return unpackedBinary();
  if (await failedLately()) return undefined;
  return withLock(`${unpacked}.unpacking`, async () => {
    if (existsSync(unpacked)) return unpackedBinary();
    if (await failedLately()) return undefined;
    progress('unpacking Redis from the packages of this distribution');
    return unpack().catch(async (error: Error) => {
      progress(`Redis could not be unpacked: ${error.message.split('\n')[0]}`);
      await writeFile(failure, error.message);
      return undefined;
    });
  });
}

async function findInstalled(): Promise<RedisBinary | undefined> {
  const { stdout } = await run('/bin/sh', ['-c', 'command -v redis-server; command -v valkey-server; :']);
  for (const path of stdout.split('\n').filter(Boolean)) {
    const binary: RedisBinary = { path, kind: 'installed' };
    if (await knowsFunctions(binary)) return binary;
  }
  return undefined;
}

async function knowsFunctions({ path, libraries }: RedisBinary): Promise<boolean> {
  try {
    const { stdout } = await run(path, ['--version'], { env: libraryPath(libraries) });
    return Number(/v=(\d+)/.exec(stdout)?.[1]) >= 7;
  } catch {
    return false;
  }
}

/** The environment in which the server finds its libraries. */
export function libraryPath(libraries: string | undefined): NodeJS.ProcessEnv {
  return libraries ? { PATH: '/usr/bin:/bin', LD_LIBRARY_PATH: libraries } : { PATH: '/usr/bin:/bin' };
}

async function unpackedBinary(root = unpacked): Promise<RedisBinary> {
  const folders = await readdir(join(root, 'usr/lib')).catch(() => []);
  const libraries = folders.filter((name) => name.includes('-linux-')).map((name) => join(root, 'usr/lib', name));
  return { path: join(root, 'usr/bin/redis-server'), kind: 'unpacked', libraries: libraries.join(':') };
}

/** A network that is away should not cost each test file a minute. */
const failure = `${unpacked}.failed`;

async function failedLately(): Promise<boolean> {
  const failedAt = await stat(failure).catch(() => undefined);
  return failedAt !== undefined && Date.now() - failedAt.mtimeMs < 10 * 60_000;
}

/** Needs neither root nor an installation: downloads the packages with what apt knows, or with lists of our own when it knows nothing. */
async function unpack(): Promise<RedisBinary> {
  const draft = `${unpacked}.new`;
  await rm(draft, { recursive: true, force: true });
  const apt = join(draft, 'apt');
  for (const folder of ['state/lists/partial', 'cache/archives/partial', 'packages'])
    await mkdir(join(apt, folder), { recursive: true });
  const ownLists = [
    '-o',
    `Dir::State=${apt}/state`,
    '-o',
    'Dir::State::status=/var/lib/dpkg/status',
    '-o',
    `Dir::Cache=${apt}/cache`,
  ];
  try {
    await download([], join(apt, 'packages')).catch(async () => {
      await run('apt-get', [...patience, ...ownLists, 'update'], { timeout: 90_000 });
      await download(ownLists, join(apt, 'packages'));
    });
    const root = join(draft, 'root');
    for (const file of await readdir(join(apt, 'packages')))
      await run('dpkg', ['-x', join(apt, 'packages', file), root]);
    if (!(await knowsFunctions(await unpackedBinary(root))))
      throw new Error('the packages of this distribution are older than Redis 7');
    await rename(root, unpacked);
    return await unpackedBinary();
  } finally {
    await rm(draft, { recursive: true, force: true });
  }
}

const patience = [
  '-qq',
  '-o',
  'Acquire::http::Timeout=15',
  '-o',
  'Acquire::Retries=1',
  '-o',
  'APT::Sandbox::User=root',
];

async function download(lists: string[], folder: string): Promise<void> {
  const servers = ['redis-server', 'redis-tools'];
  const { stdout } = await run('apt-cache', [...lists, 'depends', '--important', ...servers]);
  const needed = [...stdout.matchAll(/^ +Depends: ((?:lib|lua)\S+)$/gm)].map((match) => match[1] ?? '');
  const missing = await notInstalled([...new Set(needed)]);
  await run('apt-get', [...patience, ...lists, 'download', ...servers, ...missing], { cwd: folder, timeout: 90_000 });
}

// biome-ignore lint/suspicious/noTemplateCurlyInString: the placeholders are dpkg-query's.
const format = '-f=${db:Status-Abbrev}${Package}\n';

async function notInstalled(packages: string[]): Promise<string[]> {
  const query = await run('dpkg-query', ['-W', format, ...packages]).catch((error) => error);
  const installed = new Set(
    String(query.stdout)
      .split('\n')
      .filter((line) => line.startsWith('ii'))
      .map((line) => line.slice(3).trim()),
  );
  return packages.filter((name) => !installed.has(name));
}
