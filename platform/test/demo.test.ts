import { demoSmpKey, demoTestKey } from '@mycelium/database/seed';
import { startSmp } from '@mycelium/smp/smp';
import { expect, test } from 'vitest';
import { logIn } from './client.ts';
import { inOneProcess } from './network.ts';

test('the demo has a tenant with ORDERING and SMP, whose sync runs, and a key with which SMP reads it; a test key opens the test tenant alone', async () => {
  const token = 'a token for SMP';
  const smp = await startSmp({ token });
  const network = await inOneProcess({ smp: { url: smp.url, token } });
  try {
    const ask = async (path: string, key: string) => {
      const response = await fetch(`${network.url}/api/sync${path}`, { headers: { 'X-API-Key': key } });
      return { status: response.status, body: await response.json() };
    };
    expect(await ask('/tenants/las-reinas/services', demoSmpKey)).toMatchObject({
      status: 200,
      body: [
        { product: 'ORDERING', status: 'ACTIVE' },
        { product: 'SMP', status: 'ACTIVE' },
      ],
    });
    const owner = await logIn(network.url, 'owner@las-reinas.test');
    const { viewer, feedPosition: after } = await owner.run<{
      viewer: { tenant: { id: string } };
      feedPosition: string;
    }>('{ feedPosition viewer { tenant { id } } }');
    const t = viewer.tenant.id;
    const FOLLOW =
      'subscription ($t: ID!, $after: Cursor) { syncStatusChanged(tenantId: $t, after: $after) { syncId } }';
    const changes = owner.follow(FOLLOW, { t, after });
    const syncs = async () => (await ask('/tenants/las-reinas/syncs', demoSmpKey)).body;
    for (let [sync] = await syncs(); sync.status !== 'SUCCESS'; [sync] = await syncs()) await changes.next();
    await changes.return?.();
    expect(smp.account('las-reinas').items.size).toBeGreaterThan(20);

    expect(await ask('/tenants/test-kitchen', demoTestKey)).toMatchObject({
      status: 200,
      body: { environment: 'TEST', name: 'Test Kitchen' },
    });
    expect((await ask('/tenants/las-reinas', demoTestKey)).status).toBe(403);
    expect((await ask('/tenants/las-reinas', demoSmpKey.replace('gg_live_', 'gg_test_'))).status).toBe(401);
    await owner.close();
  } finally {
    await network.close();
    await smp.close();
  }
}, 60_000);
