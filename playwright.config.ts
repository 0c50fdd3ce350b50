import { defineConfig } from '@playwright/test';

export default defineConfig({
  testDir: 'platform/e2e',
  testMatch: '**/*.e2e.ts',
  // One real server at a time, and latencies that mean something on two cores.
  workers: 1,
  timeout: 180_000,
  expect: { timeout: 15_000 },
  forbidOnly: true,
  reporter: [['list']],
  use: {
    browserName: 'chromium',
    headless: true,
    // No trace: it films the pages, and on two cores that is most of the latency that is measured.
    screenshot: 'only-on-failure',
    launchOptions: {
      executablePath: '/usr/bin/chromium',
      args: [
        '--no-sandbox',
        '--disable-gpu',
        '--disable-quic',
        '--no-first-run',
        '--disable-background-networking',
        '--disable-component-update',
        '--disable-sync',
      ],
    },
  },
});
