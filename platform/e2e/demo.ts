import { rm } from 'node:fs/promises';
import { Server } from './server.ts';

/** Makes the demo once, for all files that begin with a copy of it; it goes at the end. */
// biome-ignore lint/style/noDefaultExport: as Playwright wants it.
export default async function makeDemo(): Promise<() => Promise<void>> {
  const server = await Server.make();
  await server.start();
  await server.end('SIGINT');
  // biome-ignore lint/style/noProcessEnv: the way from a global setup to the workers.
  process.env.E2E_DEMO = server.dataDir;
  return () => rm(server.folder, { recursive: true, force: true });
}
