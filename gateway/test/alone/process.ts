import { type ChildProcess, spawn } from 'node:child_process';
import { until } from '../bistro/watch.ts';

const main = new URL('../../src/main.ts', import.meta.url).pathname;

/** What a gateway that runs alone has said. */
interface Seen {
  out: string;
  err: string;
  code?: number | null;
}

/** Starts the gateway alone, as a process of its own. */
export function runAlone(
  args: readonly string[],
  variables: Record<string, string> = {},
): { child: ChildProcess; seen: Seen; listening(): Promise<string> } {
  // biome-ignore lint/style/noProcessEnv: it is run as a person would run it.
  const env = { ...process.env, ...variables };
  const child = spawn(process.execPath, ['--import', '@mycelium/database/typescript', main, ...args], {
    stdio: 'pipe',
    env,
  });
  const seen: Seen = { out: '', err: '' };
  child.stdout.on('data', (data) => {
    seen.out += data;
  });
  child.stderr.on('data', (data) => {
    seen.err += data;
  });
  child.once('exit', (code) => {
    seen.code = code;
  });
  const address = () => /https?:\S+(?=\/graphql)/.exec(seen.out)?.[0];
  return {
    child,
    seen,
    /** Its address. */
    async listening() {
      await until(() => address() !== undefined || seen.code !== undefined, 'the gateway to listen');
      const url = address();
      if (!url) throw new Error(seen.err);
      return url;
    },
  };
}
