import { join } from 'node:path';
import { startPostgres } from '@mycelium/database/embedded/postgres';
import pg from 'pg';
import type { Server } from './server.ts';

/** As if a screen had not spoken for 50 seconds, which is when it is looked for: no test waits for that long. */
export async function letScreenBeSilent(server: Server, displayId: string): Promise<void> {
  // It runs, so that its address is all that is asked for.
  const { url } = await startPostgres({ dataDir: join(server.dataDir, 'postgres') });
  const client = new pg.Client(url);
  await client.connect();
  try {
    await client.query(`update tenants.display set last_seen_at = now() - interval '50 seconds' where id = $1`, [
      displayId,
    ]);
    await client.query(
      `select tenants_worker.add_job('silent-displays', job.payload, run_at := now(), job_key := job.key)
       from tenants_worker._private_jobs job join tenants.display on job.key = 'silent-displays ' || tenant_id || ' next'
       where display.id = $1`,
      [displayId],
    );
  } finally {
    await client.end();
  }
}
