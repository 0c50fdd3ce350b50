import { setTimeout as wait } from 'node:timers/promises';
import { expect, type Page, test } from '@playwright/test';
import { v7 as uuidv7 } from 'uuid';
import { openContext, openSession } from './log-in.ts';
import { Server } from './server.ts';
import { inDatabase } from './tenant.ts';

const TICKETS = 200;
const TILLS = 4;
/** The hour passes in so many steps. */
const STEPS = 12;
const COOK = 'kitchen@las-reinas.test';
const PLACE = 'Boyle Heights';

const WHERE = `{ viewer { tenant {
  restaurants { locations { id name kitchenStations { id } } }
  menus { sections { items { id available names { text } modifierGroups { min } } } }
} } }`;
const SELL = `mutation ($order: OpenOrderInput!, $id: ID!, $lines: [OrderLineInput!]!) {
  openOrder(input: $order) { id }
  addOrderLines(orderId: $id, lines: $lines) { id }
  placeOrder(id: $id) { id }
}`;
const LATER = 'mutation ($by: Int!) { moveClock(by: $by) { now } }';

interface Where {
  viewer: {
    tenant: {
      restaurants: { locations: { id: string; name: string; kitchenStations: { id: string }[] }[] }[];
      menus: { sections: { items: { id: string; names: { text: string }[] }[] }[] }[];
    };
  };
}

let server: Server;
test.beforeAll(async () => {
  server = await Server.withDemo();
  await server.start();
});
test.afterAll(() => server.stop());

test('a kitchen works an hour of rush, with every service killed in it, and makes each dish once', async ({
  browser,
}) => {
  // 200 tickets and a second start of everything: under a minute where nothing else runs.
  test.setTimeout(360_000);
  const { accessToken } = await openSession(server);
  const { accessToken: admin } = await openSession(server, 'admin@mycelium.test');
  const { viewer } = await server.ask<Where>(WHERE, {}, accessToken);
  const { restaurants, menus } = viewer.tenant;
  const at = restaurants.flatMap(({ locations }) => locations).find(({ name }) => name === PLACE);
  const items = menus.flatMap(({ sections }) => sections.flatMap((section) => section.items));
  const [pozole, mole] = ['Pozole rojo', 'Mole poblano'].map(
    (dish) => items.find(({ names }) => names.some(({ text }) => text === dish))?.id,
  );

  /** As a till does: with the same ids until there is an answer. */
  const say = async (query: string, variables: Record<string, unknown>, token = accessToken): Promise<void> => {
    for (;;) {
      const isSaid = await server.ask(query, variables, token).then(
        () => true,
        (error: unknown) => {
          if (error instanceof TypeError || /INTERNAL|UNAVAILABLE|TIMEOUT/.test(String(error))) return false;
          throw error;
        },
      );
      if (isSaid) return;
      await wait(100);
    }
  };
  const order = async (nth: number): Promise<string> => {
    const id = uuidv7();
    const order = { id, locationId: at?.id, channel: 'TAKEAWAY' };
    const lines = [
      { id: uuidv7(), itemId: pozole, quantity: String(1 + (nth % 3)) },
      ...(nth % 2 ? [{ id: uuidv7(), itemId: mole, quantity: '1' }] : []),
    ];
    await say(SELL, { order, id, lines });
    return id;
  };
  let placed = 0;
  const orderIds: string[] = [];
  const till = async (): Promise<void> => {
    while (placed < TICKETS) {
      const nth = placed++;
      orderIds.push(await order(nth));
      if (nth % Math.ceil(TICKETS / STEPS) === 0) await say(LATER, { by: 3_600 / STEPS }, admin);
    }
  };

  const page = await openScreen(browser, String(at?.kitchenStations[0]?.id));
  let isSold = false;
  const rush = Promise.all(Array.from({ length: TILLS }, till)).then(() => {
    isSold = true;
  });
  await bump(page, 60);
  const seen = await page.locator('[data-ticket]').count();
  await server.kill();
  // Nothing is lost that the cook does meanwhile with what is on the screen.
  await bump(page, Math.min(seen, 5));
  await server.start();
  const isOver = async () => isSold && (await ledgerOf(orderIds)).done === TICKETS;
  await Promise.all([rush, bumpAll(page, isOver)]);

  await expect(page.locator('[data-ticket]')).toHaveCount(0);
  await expect(page.locator('[data-waiting="0"]')).toBeVisible({ timeout: 30_000 });
  const all = { tickets: TICKETS, done: TICKETS, lines: TICKETS * 1.5, wrong: 0, bumps: TICKETS, ready: TICKETS };
  // The log hears of it a little later.
  await expect.poll(() => ledgerOf(orderIds)).toEqual(all);
});

async function openScreen(browser: Parameters<typeof openContext>[0], stationId: string): Promise<Page> {
  const context = await openContext(browser, server, { email: COOK });
  const page = await context.newPage();
  await page.goto(`${server.url}/app/kitchen/${stationId}`);
  await page.getByRole('button', { name: PLACE }).click();
  await expect(page.getByRole('heading', { level: 2 }).first()).toBeVisible();
  return page;
}

/** Bumps whatever is the oldest, so many times. */
async function bump(page: Page, times: number): Promise<void> {
  for (let nth = 0; nth < times; nth += 1) {
    await page.locator('[data-ticket]').first().waitFor();
    await page.keyboard.press('1');
  }
}

/** Bumps what is there and what comes, until there is nothing and nothing more to come. */
async function bumpAll(page: Page, isOver: () => Promise<boolean>): Promise<void> {
  for (;;) {
    if ((await page.locator('[data-ticket]').count()) > 0) await page.keyboard.press('1');
    else if (await isOver()) return;
    else await wait(100);
  }
}

/** What the database says of these orders when all is done. */
async function ledgerOf(orderIds: readonly string[]) {
  return inDatabase(server, async (client) => {
    const count = async (sql: string) => Number((await client.query(sql, [orderIds])).rows[0].count);
    const tickets = 'from restaurant.kitchen_ticket where order_id = any($1::uuid[])';
    return {
      tickets: await count(`select count(*) ${tickets}`),
      done: await count(`select count(*) ${tickets} and bumped_at is not null and recalled_at is null`),
      lines: await count('select count(*) from restaurant.order_line where order_id = any($1::uuid[])'),
      // A line that was told not at all, more than once, or not as much as was ordered.
      wrong: await count(`select count(*) from (
        select from restaurant.order_line line left join restaurant.kitchen_fire fire on fire.line_id = line.id
        where line.order_id = any($1::uuid[]) group by line.id, line.quantity
        having count(fire.id) <> 1 or sum(fire.difference::numeric) is distinct from line.quantity::numeric) wrong`),
      bumps:
        await count(`select count(*) from tenants.audit_entry where action = 'bumpTicket' and noun = 'KitchenTicket'
        and noun_id in (select id::text ${tickets})`),
      ready: await count(`select count(*) from restaurant."order" where id = any($1::uuid[]) and progress = 'READY'`),
    };
  });
}
