import { setTimeout as wait } from 'node:timers/promises';
import { feedKey } from '@mycelium/bus/feed-key';
import { menuItemUpdated } from '@mycelium/schema/subgraphs/restaurant';
import { Redis } from 'ioredis';
import { expect, vi } from 'vitest';
import { TestClient } from './client.ts';
import type { TestNetwork } from './network.ts';

const FOLLOW = `subscription ($tenantId: ID!, $after: Cursor) { menuChanged(tenantId: $tenantId, after: $after) { cursor itemId item { price { amount } tenant { name } } } }`;
const PRICE = `mutation ($id: ID!, $version: Int!, $amount: Int!) { updateMenuItem(id: $id, input: { version: $version, price: { amount: $amount, currency: "USD" } }) { version } }`;
export const VERSION = 'query ($id: ID!) { menuItem(id: $id) { version } }';
const MENU = `{ tenantBySlug(slug: "las-reinas") { id menus { sections { items { id version } } } } }`;
/** Slow enough for the rates of one person. */
export const WRITE_MS = 30;

interface Menus {
  tenantBySlug: { id: string; menus: { sections: { items: { id: string; version: number }[] }[] }[] };
}

export type ChangingPrice = Awaited<ReturnType<typeof openPrice>>;

/** A price of the demo's menu that can be changed again and again, and followed. */
export async function openPrice(network: TestNetwork, owner: TestClient) {
  const redis = new Redis(network.redis.url, { maxRetriesPerRequest: null });
  redis.on('error', () => {});
  const { tenantBySlug } = await owner.run<Menus>(MENU);
  const tenantId = tenantBySlug.id;
  const [first] = tenantBySlug.menus[0]?.sections[0]?.items ?? [];
  if (!first) throw new Error('The demo menu is empty.');
  const item = first;

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

  /** What came since a position. */
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
      /** Everything that was published until now has come, each once and in order; what is written is published a moment later. */
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

  return { redis, tenantId, item, position, keepWriting, followFrom, close: () => redis.disconnect() };
}
