import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { feedKey } from '@mycelium/bus/feed-key';
import { freePort } from '@mycelium/database/embedded/process';
import { subgraphNames } from '@mycelium/schema/roster';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, onTestFinished, test, vi } from 'vitest';
import { type ChangingPrice, openPrice, VERSION, WRITE_MS } from './changing-price.ts';
import { logIn, type TestClient } from './client.ts';
import { eachAlone, type TestNetwork } from './network.ts';
import { networkSecret } from './open-all.ts';

const FOLLOW_FLAT = `subscription ($tenantId: ID!, $after: Cursor) { menuChanged(tenantId: $tenantId, after: $after) { cursor itemId item { price { amount } } } }`;

const root = join(import.meta.dirname, '../..');
const gatewayScript = `
  import { readFile } from 'node:fs/promises';
  import { createLog } from '@mycelium/kit/log';
  import { startGateway } from '@mycelium/gateway/gateway';
  const options = JSON.parse(process.argv[1]);
  const supergraphSdl = await readFile('schema/supergraph.graphql', 'utf8');
  await startGateway({ ...options, supergraphSdl, host: '127.0.0.1', log: createLog('gateway', 'fatal') });
`;

let network: TestNetwork;
let owner: TestClient;
let price: ChangingPrice;
beforeAll(async () => {
  network = await eachAlone();
  owner = await logIn(network.url, 'owner@las-reinas.test');
  price = await openPrice(network, owner);
}, 60_000);
afterAll(async () => {
  await owner?.close();
  price?.close();
  await network?.close();
});

describe('while prices change', () => {
  test('clients that are cut off at any moment get every change once and in order', async () => {
    const writer = price.keepWriting();
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.array(fc.nat(150), { maxLength: 5 }), { minLength: 1, maxLength: 3 }),
        async (lives) => {
          const start = await price.position();
          const clients = lives.map(() => price.followFrom(start));
          await Promise.all(
            lives.map(async (pauses, index) => {
              for (const pause of pauses) {
                await wait(pause);
                clients[index]?.cut();
              }
            }),
          );
          for (const client of clients) await client.hasAll();
          await Promise.all(clients.map((client) => client.close()));
        },
      ),
      { numRuns: 6, endOnFailure: true },
    );
    await writer.stop();
  }, 60_000);

  test('who loads and then subscribes after the position that came with it misses nothing in between', async () => {
    const LOAD = 'query ($id: ID!) { menuItem(id: $id) { version } feedPosition }';
    const writer = price.keepWriting();
    for (let round = 0; round < 5; round += 1) {
      const { menuItem, feedPosition } = await owner.run<{ menuItem: { version: number }; feedPosition: string }>(
        LOAD,
        {
          id: price.item.id,
        },
      );
      await wait(2 * WRITE_MS);
      const client = price.followFrom(feedPosition);
      const { menuItem: newer } = await owner.run<{ menuItem: { version: number } }>(VERSION, { id: price.item.id });
      await client.hasAll(newer.version - menuItem.version);
      await client.close();
    }
    await writer.stop();
  }, 30_000);

  test('a client that stays connected notices nothing of a subgraph and a Redis that are killed', async () => {
    const steady = price.followFrom(await price.position());
    const writer = price.keepWriting();
    const more = async (count: number) => {
      const goal = writer.written() + count;
      await vi.waitFor(() => expect(writer.written()).toBeGreaterThan(goal), 15_000);
    };
    await more(5);
    await network.kill('restaurant');
    await network.revive('restaurant');
    await more(5);
    process.kill(network.redis.pid, 'SIGKILL');
    await more(5);
    await network.redis.stop();
    await network.redis.start();
    await more(5);
    await writer.stop();
    await steady.hasAll(writer.written());
    expect(steady.ends).toEqual([]);
    await steady.close();
  }, 60_000);

  test('a client that stays connected notices nothing of a PostgreSQL that is killed before its events are completed', async () => {
    const start = await price.position();
    const clients = [price.followFrom(start), price.followFrom(start, { query: FOLLOW_FLAT })];
    const writer = price.keepWriting();
    for (const { cursors } of clients) await vi.waitFor(() => expect(cursors.length).toBeGreaterThan(3));
    process.kill(network.postgres.pid, 'SIGKILL');
    // What comes now cannot be completed.
    const [last] = await price.redis.xrevrange(feedKey(price.tenantId), '+', '-', 'COUNT', 1);
    for (let count = 0; count < 20; count += 1)
      await price.redis.xadd(feedKey(price.tenantId), '*', ...(last?.[1] ?? []));
    await price.redis.publish(feedKey(price.tenantId), '');
    await wait(1_000);
    await network.postgres.stop();
    await network.postgres.start();
    const written = writer.written();
    await vi.waitFor(() => expect(writer.written()).toBeGreaterThan(written + 5), 15_000);
    await writer.stop();
    for (const client of clients) {
      await client.hasAll();
      expect(client.ends).toEqual([]);
      await client.close();
    }
  }, 60_000);

  test('a gateway that is killed is left behind by cursor', async () => {
    const port = await freePort();
    const subgraphs = Object.fromEntries(subgraphNames.map((name) => [name, { url: network.urlOf(name) }]));
    const options = { port, subgraphs, redisUrl: network.redis.url, secret: networkSecret };
    const url = `http://127.0.0.1:${port}`;
    const open = async (): Promise<ChildProcess> => {
      const args = [
        '--import',
        '@mycelium/database/typescript',
        '--input-type=module',
        '--eval',
        gatewayScript,
        JSON.stringify(options),
      ];
      const child = spawn(process.execPath, args, { cwd: root, stdio: 'ignore' });
      onTestFinished(() => void child.kill('SIGKILL'));
      await vi.waitFor(() => fetch(`${url}/health/live`), 20_000);
      return child;
    };
    let gateway = await open();
    const clients = [
      price.followFrom(await price.position(), { url }),
      price.followFrom(await price.position(), { url }),
    ];
    const writer = price.keepWriting();
    for (const { cursors } of clients) await vi.waitFor(() => expect(cursors.length).toBeGreaterThan(3));
    const gone = once(gateway, 'exit');
    gateway.kill('SIGKILL');
    await gone;
    gateway = await open();
    const back = clients.map(({ cursors }) => cursors.length);
    for (const [index, { cursors }] of clients.entries())
      await vi.waitFor(() => expect(cursors.length).toBeGreaterThan((back[index] ?? 0) + 3));
    await writer.stop();
    for (const client of clients) {
      await client.hasAll();
      expect(client.ends.length).toBeGreaterThan(0);
      await client.close();
    }
  }, 60_000);
});

test('a position that the feed has left behind is told as such', async () => {
  const old = price.followFrom('1000-0');
  await vi.waitFor(() => expect(old.ends.length).toBeGreaterThan(0));
  expect(old.ends[0]).toMatchObject([{ extensions: { code: 'BAD_USER_INPUT', reason: 'CURSOR_EXPIRED' } }]);
  expect(old.cursors).toEqual([]);
  await old.close();
});
