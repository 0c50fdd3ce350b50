import { fork } from 'node:child_process';
import { once } from 'node:events';
import { Client } from 'pg';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { type DoorHouse, openDoorHouse, openGateway, signed } from './door-house.ts';

let house: DoorHouse;
let connection: string;
beforeAll(async () => {
  house = await openDoorHouse('over HTTP');
  connection = await house.connect();
}, 60_000);
afterAll(() => house?.close());

const path = () => `/webhooks/vendor/${connection}`;
const tell = (url: string, body: string) =>
  fetch(url + path(), { method: 'POST', body, headers: signed(path(), body, 'secret') });
const kept = async () => (await house.admin.query('select event_id from tenants.webhook_receipt')).rows;

test('a subgraph that is killed between keeping and planning has done neither, and the next delivery does both once', async () => {
  const body = JSON.stringify({ id: 'evt_killed' });
  const child = fork(new URL('./killed.ts', import.meta.url), [house.databaseUrl, house.redis.url], {
    execArgv: ['--import', '@mycelium/database/typescript'],
  });
  const locker = new Client({ connectionString: house.databaseUrl });
  await locker.connect();
  try {
    const [{ url, sdl }] = (await once(child, 'message')) as [{ url: string; sdl: string }];
    const gateway = await openGateway(sdl, { url }, house.redis.url, []);
    // Whoever plans a task waits here, with the receipt written already.
    await locker.query('begin; lock table tenants_worker._private_jobs in exclusive mode');
    const first = tell(gateway.url, body);
    await vi.waitFor(async () => {
      const waits = `select 1 from pg_stat_activity where wait_event_type = 'Lock' and query like 'with spec as%'`;
      expect((await house.admin.query(waits)).rowCount).toBe(1);
    });
    child.kill('SIGKILL');
    const answer = await first;
    expect([answer.status, answer.headers.get('retry-after')]).toEqual([503, '5']);
    await gateway.close();
  } finally {
    child.kill('SIGKILL');
    await locker.end();
  }
  await vi.waitFor(async () => expect(await kept()).toEqual([]));

  for (let time = 0; time < 2; time += 1) expect((await tell(house.url, body)).status).toBe(200);
  await vi.waitFor(async () => expect(await house.told()).toEqual({ evt_killed: 1 }));
  expect((await kept()).length).toBe(1);
}, 30_000);

test('what the gateway has not signed, or for somebody else, is not taken', async () => {
  const url = house.subgraphUrl?.replace('/graphql', '/webhooks') ?? '';
  const bytes = `${JSON.stringify({ door: 'vendor', connectionId: connection, method: 'POST', url: '', headers: {}, correlationId: 'c', to: 'tenants', signedAt: Date.now() })}\n{}`;
  for (const signature of ['', 'x', 'x.y']) {
    const answer = await fetch(url, {
      method: 'POST',
      body: bytes,
      headers: { 'content-type': 'application/octet-stream', 'x-mycelium-context': signature },
    });
    expect(await answer.json()).toEqual({ status: 401 });
  }
});
