import { spawn } from 'node:child_process';
import { join } from 'node:path';
import type { App } from '@mycelium/gateway/http/apps';
import { root } from './env.ts';
import { Refusal } from './progress.ts';
import type { Shutdown } from './shutdown.ts';

const paths: Record<string, App['path']> = { web: '/app', signage: '/signage', playground: '/playground' };

/** Where each client is served, and the folder that its build fills. */
export const apps: App[] = Object.entries(paths).map(([name, path]) => ({
  path,
  directory: join(root, 'clients', name, 'dist'),
}));

/** Builds the clients whose sources changed since their last build. */
export async function buildClients(shutdown: Shutdown): Promise<void> {
  const filters = Object.keys(paths).map((name) => `--filter=./clients/${name}`);
  const turbo = join(root, 'node_modules/.bin/turbo');
  const child = spawn(turbo, ['run', 'build', ...filters, '--output-logs=errors-only', '--ui=stream'], {
    cwd: root,
    stdio: ['ignore', 'pipe', 'pipe'],
    detached: true,
  });
  shutdown.defer(() => {
    if (child.pid && child.exitCode === null) process.kill(-child.pid, 'SIGTERM');
  });
  let output = '';
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk) => (output += chunk));
  const code = await new Promise((resolve, reject) => {
    child.on('error', reject);
    child.on('close', resolve);
  });
  if (code !== 0) throw new Refusal(`${output.trim()}\nThe clients could not be built, see above.`);
}
