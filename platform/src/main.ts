import { join } from 'node:path';
import { takeLock } from '@mycelium/database/embedded/process-lock';
import { demoApiKey, demoPassword, demoSmpKey, demoTestKey } from '@mycelium/database/seed';
import { createLog } from '@mycelium/kit/log';
import { endWhenUncaught, UNKNOWN_STATE } from '@mycelium/kit/uncaught';
import { readEnv } from './env.ts';
import type { Network } from './network.ts';
import { Refusal, say } from './progress.ts';
import { createShutdown } from './shutdown.ts';

const env = readEnv();
const shutdown = createShutdown(env.live.drainMs + env.live.leaveMs);

let isReady = false;
endWhenUncaught({
  log: createLog('mycelium', env.logLevel),
  // What is cut off while we end complains too.
  isExpected: () => shutdown.isEnding,
  drain: () => shutdown.end(isReady ? UNKNOWN_STATE : 1),
});

function complain(error: unknown): void {
  if (shutdown.isEnding) return;
  const sentence = error instanceof Refusal ? error.message : error instanceof Error ? error.stack : String(error);
  process.stderr.write(`${sentence}\n`);
  void shutdown.end(1);
}

try {
  const lock = takeLock(join(env.dataDir, 'running'));
  if ('heldBy' in lock) {
    throw new Refusal(
      `Mycelium already runs here, as process ${lock.heldBy}: stop that one, or give this one a PORT and a DATA_DIR of its own.`,
    );
  }
  shutdown.defer(() => lock.release());
  // All that is behind it is loaded once it is known that we may start.
  const { openNetwork } = await import('./network.ts');
  const network = await openNetwork(env, shutdown);
  isReady = true;
  if (!shutdown.isEnding) announce(network);
} catch (error) {
  complain(error);
}

function announce({ url, accounts, mailbox, suite }: Network): void {
  say('');
  for (const [name, path] of [
    ['Console', '/app'],
    ['Screens', '/signage'],
    ['Playground', '/playground'],
    ['GraphQL', '/graphql'],
  ]) {
    say(`  ${name?.padEnd(12)}${url}${path}`);
  }
  if (mailbox) say(`  ${'Mail'.padEnd(12)}${mailbox}`);
  if (suite) say(`  ${'Suite'.padEnd(12)}${suite} (HR, simulated)`);
  if (accounts.length) say('');
  for (const account of accounts) say(`  ${account}`);
  if (accounts.length) {
    say(`  Password of all of them: ${demoPassword}`);
    say(`  API keys: ${demoApiKey} (clients/partner-example)`);
    say(`            ${demoSmpKey} (SMP)`);
    say(`            ${demoTestKey} (test-kitchen)`);
  }
  say(`\nMycelium is ready on ${url} (${(performance.now() / 1000).toFixed(1)} s)`);
}
