import { randomBytes } from 'node:crypto';
import { existsSync } from 'node:fs';
import { chown, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { makeFolder, type PostgresHome } from './postgres-home.ts';
import { run } from './process.ts';

/** Makes the cluster unless it is there. It appears whole or not at all. */
export async function initialise(
  home: PostgresHome,
  durable: boolean,
  progress: (step: string) => void,
): Promise<void> {
  if (existsSync(home.data)) return checkVersion(home);
  progress('creating the database');
  const draft = `${home.data}.new`;
  await rm(draft, { recursive: true, force: true });
  await makeFolder(draft, home.account);
  const password = join(draft, 'password');
  await writeFile(password, randomBytes(24).toString('hex'), { mode: 0o600 });
  if (home.account) await chown(password, home.account.uid, home.account.gid);
  const cluster = join(draft, 'data');
  const flags = durable ? [] : ['--no-sync'];
  await run(
    join(home.binaries, 'bin/initdb'),
    ['-D', cluster, '-U', 'postgres', '-A', 'scram-sha-256', `--pwfile=${password}`, '-E', 'UTF8', ...locale, ...flags],
    { ...home.account, cwd: '/', env: { PATH: '/usr/bin:/bin' } },
  ).catch((error: Error & { stderr?: string }) => {
    throw new Error(`The database could not be created: ${error.stderr?.trim() || error.message}`);
  });
  await rename(password, join(cluster, 'mycelium.password'));
  await rename(cluster, home.data);
  await rm(draft, { recursive: true });
}

/** The same order and case rules on every machine. */
const locale = ['--locale=C', '--locale-provider=builtin', '--builtin-locale=C.UTF-8'];

async function checkVersion({ data, version }: PostgresHome): Promise<void> {
  const found = (await readFile(join(data, 'PG_VERSION'), 'utf8').catch(() => 'an unknown version')).trim();
  if (found === version.split('.')[0]) return;
  throw new Error(
    `${data} holds a database of PostgreSQL ${found}, and this is ${version}: start over with npm run reset.`,
  );
}
