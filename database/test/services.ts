import { rm } from 'node:fs/promises';
import type { TestProject } from 'vitest/node';
import { startPostgres } from '../src/embedded/postgres.ts';
import { findRedis } from '../src/embedded/redis-binary.ts';
import { temporaryFolder } from '../src/embedded/throw-away.ts';

declare module 'vitest' {
  interface ProvidedContext {
    /** The PostgreSQL that all tests of a run share, as superuser. */
    postgresUrl: string;
    /** For what the files of a run share; gone with it. */
    runFolder: string;
  }
}

const progress = (step: string) => process.stderr.write(`tests: ${step}\n`);

/** One PostgreSQL for all test files; Redis is found, so that each file can start its own in an instant. */
export async function setup(project: TestProject): Promise<() => Promise<void>> {
  const [postgres] = await Promise.all([startPostgres({ progress }), findRedis(progress)]);
  const runFolder = await temporaryFolder('mycelium-tests-');
  project.provide('postgresUrl', postgres.url);
  project.provide('runFolder', runFolder);
  return async () => {
    await postgres.stop();
    await rm(runFolder, { recursive: true, force: true });
  };
}
