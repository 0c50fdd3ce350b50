import { existsSync } from 'node:fs';
import { defineConfig } from '@playwright/test';

const timed = '**/main-job.e2e.ts';
const long = '**/sync.e2e.ts';
// What slides in is waited for, and drawn by the processor.
const still = { contextOptions: { reducedMotion: 'reduce' } } as const;

/** The headless shell is Chromium without a window of its own, for a quarter less of the processor. */
const browser = ['/usr/bin/chromium-headless-shell', '/usr/bin/chromium'].find(existsSync);

export default defineConfig({
  testDir: 'platform/e2e',
  globalSetup: './platform/e2e/demo.ts',
  // As many as there are cores: a third one saves a minute of seven, and pages wait for the processor for longer than a person would.
  workers: 2,
  projects: [
    // What measures latencies has the machine to itself.
    { name: 'timed', testMatch: timed, workers: 1 },
    // The longest, with a platform of its own, begins first.
    { name: 'long', testMatch: long, dependencies: ['timed'], use: still },
    { name: 'rest', testMatch: '**/*.e2e.ts', testIgnore: [timed, long], dependencies: ['timed'], use: still },
  ],
  timeout: 180_000,
  expect: { timeout: 15_000 },
  forbidOnly: true,
  // What is late for the processor once is shown as flaky, and is to be mended; what is wrong fails twice.
  retries: 1,
  reporter: [['list']],
  use: {
    browserName: 'chromium',
    headless: true,
    // No trace: it films the pages, and on two cores that is most of the latency that is measured.
    screenshot: 'only-on-failure',
    launchOptions: {
      ...(browser && { executablePath: browser }),
      args: [
        '--no-sandbox',
        '--disable-gpu',
        '--disable-quic',
        '--no-first-run',
        '--disable-background-networking',
        '--disable-component-update',
        '--disable-sync',
        // A name of the network: what is opened by it is no secure context.
        '--host-resolver-rules=MAP till.test 127.0.0.1',
      ],
    },
  },
});
