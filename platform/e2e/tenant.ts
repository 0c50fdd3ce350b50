import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import { startPostgres } from '@mycelium/database/embedded/postgres';
import pg from 'pg';
import type { Server } from './server.ts';

/** A copy of a row, with these columns changed. */
const copyOf = (table: string, where: string) =>
  `insert into tenants.${table} select (jsonb_populate_record(original, $1)).* from tenants.${table} original where ${where}`;

/** Makes a tenant with nothing in it but its owner, who has the demo's password; answers the owner's e-mail. */
export async function makeTenant(server: Server): Promise<string> {
  const [tenantId, userId] = [randomUUID(), randomUUID()];
  const slug = `bakery-${tenantId}`;
  const email = `owner@${slug}.test`;
  // It runs, so that its address is all that is asked for.
  const { url } = await startPostgres({ dataDir: join(server.dataDir, 'postgres') });
  const client = new pg.Client(url);
  await client.connect();
  try {
    await client.query(copyOf('tenant', "slug = 'el-farolito'"), [{ id: tenantId, slug, name: 'The Bakery' }]);
    await client.query(copyOf('"user"', "email = 'owner@el-farolito.test'"), [{ id: userId, email, name: 'Ada' }]);
    await client.query(
      copyOf('membership', `user_id = (select id from tenants."user" where email = 'owner@el-farolito.test')`),
      [{ id: randomUUID(), user_id: userId, tenant_id: tenantId }],
    );
  } finally {
    await client.end();
  }
  return email;
}
