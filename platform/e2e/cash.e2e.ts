import { expect, type Page } from '@playwright/test';
import { v7 as uuidv7 } from 'uuid';
import { Desk } from './desk.ts';
import { openPage } from './log-in.ts';
import { addMenu, makeTenant } from './tenant.ts';
import { test } from './worker-server.ts';

test.describe.configure({ mode: 'serial' });

let desk: Desk;
let page: Page;
let owner: string;

test.beforeAll(async ({ browser, server }) => {
  owner = await makeTenant(server);
  await addMenu(server, owner);
  desk = await Desk.open(browser, server, owner);
  const { viewer } = await desk.ask<{ viewer: { tenant: { restaurants: { id: string }[] } } }>(
    '{ viewer { tenant { restaurants { id } } } }',
    {},
  );
  await desk.ask('mutation ($input: CreateLocationInput!) { createLocation(input: $input) { id } }', {
    input: {
      ...{ restaurantId: viewer.tenant.restaurants[0]?.id, name: 'Centro', address: '1 Main', city: 'Austin' },
      ...{ timeZone: 'America/Chicago', currency: 'USD' },
    },
  });
  page = await openPage(browser, server, { email: owner, path: '/cash' });
});

test.afterAll(async () => {
  await page?.context().close();
  await desk?.close();
});

/** What was ordered, as a till writes it: 13.62. Answers also the session of the drawer that is open. */
async function order(): Promise<{ orderId: string; sessionId: string | undefined }> {
  const { viewer } = await desk.ask<{
    viewer: {
      tenant: {
        menus: { id: string }[];
        restaurants: { locations: { id: string; drawers: { openSession: { id: string } | null }[] }[] }[];
      };
    };
  }>('{ viewer { tenant { menus { id } restaurants { locations { id drawers { openSession { id } } } } } } }', {});
  const [location] = viewer.tenant.restaurants.flatMap(({ locations }) => locations);
  const { createMenuSection } = await desk.ask<{ createMenuSection: { id: string } }>(
    'mutation ($input: CreateMenuSectionInput!) { createMenuSection(input: $input) { id } }',
    { input: { menuId: viewer.tenant.menus[0]?.id, name: [{ locale: 'en', text: 'Tacos' }] } },
  );
  const { createMenuItem } = await desk.ask<{ createMenuItem: { id: string } }>(
    'mutation ($input: CreateMenuItemInput!) { createMenuItem(input: $input) { id } }',
    {
      input: {
        ...{ sectionId: createMenuSection.id, name: [{ locale: 'en', text: 'Al pastor' }] },
        price: { amount: 1362, currency: 'USD' },
      },
    },
  );
  const orderId = uuidv7();
  await desk.ask('mutation ($input: OpenOrderInput!) { openOrder(input: $input) { id } }', {
    input: { id: orderId, locationId: location?.id, channel: 'DINE_IN' },
  });
  await desk.ask(
    'mutation ($orderId: ID!, $lines: [OrderLineInput!]!) { addOrderLines(orderId: $orderId, lines: $lines) { id } }',
    { orderId, lines: [{ id: uuidv7(), itemId: createMenuItem.id }] },
  );
  return { orderId, sessionId: location?.drawers[0]?.openSession?.id };
}

/** The same, and its guest pays with 20.00 and a tip of 2.00. */
async function sell(): Promise<void> {
  const { orderId, sessionId } = await order();
  await desk.ask('mutation ($input: RecordCashInput!) { recordCash(input: $input) { id } }', {
    input: { id: uuidv7(), orderId, tendered: 2000, tip: 200, sessionId },
  });
}

const line = (name: string) => page.getByRole('row', { name });

test('a drawer is added and opened with its float', async () => {
  await expect(page.getByText('No drawers yet')).toBeVisible();
  await page.getByRole('link', { name: 'New drawer' }).click();
  await page.getByLabel('Name').fill('Front');
  await page.getByRole('button', { name: 'Add drawer' }).click();
  await page.getByRole('textbox', { name: 'Cash in the drawer' }).fill('1e3');
  await page.getByRole('button', { name: 'Open drawer' }).click();
  await expect(page.getByText('Enter just a number')).toBeVisible();
  await page.getByRole('textbox', { name: 'Cash in the drawer' }).fill('200');
  await page.getByRole('button', { name: 'Open drawer' }).click();
  await expect(line('Should be in it')).toContainText('$200.00');
});

test('what is sold and moved shows at once in what should be in it', async () => {
  await sell();
  await expect(line('Cash payments')).toContainText('$13.62');
  await expect(line('Cash tips')).toContainText('$2.00');
  await page.locator('label', { hasText: /^Paid out$/ }).click();
  await page.getByRole('textbox', { name: 'Amount' }).fill('35');
  await page.getByRole('button', { name: 'Note it' }).click();
  await expect(page.getByText('Enter a reason.')).toBeVisible();
  await page.getByRole('textbox', { name: 'Reason' }).fill('Ice');
  await page.getByRole('button', { name: 'Note it' }).click();
  await expect(page.getByRole('list', { name: 'Cash in and out' })).toContainText('Ice');
  await expect(line('Should be in it')).toContainText('$180.62');
});

test('the drawer is closed 12 cents short, and its report says why', async () => {
  await page.getByRole('link', { name: 'Count and close' }).click();
  for (const [worth, count] of [
    ['$100.00', '1'],
    ['$20.00', '4'],
    ['$0.25', '2'],
  ] as const)
    await page.getByLabel(worth, { exact: true }).fill(count);
  await page.getByRole('button', { name: 'Close with $180.50' }).click();
  const report = page.getByRole('article', { name: 'Z report' });
  await expect(report).toContainText('$0.12 short');
  await expect(report).toContainText(
    '$180.62 should have been in the drawer; $180.50 were counted. $0.12 are missing.',
  );
  for (const [name, amount] of [
    ['Float', '$200.00'],
    ['Cash payments', '$13.62'],
    ['Cash tips', '$2.00'],
    ['Paid out', '-$35.00'],
    ['Counted', '$180.50'],
  ] as const)
    await expect(report.getByRole('row', { name }).first()).toContainText(amount);
  await expect(page.getByRole('list', { name: 'Counted' })).toContainText('Front · Z 1');
  await expect(page.getByRole('list', { name: 'Counted' })).toContainText('$0.12 short');
});

test('the report alone goes onto a roll of paper', async () => {
  await page.emulateMedia({ media: 'print' });
  await expect(page.getByText('$0.12 are missing.')).toBeVisible();
  await expect(page.getByRole('heading', { level: 1, includeHidden: true })).not.toBeVisible();
  const paper = page.getByRole('article', { name: 'Z report' });
  const { width = 0 } = (await paper.boundingBox()) ?? {};
  expect(width).toBeLessThanOrEqual(280);
  await page.emulateMedia({ media: 'screen' });
});

test('the tips are shared by minutes, with the formula, and come to the pool', async () => {
  await page.getByRole('link', { name: 'Tip pool' }).click();
  for (const [place, name, minutes] of [
    [1, 'Ana', '480'],
    [2, 'Beto', '300'],
    [3, 'Caro', '465'],
  ] as const) {
    if (place > 1) await page.getByRole('button', { name: 'Add a person' }).click();
    await page.getByLabel(`Name ${place}`).fill(name);
    await page.getByLabel('Minutes').nth(place).fill(minutes);
  }
  const shares = page.getByRole('region', { name: 'Tips', exact: true });
  await expect(shares).toContainText('$2.00 × their Minutes ÷ 1245');
  for (const [name, exact, amount] of [
    ['Ana', '0.7710', '$0.77'],
    ['Beto', '0.4819', '$0.48'],
    ['Caro', '0.7469', '$0.75'],
  ] as const) {
    await expect(shares.getByRole('row', { name })).toContainText(exact);
    await expect(shares.getByRole('row', { name })).toContainText(amount);
  }
});

test('what was voided while no drawer was open stands on its day', async () => {
  const { orderId } = await order();
  await desk.ask('mutation ($id: ID!) { voidOrder(id: $id, reason: "Left") { id } }', { id: orderId });
  await page.getByRole('link', { name: 'Drawers', exact: true }).click();
  await page.getByRole('link', { name: 'Voids, comps, discounts' }).click();
  await expect(line('1 comp or void in no Z report')).toContainText('$13.62');
  const list = page.getByRole('list', { name: 'Voids, comps, discounts' });
  await expect(list.getByRole('listitem')).toContainText(['Al pastor · Left']);
  await list.getByRole('link', { name: 'Void · order 2' }).click();
  await expect(page).toHaveURL(new RegExp(orderId));
});
