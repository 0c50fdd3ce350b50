import { createClient } from 'graphql-ws';
import { v7 as uuidv7 } from 'uuid';
import WebSocket from 'ws';
import type { Server } from '../e2e/server.ts';
import { logIn } from '../test/client.ts';
import { type PatientClient, pause } from './platform-under-test.ts';

const EMAIL = 'owner@el-farolito.test';
const APPLICATION = 'ledger_probe';
const TYPE = 'ledger.entered';

/** What was published and what arrived, of a tenant that nobody else touches. */
export interface Ledger {
  /** Event ids, by what was entered. */
  published: Map<number, string>;
  processed: Map<string, number>;
  /** Delivered again though it had been acknowledged. */
  doubled: string[];
  /** Lets what is under way end, and what waits come. */
  close(): Promise<void>;
}

const PUBLISH = 'mutation ($i: PublishEventInput!) { publishEvent(input: $i) { eventId } }';
const PULL = `mutation { pullEvents(application: "${APPLICATION}", max: 20, leaseMs: 5000) { event { eventId payload } } }`;
const ACKNOWLEDGE = `mutation ($a: [AcknowledgmentInput!]!) { acknowledgeEvents(application: "${APPLICATION}", acknowledgments: $a) }`;
const WAITING = '{ viewer { tenant { eventConsumers { application pending } } } }';
/** What is leased to an answer that was lost comes again within this. */
const LAST_LEASE_MS = 20_000;
/** Once nothing waits and nothing is leased, what came nevertheless would come within this. */
const AT_REST_MS = 3_000;

/** Publishes and processes events one after the other until `close()`. */
export async function keepLedger(ask: PatientClient): Promise<Ledger> {
  await ask('mutation ($i: RegisterApplicationInput!) { registerApplication(input: $i) { name } }', {
    i: { name: APPLICATION, description: 'Counts what arrives.' },
  });
  await ask('mutation ($i: RegisterEventTypeInput!) { registerEventType(input: $i) { name } }', {
    i: { name: TYPE, description: 'An entry.', source: 'wrapper', targets: [APPLICATION], payloadSchema: {} },
  });
  const ledger: Ledger = { published: new Map(), processed: new Map(), doubled: [], close };
  let isPublishing = true;
  let emptySince = 0;

  async function publish(): Promise<void> {
    for (let number = 1; isPublishing; number += 1) {
      const i = { eventType: TYPE, payload: { number }, idempotencyKey: `entry-${number}` };
      const { publishEvent } = await ask<{ publishEvent: { eventId: string } }>(PUBLISH, { i });
      ledger.published.set(number, publishEvent.eventId);
    }
  }

  /** Whether everything has arrived and the bus holds nothing that may come again. */
  async function isAtRest(): Promise<boolean> {
    if (isPublishing || [...ledger.published.values()].some((id) => !ledger.processed.has(id))) return false;
    const { viewer } = await ask<{
      viewer: { tenant: { eventConsumers: { application: string; pending: number }[] } };
    }>(WAITING, {});
    return viewer.tenant.eventConsumers.find(({ application }) => application === APPLICATION)?.pending === 0;
  }

  async function process(): Promise<void> {
    let isResting = false;
    while (isPublishing || Date.now() - emptySince < (isResting ? AT_REST_MS : LAST_LEASE_MS)) {
      const { pullEvents } = await ask<{ pullEvents: { event: { eventId: string } }[] }>(PULL, {});
      if (pullEvents.length === 0) {
        if (isPublishing) emptySince = Date.now();
        if (!isPublishing) isResting ||= await isAtRest();
        await pause(100);
        continue;
      }
      emptySince = Date.now();
      const ids = pullEvents.map(({ event }) => event.eventId);
      ledger.doubled.push(...ids.filter((id) => ledger.processed.has(id)));
      const a = ids.map((eventId) => ({ eventId }));
      const { acknowledgeEvents } = await ask<{ acknowledgeEvents: string[] }>(ACKNOWLEDGE, { a });
      for (const [index, outcome] of acknowledgeEvents.entries()) {
        const id = ids[index] ?? '';
        if (outcome === 'ACKNOWLEDGED' || outcome === 'AGAIN')
          ledger.processed.set(id, (ledger.processed.get(id) ?? 0) + 1);
      }
    }
  }

  const running = [publish(), process()];
  async function close(): Promise<void> {
    isPublishing = false;
    emptySince = Date.now();
    await Promise.all(running);
  }
  return ledger;
}

/** Items that were put on the menu, and those of which a screen heard. */
export interface Menu {
  created: string[];
  heard: string[];
  close(): Promise<void>;
}

const CREATE = 'mutation ($i: CreateMenuItemInput!) { createMenuItem(input: $i) { id } }';
const FOLLOW =
  'subscription ($t: ID!, $after: Cursor) { menuChanged(tenantId: $t, after: $after) { cursor kind itemId item { id } } }';
const SETTLE_MS = 30_000;

/** Puts items on the menu, under ids of its own, while a screen follows from cursor to cursor. */
export async function keepMenu(server: Server, ask: PatientClient): Promise<Menu> {
  const { viewer, feedPosition } = await ask<{
    feedPosition: string;
    viewer: { tenant: { id: string; menus: { sections: { id: string }[] }[] } };
  }>('{ feedPosition viewer { tenant { id menus { sections { id } } } } }', {});
  const sectionId = viewer.tenant.menus[0]?.sections[0]?.id;
  const menu: Menu = { created: [], heard: [], close };
  let isCreating = true;
  let isFollowing = true;
  let after = feedPosition;

  async function create(): Promise<void> {
    while (isCreating) {
      const id = uuidv7();
      const i = { id, sectionId, name: [{ locale: 'es', text: 'Taco' }], price: { amount: 100, currency: 'USD' } };
      await ask(CREATE, { i });
      menu.created.push(id);
      await pause(50);
    }
  }

  async function follow(): Promise<void> {
    while (isFollowing) {
      const token = await logIn(server.url, EMAIL).then(
        (client) => client.token,
        () => undefined,
      );
      if (token) await listen(token);
      await pause(200);
    }
  }

  /** Until the socket ends, however it does. */
  async function listen(token: string): Promise<void> {
    const socket = createClient({
      url: `${server.url.replace('http', 'ws')}/graphql`,
      webSocketImpl: WebSocket,
      connectionParams: { authorization: `Bearer ${token}` },
      retryAttempts: 0,
    });
    const { promise, resolve } = Promise.withResolvers<void>();
    const stop = setInterval(() => isFollowing || resolve(), 200);
    socket.subscribe<{ menuChanged: { cursor: string; kind: string; itemId: string; item: unknown } }>(
      { query: FOLLOW, variables: { t: viewer.tenant.id, after } },
      {
        next: ({ data, errors }) => {
          if (errors || !data) return menu.heard.push(`an event with ${JSON.stringify(errors)}`);
          after = data.menuChanged.cursor;
          if (data.menuChanged.kind === 'CREATED') menu.heard.push(data.menuChanged.itemId);
        },
        error: () => resolve(),
        complete: () => resolve(),
      },
    );
    await promise;
    clearInterval(stop);
    await socket.dispose();
  }

  const creating = create();
  const following = follow();
  async function close(): Promise<void> {
    isCreating = false;
    await creating;
    const until = Date.now() + SETTLE_MS;
    while (menu.heard.length < menu.created.length && Date.now() < until) await pause(200);
    isFollowing = false;
    await following;
  }
  return menu;
}
