import { join } from 'node:path';
import { documents } from '@mycelium/client-kit/build/documents-plugin';
import { defineConfig } from 'vitest/config';

export default defineConfig({
  plugins: ['web', 'signage'].map((client) => documents(join(import.meta.dirname, 'clients', client))),
  // The package has a CommonJS and an ES entry, and two copies of graphql do not know each other's types.
  resolve: { alias: [{ find: /^graphql$/, replacement: 'graphql/index.js' }] },
  test: {
    include: ['**/src/**/*.test.{ts,tsx}', '{database,gateway,platform}/test/**/*.test.ts'],
    globalSetup: ['database/test/services.ts'],
    // One more than there are cores: a third of the time is waiting.
    maxWorkers: 3,
    // What is imported stays for the next file of a worker: no module keeps what a test of it changes.
    isolate: false,
    testTimeout: 20_000,
    hookTimeout: 60_000,
    // As for the browser: what is late for the processor once is shown with its second try, and is to be mended; what is wrong fails twice.
    retry: process.env.CI ? 1 : 0,
    // A second, the usual, is little where much runs at once; what never comes says so before the test is out of time.
    expect: { poll: { timeout: 15_000 } },
    setupFiles: ['platform/test/patience.ts'],
    reporters: ['default'],
  },
});
