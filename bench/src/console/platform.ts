import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { freePort } from '@mycelium/database/embedded/process';

const root = fileURLToPath(new URL('../../..', import.meta.url));

interface Platform {
  url: string;
  stop(): Promise<void>;
}

/** `npm start`, with a port and a folder of its own, and these variables. */
export async function startPlatform(variables: Record<string, string> = {}): Promise<Platform> {
  const folder = await mkdtemp(join(tmpdir(), 'mycelium-bench-platform-'));
  const port = await freePort();
  const child = spawn(process.execPath, [join(root, 'platform/bootstrap.mjs'), 'start'], {
    cwd: root,
    // biome-ignore lint/style/noProcessEnv: it is started as a person would start it.
    env: { ...process.env, PORT: String(port), DATA_DIR: join(folder, 'data'), ...variables },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const gone = once(child, 'exit');
  const stop = async (): Promise<void> => {
    child.kill('SIGINT');
    await gone;
    await rm(folder, { recursive: true, force: true });
  };
  const ready = new Promise<true>((resolve) => {
    child.stdout.on('data', (said) => String(said).includes('Mycelium is ready') && resolve(true));
  });
  if ((await Promise.race([ready, gone])) !== true) throw new Error('The platform did not become ready.');
  return { url: `http://127.0.0.1:${port}`, stop };
}
