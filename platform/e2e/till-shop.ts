import { type Browser, type BrowserContextOptions, expect, type Page } from '@playwright/test';
import { v7 as uuidv7 } from 'uuid';
import { Desk } from './desk.ts';
import { saveData } from './log-in.ts';
import type { Server } from './server.ts';
import { addMenu, makeTenant } from './tenant.ts';

const MAKE_LOCATION = 'mutation ($input: CreateLocationInput!) { made: createLocation(input: $input) { id } }';
const MAKE_SECTION = 'mutation ($input: CreateMenuSectionInput!) { made: createMenuSection(input: $input) { id } }';
const MAKE_ITEM = 'mutation ($input: CreateMenuItemInput!) { made: createMenuItem(input: $input) { id } }';
const MAKE_TAX = 'mutation ($input: CreateTaxRuleInput!) { made: createTaxRule(input: $input) { id } }';
const MAKE_DRAWER = 'mutation ($id: ID!) { made: createDrawer(locationId: $id, name: "Drawer") { id } }';
const MAKE_AREA = 'mutation ($input: CreateFloorAreaInput!) { made: createFloorArea(input: $input) { id } }';
const MAKE_TABLE = 'mutation ($input: CreateTableInput!) { made: createTable(input: $input) { id } }';
const MAKE_STATION =
  'mutation ($input: CreateKitchenStationInput!) { made: createKitchenStation(input: $input) { id } }';
const SELL = `mutation ($order: OpenOrderInput!, $id: ID!, $lines: [OrderLineInput!]!) {
  openOrder(input: $order) { id }
  addOrderLines(orderId: $id, lines: $lines) { id }
  placeOrder(id: $id) { id }
}`;
const PAIR = 'mutation ($code: String!, $input: PairStationInput!) { pairStation(code: $code, input: $input) { id } }';

interface Taken {
  number: number;
  note: string | null;
  table: { name: string } | null;
  progress: string;
  lines: { quantity: string }[];
  payments: { tender: string }[];
}

/** A bakery with a till: one location with a drawer and a tax of 9.5 % that is added, which sells buns at 4.50 and flan at 6.50. */
export class TillShop {
  private constructor(
    readonly server: Server,
    readonly desk: Desk,
    readonly owner: string,
    readonly locationId: string,
    readonly sectionId: string,
    readonly items: Readonly<Record<'bun' | 'flan', string>>,
  ) {}

  static async open(browser: Browser, server: Server): Promise<TillShop> {
    const owner = await makeTenant(server);
    const menuId = await addMenu(server, owner);
    const desk = await Desk.open(browser, server, owner);
    const make = async (query: string, variables: Record<string, unknown>) =>
      (await desk.ask<{ made: { id: string } }>(query, variables)).made.id;
    const { viewer } = await desk.ask<{ viewer: { tenant: { restaurants: { id: string }[] } } }>(
      '{ viewer { tenant { restaurants { id } } } }',
      {},
    );
    const locationId = await make(MAKE_LOCATION, {
      input: {
        ...{
          restaurantId: viewer.tenant.restaurants[0]?.id,
          name: 'Centro',
          address: '1 Main St',
          city: 'San Antonio',
        },
        ...{ timeZone: 'America/Chicago', currency: 'USD' },
      },
    });
    await make(MAKE_DRAWER, { id: locationId });
    const areaId = await make(MAKE_AREA, { input: { locationId, name: 'Garden' } });
    for (const name of ['1', '2']) await make(MAKE_TABLE, { input: { areaId, name, seats: 4, x: 0, y: 0 } });
    await make(MAKE_TAX, { input: { name: 'Sales tax', rate: '0.095', inclusive: false } });
    const sectionId = await make(MAKE_SECTION, { input: { menuId, name: [{ locale: 'en', text: 'Sweets' }] } });
    const item = (text: string, amount: number) =>
      make(MAKE_ITEM, {
        input: { sectionId, name: [{ locale: 'en', text }], price: { amount, currency: 'USD' } },
      });
    const items = { bun: await item('Bun', 450), flan: await item('Flan', 650) };
    return new TillShop(server, desk, owner, locationId, sectionId, items);
  }

  /** A browser of its own, paired as a till by the code that it shows. */
  async pair(browser: Browser, name: string, options: BrowserContextOptions = {}): Promise<Page> {
    const context = await browser.newContext({ viewport: { width: 1024, height: 768 }, locale: 'en-US', ...options });
    await saveData(context);
    const page = await context.newPage();
    await page.goto(`${this.server.url}/app/till`);
    await this.pairAgain(page, name);
    return page;
  }

  /** Pairs the till whose code is on this page; answers the id of the station. */
  async pairAgain(page: Page, name: string): Promise<string> {
    const id = await this.pairAs(page, 'TILL', name);
    await expect(page.locator('[data-item]').first()).toBeVisible();
    return id;
  }

  /** A browser of its own, paired as the screen of a new kitchen station. */
  async pairKitchen(browser: Browser, name: string): Promise<Page> {
    const { locationId } = this;
    await this.desk.ask(MAKE_STATION, { input: { locationId, name } });
    const context = await browser.newContext({ viewport: { width: 1024, height: 768 }, locale: 'en-US' });
    await saveData(context);
    const page = await context.newPage();
    await page.goto(`${this.server.url}/app/kitchen`);
    await this.pairAs(page, 'KITCHEN', name);
    await page.getByRole('button', { name, exact: true }).click();
    await expect(page.getByRole('heading', { level: 2 }).first()).toContainText(name);
    return page;
  }

  /** One of an item is ordered and sent to the kitchen, as an app does it. */
  async send(itemId: string): Promise<void> {
    const id = uuidv7();
    const order = { id, locationId: this.locationId, channel: 'TAKEAWAY' };
    await this.desk.ask(SELL, { order, id, lines: [{ id: uuidv7(), itemId }] });
  }

  /** What was done here last, and to what, as the log has it. */
  async deeds(): Promise<string[]> {
    interface Entries {
      auditEntries: { edges: { node: { action: string; noun: string | null } }[] };
    }
    const { auditEntries } = await this.desk.ask<Entries>(
      'query ($t: ID!) { auditEntries(tenantId: $t, first: 100) { edges { node { action noun } } } }',
      { t: this.desk.tenantId },
    );
    return auditEntries.edges.map(({ node }) => `${node.action} ${node.noun}`);
  }

  private async pairAs(page: Page, kind: 'TILL' | 'KITCHEN', name: string): Promise<string> {
    const code = page.locator('[data-pairing-code]');
    await expect(code).toHaveText(/^[A-Z0-9]{3}-[A-Z0-9]{3}$/);
    const { pairStation } = await this.desk.ask<{ pairStation: { id: string } }>(PAIR, {
      code: await code.textContent(),
      input: { kind, name, locationId: this.locationId },
    });
    return pairStation.id;
  }

  /** The orders that the server has, the first one first. */
  async orders(): Promise<Taken[]> {
    const { orders } = await this.desk.ask<{ orders: { edges: { node: Taken }[] } }>(
      `query ($id: ID!) { orders(locationId: $id, first: 200) {
         edges { node { number note progress table { name } lines { quantity } payments { tender } } } } }`,
      { id: this.locationId },
    );
    return orders.edges.map(({ node }) => node).toReversed();
  }
}

/** Begins a takeaway order for somebody, with one of an item for each tap. */
export async function takeOrder(page: Page, name: string, itemIds: readonly string[]): Promise<void> {
  await page.getByRole('button', { name: 'New order' }).first().click();
  await page.getByLabel('Name or table').fill(name);
  await page.getByRole('button', { name: 'Takeaway', exact: true }).click();
  for (const id of itemIds) await page.locator(`[data-item="${id}"]`).click();
}

/** How much of what was done on a till has not reached the server. */
export const waitingOn = (page: Page) => page.locator('[data-waiting]');
