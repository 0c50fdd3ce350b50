import type { Env } from './env.ts';
import { Refusal, step } from './progress.ts';

/** Brings every subgraph's role, schema and tables up to date. */
export async function prepareDatabase(databaseUrl: string, secret: string, env: Env): Promise<void> {
  const { migrate } = await import('@mycelium/database/migrate');
  await step('Migrating the database', () => migrate({ databaseUrl, secret })).catch((error: Error) => {
    throw env.DATABASE_URL ? new Refusal(`DATABASE_URL: the database could not be migrated: ${error.message}.`) : error;
  });
}
