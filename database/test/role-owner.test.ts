import { startPostgres } from '@mycelium/database/embedded/postgres';
import { migrate } from '@mycelium/database/migrate';
import { roleUrl } from '@mycelium/database/role';
import { Client } from 'pg';
import { afterAll, beforeAll, expect, test } from 'vitest';

const first = 'the secret of the installation that was here first';
const second = 'the secret of one that comes to the same server';

let server: Awaited<ReturnType<typeof startPostgres>>;
beforeAll(async () => {
  server = await startPostgres();
});
afterAll(() => server.stop());

async function logsIn(secret: string): Promise<boolean> {
  const client = new Client({ connectionString: roleUrl(server.url, 'tenants', secret) });
  return client.connect().then(
    () => client.end().then(() => true),
    () => false,
  );
}

test('an installation with another secret leaves the roles of a server to the first one, unless it says that the secret was changed', async () => {
  await migrate({ databaseUrl: server.url, secret: first });
  await migrate({ databaseUrl: server.url, secret: first });
  await expect(migrate({ databaseUrl: server.url, secret: second })).rejects.toThrow('another MYCELIUM_SECRET');
  expect([await logsIn(first), await logsIn(second)]).toEqual([true, false]);

  await migrate({ databaseUrl: server.url, secret: second, isSecretChanged: true });
  expect([await logsIn(first), await logsIn(second)]).toEqual([false, true]);
  await expect(migrate({ databaseUrl: server.url, secret: first })).rejects.toThrow('another MYCELIUM_SECRET');
});
