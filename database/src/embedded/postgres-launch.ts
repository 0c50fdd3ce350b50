import { type ChildProcess, spawn } from 'node:child_process';
import { closeSync, openSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { type RunningServer, readStatus } from './postgres-adopt.ts';
import type { PostgresHome } from './postgres-home.ts';
import { endProcess, freePort, until } from './process.ts';

/** Starts the server and waits until it takes connections, crash recovery included. */
export async function launch(
  home: PostgresHome,
  durable: boolean,
  port: number | undefined,
  progress: (step: string) => void,
): Promise<RunningServer> {
  progress('starting the database');
  const deadline = Date.now() + 20_000;
  for (;;) {
    const server = { port: port ?? (await freePort()) };
    const child = spawnServer(home, durable, server.port);
    if (await isReady(child, home.data)) return { ...server, pid: child.pid ?? 0 };
    if (child.exitCode === null)
      await endProcess(child.pid ?? 0, [
        ['SIGQUIT', 3000],
        ['SIGKILL', 2000],
      ]);
    const reason = await fatalLine(home.data);
    const passes = /shared memory|postmaster\.pid/.test(reason) || (/address already in use/i.test(reason) && !port);
    if (!passes || Date.now() > deadline) throw new Error(`PostgreSQL did not start: ${reason}`);
    await sleep(200);
  }
}

function spawnServer(home: PostgresHome, durable: boolean, port: number): ChildProcess {
  const log = openSync(join(home.data, 'server.log'), 'w');
  const settings = {
    listen_addresses: '127.0.0.1',
    unix_socket_directories: '',
    max_connections: '200',
    timezone: 'UTC',
    log_timezone: 'UTC',
    ...(durable ? {} : { fsync: 'off', synchronous_commit: 'off', full_page_writes: 'off' }),
  };
  const flags = Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`]);
  // In a session of its own: Ctrl-C in the terminal must not end it before its clients.
  const child = spawn(join(home.binaries, 'bin/postgres'), ['-D', home.data, '-p', String(port), ...flags], {
    ...home.account,
    cwd: '/',
    env: { PATH: '/usr/bin:/bin', LC_ALL: 'C' },
    stdio: ['ignore', log, log],
    detached: true,
  });
  closeSync(log);
  child.on('error', () => undefined);
  child.unref();
  return child;
}

async function isReady(child: ChildProcess, data: string): Promise<boolean> {
  let ready = false;
  await until(async () => {
    const status = await readStatus(data);
    ready = status?.ready === true && status.pid === child.pid;
    return ready || !child.pid || child.exitCode !== null || child.signalCode !== null;
  }, 120_000);
  return ready;
}

async function fatalLine(data: string): Promise<string> {
  const log = await readFile(join(data, 'server.log'), 'utf8').catch(() => '');
  const lines = log.trim().split('\n');
  const fatal = lines
    .filter((line) => /could not|FATAL|PANIC/.test(line))
    .map((line) => line.replace(/^.*?(LOG|FATAL|PANIC|WARNING): +/, ''));
  return fatal.join('; ') || lines.at(-1) || 'its binary could not be run';
}
