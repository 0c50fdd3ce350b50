import type { Env } from './env.ts';
import { Refusal, say, step } from './progress.ts';

/** Brings every subgraph's role, schema and tables up to date. */
export async function prepareDatabase(databaseUrl: string, secret: string, env: Env): Promise<void> {
  const { migrate } = await import('@mycelium/database/migrate');
  const migrated = await step('Migrating the database', () =>
    migrate({ databaseUrl, secret, isSecretChanged: env.MYCELIUM_SECRET_CHANGED === '1' }),
  ).catch((error: Error) => {
    throw new Refusal(
      `${env.DATABASE_URL ? 'DATABASE_URL: ' : ''}the database could not be migrated: ${error.message}.`,
    );
  });
  for (const { subgraph, from, applied } of migrated)
    if (from && applied.length > 0) say(`  Migrated the data of ${subgraph} from ${from}: ${applied.join(', ')}`);
}
