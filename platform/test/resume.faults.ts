import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { feedKey } from '@mycelium/bus/feed-key';
import { freePort } from '@mycelium/database/embedded/process';
import { subgraphNames } from '@mycelium/schema/roster';
import { menuItemUpdated } from '@mycelium/schema/subgraphs/restaurant';
import fc from 'fast-check';
import { Redis } from 'ioredis';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { logIn, TestClient } from './client.ts';
import { eachAlone, type TestNetwork } from './network.ts';
import { networkSecret } from './open-all.ts';

const FOLLOW = `subscription ($tenantId: ID!, $after: Cursor) { menuChanged(tenantId: $tenantId, after: $after) { cursor itemId item { price { amount } tenant { name } } } }`;
const FOLLOW_FLAT = `subscription ($tenantId: ID!, $after: Cursor) { menuChanged(tenantId: $tenantId, after: $after) { cursor itemId item { price { amount } } } }`;
const PRICE = `mutation ($id: ID!, $version: Int!, $amount: Int!) { updateMenuItem(id: $id, input: { version: $version, price: { amount: $amount, currency: "USD" } }) { version } }`;
const VERSION = 'query ($id: ID!) { menuItem(id: $id) { version } }';
const MENU = `{ tenantBySlug(slug: "las-reinas") { id menus { sections { items { id version } } } } }`;
/** Slow enough for the rates of one person. */
const WRITE_MS = 30;

const root = join(import.meta.dirname, '../..');
const gatewayScript = `
  import { readFile } from 'node:fs/promises';
  import { createLog } from '@mycelium/kit/log';
  import { startGateway } from '@mycelium/gateway/gateway';
  const options = JSON.parse(process.argv[1]);
  const supergraphSdl = await readFile('schema/supergraph.graphql', 'utf8');
  await startGateway({ ...options, supergraphSdl, host: '127.0.0.1', log: createLog('gateway', 'fatal') });
`;

interface Menus {
  tenantBySlug: { id: string; menus: { sections: { items: { id: string; version: number }[] }[] }[] };
}

let network: TestNetwork;
let owner: TestClient;
let redis: Redis;
let item: { id: string; version: number };
let tenantId: string;
beforeAll(async () => {
  network = await eachAlone();
  redis = new Redis(network.redis.url, { maxRetriesPerRequest: null });
  redis.on('error', () => {});
  owner = await logIn(network.url, 'owner@las-reinas.test');
  const { tenantBySlug } = await owner.run<Menus>(MENU);
  tenantId = tenantBySlug.id;
  const [first] = tenantBySlug.menus[0]?.sections[0]?.items ?? [];
  if (!first) throw new Error('The demo menu is empty.');
  item = first;
}, 60_000);
afterAll(async () => {
  await owner?.close();
  redis?.disconnect();
  await network?.close();
});

/** Changes a price again and again, also while something is away, until told to stop. */
function keepWriting(): { stop(): Promise<void>; written(): number } {
  let written = 0;
  let isOver = false;
  const writing = (async () => {
    while (!isOver) {
      await wait(WRITE_MS);
      const answer = await owner
        .ask<{ updateMenuItem: { version: number } }>(PRICE, { ...item, amount: 100 + written })
        .catch(() => undefined);
      if (answer?.data?.updateMenuItem) {
        item.version = answer.data.updateMenuItem.version;
        written += 1;
      } else {
        // Whether it was written is not known: the answer may have been lost.
        const known = await owner
          .ask<{ menuItem: { version: number } }>(VERSION, { id: item.id })
          .catch(() => undefined);
        item.version = known?.data?.menuItem?.version ?? item.version;
      }
    }
  })();
  return {
    written: () => written,
    async stop() {
      isOver = true;
      await writing;
    },
  };
}

/** What was told since a position. */
async function toldSince(position: string): Promise<string[]> {
  const entries = await redis.xrange(feedKey(tenantId), `(${position}`, '+');
  return entries.flatMap(([cursor, fields]) =>
    JSON.parse(fields[1] ?? '{}').type === menuItemUpdated.name ? [cursor] : [],
  );
}

async function position(): Promise<string> {
  const [last] = await redis.xrevrange(feedKey(tenantId), '+', '-', 'COUNT', 1);
  return last?.[0] ?? '0-0';
}

/** A client that comes back behind the last cursor whenever it was cut off. */
function followFrom(start: string, { url = network.url, query = FOLLOW } = {}) {
  const client = new TestClient(url, owner.token);
  const cursors: string[] = [];
  const ends: unknown[] = [];
  let isOver = false;
  let cut = () => {};
  const following = (async () => {
    while (!isOver) {
      const socket = client.socket({
        connected: () => {
          cut = () => socket.terminate();
        },
      });
      cut = () => {};
      const after = cursors.at(-1) ?? start;
      try {
        for await (const { data, errors } of socket.iterate<{ menuChanged: { cursor: string } }>({
          query,
          variables: { tenantId, after },
        })) {
          if (errors) ends.push(errors);
          if (data) cursors.push(data.menuChanged.cursor);
        }
      } catch (error) {
        ends.push(error);
        await wait(20);
      }
    }
  })();
  return {
    cursors,
    ends,
    cut: () => cut(),
    /** Everything that was told until now has come, each once and in order; what is written is told a moment later. */
    async hasAll(atLeast = 0) {
      let told: string[] = [];
      await vi.waitFor(async () => {
        told = await toldSince(start);
        expect(told.length).toBeGreaterThanOrEqual(atLeast);
      }, 10_000);
      await vi.waitFor(() => expect(cursors.length).toBeGreaterThanOrEqual(told.length), 15_000);
      expect(cursors.slice(0, told.length)).toEqual(told);
    },
    async close() {
      isOver = true;
      await client.close();
      await following;
    },
  };
}

describe('while prices change', () => {
  test('clients that are cut off at any moment get every change once and in order', async () => {
    const writer = keepWriting();
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.array(fc.nat(150), { maxLength: 5 }), { minLength: 1, maxLength: 3 }),
        async (lives) => {
          const start = await position();
          const clients = lives.map(() => followFrom(start));
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
    const writer = keepWriting();
    for (let round = 0; round < 5; round += 1) {
      const { menuItem, feedPosition } = await owner.run<{ menuItem: { version: number }; feedPosition: string }>(
        LOAD,
        {
          id: item.id,
        },
      );
      await wait(2 * WRITE_MS);
      const client = followFrom(feedPosition);
      const { menuItem: newer } = await owner.run<{ menuItem: { version: number } }>(VERSION, { id: item.id });
      await client.hasAll(newer.version - menuItem.version);
      await client.close();
    }
    await writer.stop();
  }, 30_000);

  test('a client that stays connected notices nothing of a subgraph and a Redis that are killed', async () => {
    const steady = followFrom(await position());
    const writer = keepWriting();
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
    const start = await position();
    const clients = [followFrom(start), followFrom(start, { query: FOLLOW_FLAT })];
    const writer = keepWriting();
    for (const { cursors } of clients) await vi.waitFor(() => expect(cursors.length).toBeGreaterThan(3), 10_000);
    process.kill(network.postgres.pid, 'SIGKILL');
    // What is told now cannot be completed.
    const [last] = await redis.xrevrange(feedKey(tenantId), '+', '-', 'COUNT', 1);
    for (let count = 0; count < 20; count += 1) await redis.xadd(feedKey(tenantId), '*', ...(last?.[1] ?? []));
    await redis.publish(feedKey(tenantId), '');
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
      await vi.waitFor(() => fetch(`${url}/health/live`), 20_000);
      return child;
    };
    let gateway = await open();
    const clients = [followFrom(await position(), { url }), followFrom(await position(), { url })];
    const writer = keepWriting();
    for (const { cursors } of clients) await vi.waitFor(() => expect(cursors.length).toBeGreaterThan(3), 10_000);
    const gone = once(gateway, 'exit');
    gateway.kill('SIGKILL');
    await gone;
    gateway = await open();
    const back = clients.map(({ cursors }) => cursors.length);
    for (const [index, { cursors }] of clients.entries())
      await vi.waitFor(() => expect(cursors.length).toBeGreaterThan((back[index] ?? 0) + 3), 10_000);
    await writer.stop();
    for (const client of clients) {
      await client.hasAll();
      expect(client.ends.length).toBeGreaterThan(0);
      await client.close();
    }
    gateway.kill('SIGKILL');
  }, 60_000);
});

test('a position that the feed has left behind is told as such', async () => {
  const old = followFrom('1000-0');
  await vi.waitFor(() => expect(old.ends.length).toBeGreaterThan(0), 5_000);
  expect(old.ends[0]).toMatchObject([{ extensions: { code: 'BAD_USER_INPUT', reason: 'CURSOR_EXPIRED' } }]);
  expect(old.cursors).toEqual([]);
  await old.close();
});
