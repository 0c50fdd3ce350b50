import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { demoApiKey } from '@mycelium/database/seed';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { logIn, type TestClient } from './client.ts';
import { inOneProcess, type TestNetwork } from './network.ts';

const main = join(import.meta.dirname, '../../clients/partner-example/src/main.ts');

let network: TestNetwork;
let owner: TestClient;
const running: ChildProcess[] = [];

beforeAll(async () => {
  network = await inOneProcess();
  owner = await logIn(network.url, 'owner@las-reinas.test');
});
afterAll(async () => {
  for (const child of running) child.kill('SIGKILL');
  await owner?.close();
  await network?.close();
});

/** The program as a third party runs it. */
function start(key: string) {
  const env = { MYCELIUM_URL: network.url, MYCELIUM_API_KEY: key, MYCELIUM_APPLICATION: 'WEB_HOSTING' };
  const child = spawn(process.execPath, [main], { env, stdio: ['ignore', 'pipe', 'pipe'] });
  running.push(child);
  const said = { out: '', error: '' };
  child.stdout.on('data', (chunk) => (said.out += chunk));
  child.stderr.on('data', (chunk) => (said.error += chunk));
  return { said, ended: once(child, 'exit') };
}

test('the partner of the demo prints the menu and then its changes, and acknowledges their events, until its key is revoked', async () => {
  await owner.run('mutation { setConsumer(application: "WEB_HOSTING", consumer: OUTSIDE) { name } }');
  const { said, ended } = start(demoApiKey);
  await vi.waitFor(() => expect(said.out).toContain('Changes, as they happen'));
  expect(said.out).toMatch(/^Taquería Las Reinas\n/);
  expect(said.out).toMatch(/Pork al pastor, \$\d+\.\d\d/);

  const { tenantBySlug } = await owner.run<{
    tenantBySlug: {
      menuItems: { edges: { node: { id: string } }[] };
      apiClients: { edges: { node: { name: string; keys: { id: string; prefix: string }[] } }[] };
    };
  }>(
    '{ tenantBySlug(slug: "las-reinas") { menuItems(first: 1, search: "pastor") { edges { node { id } } } apiClients { edges { node { name keys { id prefix } } } } } }',
  );
  const id = tenantBySlug.menuItems.edges[0]?.node.id;
  await owner.run('mutation ($id: ID!) { setMenuItemAvailability(id: $id, available: false) { id } }', { id });
  await vi.waitFor(() => expect(said.out).toMatch(/AVAILABILITY Pork al pastor, .*\(sold out\)/));

  for (const type of ['menu_item.availability_changed', 'item.sold_out'])
    await vi.waitFor(() => expect(said.out).toContain(`acknowledged ${type}`));
  interface Consumer {
    application: string;
    place: string;
    lastSeenAt: string | null;
  }
  const consumersOf = async () =>
    (
      await owner.run<{ viewer: { tenant: { eventConsumers: Consumer[] } } }>(
        '{ viewer { tenant { eventConsumers { application place lastSeenAt acknowledgedLastHour inFlight pending } } } }',
      )
    ).viewer.tenant.eventConsumers;
  const consumer = (await consumersOf()).find(({ application }) => application === 'WEB_HOSTING');
  expect(consumer).toMatchObject({ place: 'OUTSIDE', acknowledgedLastHour: 2, inFlight: 0, pending: 0 });

  const [partner] = tenantBySlug.apiClients.edges;
  expect(partner?.node).toMatchObject({ name: 'Partner example', keys: [{ prefix: `${demoApiKey.slice(0, 12)}…` }] });
  await owner.run('mutation ($id: ID!) { revokeApiKey(id: $id) { status } }', { id: partner?.node.keys[0]?.id });
  expect(await ended).toEqual([1, null]);
  expect(said.error).toMatch(/\S/);
  const again = start(demoApiKey);
  expect(await again.ended).toEqual([1, null]);
}, 40_000);
