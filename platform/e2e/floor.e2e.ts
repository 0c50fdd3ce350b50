import { expect, type Page } from '@playwright/test';
import { v7 as uuidv7 } from 'uuid';
import { expectAccessible } from './accessible.ts';
import { Desk } from './desk.ts';
import { go } from './go.ts';
import { addMenu, makeTenant } from './tenant.ts';
import { test } from './worker-server.ts';

const TICKETS = `query ($at: ID!) { kitchenTickets(locationId: $at) {
  id station { name } order { table { name } } fires { kind difference }
} }`;

interface Ticket {
  id: string;
  station: { name: string };
  order: { table: { name: string } };
  fires: { kind: string; difference: string }[];
}
interface Check {
  id: string;
  totals: { total: { amount: number } };
}

/** A house with a floor of two tables, two stations and a drawer. */
class House {
  private constructor(
    readonly desk: Desk,
    readonly locationId: string,
    readonly tables: Readonly<Record<'1' | '2', string>>,
    private readonly items: readonly string[],
    private readonly sessionId: string,
  ) {}

  static async open(desk: Desk): Promise<House> {
    const { viewer } = await desk.ask<{
      viewer: { tenant: { menus: { id: string }[]; restaurants: { id: string }[] } };
    }>('{ viewer { tenant { menus { id } restaurants { id } } } }', {});
    const made = async (name: string, type: string, input: object): Promise<string> => {
      const answer = await desk.ask<Record<string, { id: string }>>(
        `mutation ($input: ${type}!) { ${name}(input: $input) { id } }`,
        { input },
      );
      return answer[name]?.id ?? '';
    };
    const locationId = await made('createLocation', 'CreateLocationInput', {
      ...{ restaurantId: viewer.tenant.restaurants[0]?.id, name: 'Centro', address: '1 Main', city: 'Austin' },
      ...{ timeZone: 'America/Chicago', currency: 'USD' },
    });
    const areaId = await made('createFloorArea', 'CreateFloorAreaInput', { locationId, name: 'Salón' });
    const table = (name: string, x: number) =>
      made('createTable', 'CreateTableInput', { areaId, name, seats: 6, x, y: 100, width: 300, height: 200 });
    const tables = { 1: await table('1', 100), 2: await table('2', 800) };
    const sectionId = await made('createMenuSection', 'CreateMenuSectionInput', {
      ...{ menuId: viewer.tenant.menus[0]?.id, name: [{ locale: 'en', text: 'Dinner' }] },
    });
    const item = (text: string, amount: number) =>
      made('createMenuItem', 'CreateMenuItemInput', {
        ...{ sectionId, name: [{ locale: 'en', text }], price: { amount, currency: 'USD' } },
      });
    const items = [await item('Soup', 700), await item('Mole', 1895), await item('Guacamole', 1000)];
    for (const name of ['Grill', 'Cold'])
      await made('createKitchenStation', 'CreateKitchenStationInput', { locationId, name });
    const { createDrawer } = await desk.ask<{ createDrawer: { id: string } }>(
      'mutation ($at: ID!) { createDrawer(locationId: $at, name: "Bar") { id } }',
      { at: locationId },
    );
    const sessionId = await made('openCashSession', 'OpenCashSessionInput', {
      ...{ id: uuidv7(), drawerId: createDrawer.id, float: 10_000 },
    });
    return new House(desk, locationId, tables, items, sessionId);
  }

  /** An order at a table: for each of six a soup, and a mole as second course; guacamole for all of them. */
  async order(tableId: string): Promise<string> {
    const id = uuidv7();
    await this.desk.ask('mutation ($input: OpenOrderInput!) { openOrder(input: $input) { id } }', {
      input: { id, locationId: this.locationId, channel: 'DINE_IN', tableId },
    });
    const [soup, mole, guacamole] = this.items;
    const seats = [1, 2, 3, 4, 5, 6];
    const lines = [
      ...seats.map((seat) => ({ id: uuidv7(), itemId: soup, seat, course: 1 })),
      ...seats.map((seat) => ({ id: uuidv7(), itemId: mole, seat, course: 2 })),
      { id: uuidv7(), itemId: guacamole, course: 1 },
    ];
    await this.desk.ask(
      'mutation ($id: ID!, $lines: [OrderLineInput!]!) { addOrderLines(orderId: $id, lines: $lines) { id } }',
      { id, lines },
    );
    await this.desk.ask('mutation ($id: ID!) { placeOrder(id: $id) { id } }', { id });
    return id;
  }

  async fire(id: string, course: number): Promise<void> {
    await this.desk.ask('mutation ($id: ID!, $course: Int) { fireOrder(id: $id, course: $course) { id } }', {
      id,
      course,
    });
  }

  async tickets(): Promise<Ticket[]> {
    const { kitchenTickets } = await this.desk.ask<{ kitchenTickets: Ticket[] }>(TICKETS, { at: this.locationId });
    return kitchenTickets;
  }

  /** The checks of a table, with what each comes to. */
  async checks(tableId: string): Promise<Check[]> {
    const { table } = await this.desk.ask<{ table: { orders: Check[] } }>(
      'query ($id: ID!) { table(id: $id) { orders { id totals { total { amount } } } } }',
      { id: tableId },
    );
    return table.orders;
  }

  async payCash({ id, totals }: Check): Promise<void> {
    await this.desk.ask('mutation ($input: RecordCashInput!) { recordCash(input: $input) { id } }', {
      input: { id: uuidv7(), orderId: id, tendered: totals.total.amount, sessionId: this.sessionId },
    });
  }

  async payVoucher({ id, totals }: Check): Promise<void> {
    await this.desk.ask('mutation ($input: RecordExternalInput!) { recordExternal(input: $input) { id } }', {
      input: { id: uuidv7(), orderId: id, amount: totals.total.amount, kind: 'VOUCHER' },
    });
  }
}

const tableIs = (page: Page, name: string, state: string) =>
  page.getByRole('link', { name: new RegExp(`^Table ${name} ${state}`) });

test('six are seated, served in courses, moved and split by seat; they pay in cash and by voucher, and the kitchen made each dish once', async ({
  browser,
  server,
}) => {
  const owner = await makeTenant(server);
  await addMenu(server, owner);
  const desk = await Desk.open(browser, server, owner);
  const { page } = desk;
  const house = await House.open(desk);

  await go(page, '/floor');
  await tableIs(page, '1', 'Free').click();
  await desk.panel.getByLabel('Guests').fill('6');
  await desk.panel.getByRole('button', { name: 'Seat guests' }).click();
  await expect(tableIs(page, '1', 'Seated')).toBeVisible();

  const orderId = await house.order(house.tables['1']);
  await expect(tableIs(page, '1', 'Ordered')).toBeVisible();
  await house.fire(orderId, 2);
  const sent = await house.tickets();
  const dishes = (tickets: readonly Ticket[]): number =>
    tickets
      .flatMap(({ fires }) => fires)
      .filter(({ kind }) => kind !== 'MOVE')
      .reduce((sum, { difference }) => sum + Number(difference), 0);
  expect(dishes(sent)).toBe(13);

  await desk.panel.getByRole('button', { name: 'Move', exact: true }).click();
  await tableIs(page, '2', 'Free').click();
  await page.getByRole('dialog').getByRole('button', { name: 'Move', exact: true }).click();
  await expect(tableIs(page, '2', 'Ordered')).toBeVisible();
  await expect(tableIs(page, '1', 'To clean')).toBeVisible();
  expect((await house.tickets()).map(({ order }) => order.table.name)).toEqual(sent.map(() => '2'));

  const [{ totals: whole } = { totals: { total: { amount: 0 } } }] = await house.checks(house.tables['2']);
  await desk.panel.getByRole('button', { name: 'Split', exact: true }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Split into 6 checks' }).click();
  await expect(desk.panel.getByRole('heading', { name: /^Order \d+$/ })).toHaveCount(6);
  await expectAccessible(page);
  const checks = await house.checks(house.tables['2']);
  expect(checks.reduce((sum, { totals }) => sum + totals.total.amount, 0)).toBe(whole.total.amount);

  for (const [at, check] of checks.entries()) await (at < 3 ? house.payCash(check) : house.payVoucher(check));
  await expect(tableIs(page, '2', 'Bill')).toBeVisible();
  const made = await house.tickets();
  expect(made.map(({ id }) => id)).toEqual(sent.map(({ id }) => id));
  expect(dishes(made)).toBe(13);
  expect(made.flatMap(({ fires }) => fires).reduce((sum, { difference }) => sum + Number(difference), 0)).toBe(13);

  await desk.panel.getByRole('button', { name: 'Guests left' }).click();
  await desk.panel.getByRole('button', { name: 'Table is clean' }).click();
  await expect(tableIs(page, '2', 'Free')).toBeVisible();
  await desk.close();
});

test('whoever waits is seated from the list, and a table is put elsewhere by its keys and an area is renamed and removed, with a way back', async ({
  browser,
  server,
}) => {
  const owner = await makeTenant(server);
  await addMenu(server, owner);
  const desk = await Desk.open(browser, server, owner);
  const { page } = desk;
  const house = await House.open(desk);
  await go(page, '/floor');
  await page.getByRole('button', { name: 'Add to waitlist' }).click();
  await page.getByLabel('Name').fill('Renata');
  await page.getByRole('form', { name: 'Add to waitlist' }).getByRole('button', { name: 'Add to waitlist' }).click();
  await expect(page.getByText('Renata, party of 2')).toBeVisible();
  await page.getByLabel('Seat Renata at').selectOption({ label: 'Table 1' });
  await expect(tableIs(page, '1', 'Seated')).toBeVisible();
  await expect(page.getByText('Nobody is waiting.')).toBeVisible();

  // Half of what they share goes on a check of its own.
  await house.order(house.tables['1']);
  await tableIs(page, '1', 'Ordered').click();
  await desk.panel.getByRole('button', { name: 'Split', exact: true }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByText('By item').click();
  await dialog.getByRole('button', { name: '½ Guacamole' }).click();
  await expect(dialog.getByRole('region', { name: 'Check 2' })).toContainText('$5.00');
  await dialog.getByRole('button', { name: 'Split into 2 checks' }).click();
  await expect(desk.panel.getByRole('heading', { name: /^Order \d+$/ })).toHaveCount(2);
  const [rest, half] = await house.checks(house.tables['1']);
  expect([rest?.totals.total.amount, half?.totals.total.amount]).toEqual([6 * (700 + 1895) + 500, 500]);

  await page.getByRole('button', { name: 'Edit plan' }).click();
  const place = async () => {
    const { table } = await desk.ask<{ table: { x: number; y: number } }>(
      'query ($id: ID!) { table(id: $id) { x y } }',
      { id: house.tables['2'] },
    );
    return table;
  };
  await tableIs(page, '2', 'Free').press('ArrowDown');
  await expect.poll(place).toEqual({ x: 800, y: 120 });
  await page.getByRole('button', { name: 'Undo' }).click();
  await expect.poll(place).toEqual({ x: 800, y: 100 });

  await page.getByRole('link', { name: 'Change Salón' }).click();
  await desk.panel.getByLabel('Name of the area').fill('Comedor');
  await desk.panel.getByRole('button', { name: 'Save' }).click();
  await expect(page.getByRole('link', { name: 'Change Comedor' })).toBeVisible();
  await desk.panel.getByRole('button', { name: 'Remove area' }).click();
  await expect(page.getByText('It still has tables: 2.')).toBeVisible();
  // As somebody else adds it.
  await desk.ask('mutation ($input: CreateFloorAreaInput!) { createFloorArea(input: $input) { id } }', {
    input: { locationId: house.locationId, name: 'Patio' },
  });
  const patio = page.getByRole('radio', { name: 'Patio' });
  await page.getByText('Patio', { exact: true }).click();
  await page.getByRole('link', { name: 'Change Patio' }).click();
  await desk.panel.getByRole('button', { name: 'Remove area' }).click();
  await expect(patio).toHaveCount(0);
  await page.getByRole('button', { name: 'Undo' }).click();
  await expect(patio).toHaveCount(1);
  await desk.close();
});
