import { test as base } from '@playwright/test';
import { saveData } from './log-in.ts';
import { Server } from './server.ts';

/**
 * A file that asks for `server` gets the platform of its worker, and works there in a tenant of its own, or with things that it does
 * not mind to find among those of others. After a failure Playwright takes a new worker, and so the next file has a new platform.
 */
export const test = base.extend<object, { server: Server }>({
  context: async ({ context }, use) => {
    await saveData(context);
    await use(context);
  },
  server: [
    // biome-ignore lint/correctness/noEmptyPattern: as Playwright wants it.
    async ({}, use) => {
      const server = await Server.withDemo();
      await server.start();
      await use(server);
      await server.stop();
    },
    { scope: 'worker', timeout: 120_000 },
  ],
});
