import { execFile } from 'node:child_process';
import { promisify } from 'node:util';

/** Starts a server as another process would, and kills that process with SIGKILL: the server is left behind. */
export async function leaveBehind<T>(module: string, start: string, dataDir: string): Promise<T> {
  const script = `
    import { ${start} } from ${JSON.stringify(new URL(module, import.meta.url).href)};
    const { url, pid } = await ${start}({ dataDir: ${JSON.stringify(dataDir)} });
    process.stdout.write(JSON.stringify({ url, pid, by: process.pid }), () => process.kill(process.pid, 'SIGKILL'));
  `;
  const args = ['--import', '@mycelium/database/typescript', '--input-type=module', '--eval', script];
  const killed = await promisify(execFile)(process.execPath, args).catch((error: { stdout: string }) => error);
  return JSON.parse(killed.stdout) as T;
}
