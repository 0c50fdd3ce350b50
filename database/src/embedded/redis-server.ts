import { spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { closeSync, openSync } from 'node:fs';
import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Redis } from 'ioredis';
import { endProcess, freePort, until, worksIn } from './process.ts';
import type { EmbeddedRedis } from './redis.ts';
import { libraryPath, type RedisBinary } from './redis-binary.ts';
import { pidIn } from './throw-away.ts';

export type RunningRedis = Omit<EmbeddedRedis, 'stop'>;

/** The server that still works on these data, if it answers; otherwise it is ended. */
export async function adoptRedis(dataDir: string, progress: (step: string) => void): Promise<RunningRedis | undefined> {
  const pid = pidIn(join(dataDir, 'redis.pid'));
  if (!pid || !(await worksIn(pid, dataDir))) return undefined;
  progress('adopting the Redis that still runs');
  const known = await readInstance(dataDir);
  if (known && (await until(() => answers(known.url, pid), 10_000))) return { ...known, pid };
  await endProcess(pid, [
    ['SIGTERM', 3000],
    ['SIGKILL', 2000],
  ]);
  return undefined;
}

async function readInstance(dataDir: string): Promise<Omit<RunningRedis, 'pid'> | undefined> {
  const text = await readFile(join(dataDir, 'instance.json'), 'utf8').catch(() => '');
  return text ? (JSON.parse(text) as Omit<RunningRedis, 'pid'>) : undefined;
}

/** The same over restarts, so that whoever was connected can come back. */
async function keptPassword(dataDir: string): Promise<string> {
  const known = await readInstance(dataDir).catch(() => undefined);
  return known ? new URL(known.url).password : randomBytes(24).toString('hex');
}

/** Starts the server and waits until it answers, its data loaded. */
export async function launchRedis(
  binary: RedisBinary,
  dataDir: string,
  { durable, port }: { durable: boolean; port: number | undefined },
): Promise<RunningRedis> {
  await mkdir(dataDir, { recursive: true, mode: 0o700 });
  const password = await keptPassword(dataDir);
  for (let attempt = 1; ; attempt++) {
    const chosen = port ?? (await freePort());
    const url = `redis://:${password}@127.0.0.1:${chosen}`;
    await rm(join(dataDir, 'redis.pid'), { force: true });
    await writeFile(join(dataDir, 'instance.json'), JSON.stringify({ url, kind: binary.kind }), { mode: 0o600 });
    const child = spawnServer(binary, dataDir, settings(dataDir, chosen, password, durable));
    const ended = () => !child.pid || child.exitCode !== null || child.signalCode !== null;
    await until(async () => ended() || (await answers(url, child.pid)), 60_000);
    if (!ended()) return { url, pid: child.pid ?? 0, kind: binary.kind };
    const reason = await lastWords(dataDir);
    if (port || attempt === 5 || !/address already in use/i.test(reason))
      throw new Error(`Redis did not start: ${reason}`);
  }
}

function settings(dataDir: string, port: number, password: string, durable: boolean): string {
  const lines = {
    bind: '127.0.0.1',
    port,
    requirepass: password,
    dir: JSON.stringify(dataDir),
    pidfile: JSON.stringify(join(dataDir, 'redis.pid')),
    daemonize: 'no',
    save: '""',
    appendonly: durable ? 'yes' : 'no',
    appendfsync: 'always',
    'aof-load-truncated': 'yes',
    'maxmemory-policy': 'noeviction',
  };
  return Object.entries(lines)
    .map(([name, value]) => `${name} ${value}\n`)
    .join('');
}

/** The settings go through stdin, so that the password is in no process list. */
function spawnServer(binary: RedisBinary, dataDir: string, config: string) {
  const log = openSync(join(dataDir, 'server.log'), 'w');
  const child = spawn(binary.path, ['-'], {
    cwd: dataDir,
    env: libraryPath(binary.libraries),
    stdio: ['pipe', log, log],
    // In a session of its own: Ctrl-C in the terminal must not end it before its clients.
    detached: true,
  });
  closeSync(log);
  child.on('error', () => undefined);
  child.stdin?.on('error', () => undefined);
  child.stdin?.end(config);
  child.unref();
  return child;
}

/** Whether this very process answers there, its data loaded: a copy of these data has the same password, and may hold the port. */
async function answers(url: string, pid: number | undefined): Promise<boolean> {
  const client = new Redis(url, {
    lazyConnect: true,
    connectTimeout: 1000,
    commandTimeout: 1000,
    retryStrategy: () => null,
  });
  client.on('error', () => undefined);
  try {
    await client.connect();
    await client.ping();
    return (await client.info('server')).split('\r\n').includes(`process_id:${pid}`);
  } catch {
    return false;
  } finally {
    client.disconnect();
  }
}

async function lastWords(dataDir: string): Promise<string> {
  const log = await readFile(join(dataDir, 'server.log'), 'utf8').catch(() => '');
  const lines = log
    .trim()
    .split('\n')
    .filter((line) => !/Redis (is starting|version)|Configuration loaded/.test(line));
  return (
    lines
      .filter((line) => /# |error|fatal/i.test(line))
      .map((line) => line.replace(/^.*? [#*] /, ''))
      .slice(-2)
      .join('; ') || 'its binary could not be run'
  );
}
