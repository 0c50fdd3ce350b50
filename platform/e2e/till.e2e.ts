import { expect, type Page } from '@playwright/test';
import { expectAccessible } from './accessible.ts';
import { go } from './go.ts';
import { smallTargets } from './targets.ts';
import { TillShop, takeOrder, waitingOn } from './till-shop.ts';
import { test } from './worker-server.ts';

test.describe.configure({ mode: 'serial' });

const PIN = '4821';

let shop: TillShop;
let till: Page;

test.beforeAll(async ({ browser, server }) => {
  shop = await TillShop.open(browser, server);
  till = await shop.pair(browser, 'Counter');
});

test.afterAll(async () => {
  await till?.context().close();
  await shop?.desk.close();
});

test('the last flan that is sold on one till is grey on the other one, on the menu and on the screen', async ({
  browser,
}) => {
  const { desk, items } = shop;
  await desk.ask('mutation ($id: ID!) { setPortions(itemId: $id, left: 1) { id } }', { id: items.flan });
  const other = await shop.pair(browser, 'Terrace');
  const screen = await pairScreen(await browser.newContext().then((context) => context.newPage()));
  await go(desk.page, '/menu');
  const onOther = other.locator(`[data-item="${items.flan}"]`);
  await expect(onOther).toContainText('1 left');
  const onMenu = desk.page.locator(`[data-item="${items.flan}"]`).getByRole('switch');
  await expect(onMenu).not.toBeChecked();
  const onScreen = screen.locator(`.pages [data-item-id="${items.flan}"]`).first();
  await expect(onScreen).not.toHaveAttribute('data-sold-out', 'true');

  await takeOrder(till, 'Last', [items.flan]);
  const soldAt = Date.now();
  await till.getByRole('button', { name: 'Send to kitchen' }).click();
  const seen = async (page: Page, selector: string) => {
    // Looked for with each frame: an expectation asks more and more seldom.
    await page.waitForSelector(selector, { state: 'attached' });
    return Date.now() - soldAt;
  };
  const latencies = await Promise.all([
    seen(other, `[data-item="${items.flan}"]:disabled`),
    seen(desk.page, `[data-item="${items.flan}"] [role="switch"][aria-checked="true"]`),
    seen(screen, `.pages [data-item-id="${items.flan}"][data-sold-out="true"]`),
  ]);
  process.stdout.write(
    `The last flan was grey ${latencies.join(', ')} ms after the tap, of 1000: other till, menu, screen\n`,
  );
  await expect(onOther).toContainText('Sold out');
  for (const page of [other, screen]) await page.context().close();
});

test('a doubtful total is named to the cent, and cash gives its change', async () => {
  await takeOrder(till, 'Ana', [shop.items.bun, shop.items.bun, shop.items.bun]);
  await till.getByRole('button', { name: 'Pay', exact: true }).click();
  const dialog = till.getByRole('dialog');
  await dialog.getByLabel('Cash in the drawer').fill('100');
  await dialog.getByRole('button', { name: 'Open Drawer' }).click();
  await expect(dialog.getByRole('heading', { name: '$14.78 due' })).toBeVisible();
  await dialog.getByRole('button', { name: '$20.00' }).click();
  // The same tap twice is one payment.
  await dialog.getByRole('button', { name: 'Take cash' }).dblclick();
  await expect(dialog.locator('[data-change]')).toHaveText('Change $5.22');
  await dialog.getByRole('button', { name: 'Receipt' }).click();
  await till.getByRole('button', { name: 'Why this cent?' }).click();
  await dialog.getByText('Why this cent?').and(dialog.getByLabel('Why this cent? Sales tax')).click();
  // 13.50 × 9.5 % is 128.25 cents.
  const totals = dialog.getByRole('list', { name: 'Totals' });
  await expect(totals).toContainText('$13.50 × 9.5% = $1.2825 → $1.28');
  await expect(dialog.locator('[data-main]')).toContainText('$14.78');
  await till.keyboard.press('Escape');
  await expect.poll(async () => (await shop.orders()).at(-1)?.payments).toHaveLength(1);

  // What is served and paid is put away, and its receipt can be shown again.
  await till.getByRole('button', { name: 'More', exact: true }).click();
  await dialog.getByRole('button', { name: 'Served' }).click();
  await takeOrder(till, 'Next', [shop.items.bun]);
  const list = till.getByRole('navigation', { name: 'Orders' });
  await expect(list.getByRole('button', { name: /Ana/ })).toBeHidden();
  await list.getByRole('button', { name: 'Completed' }).click();
  await list.getByRole('button', { name: /Ana/ }).click();
  await till.getByRole('button', { name: 'Receipt' }).click();
  await expect(dialog).toContainText('Change $5.22');
  await till.keyboard.press('Escape');
  await list.getByRole('button', { name: 'Completed' }).click();
  await list.getByRole('button', { name: /Next/ }).click();
  await till.getByRole('button', { name: 'Discard order' }).click();
});

test('the network is pulled, three orders are taken, the page is loaded again, and there are three', async () => {
  await till.waitForFunction(async () => (await navigator.serviceWorker.ready).active?.state === 'activated');
  await till.waitForFunction(() => navigator.serviceWorker.controller !== null);
  const before = (await shop.orders()).length;
  await till.context().setOffline(true);
  for (const name of ['One', 'Two', 'Three']) {
    await takeOrder(till, name, [shop.items.bun]);
    // Two taps are one order.
    await till.getByRole('button', { name: 'Send to kitchen' }).dblclick();
  }
  await expect(waitingOn(till)).toHaveAttribute('data-waiting', '9');
  await till.reload();
  await expect(waitingOn(till)).toHaveAttribute('data-waiting', '9');
  for (const name of ['One', 'Two', 'Three'])
    await expect(till.getByRole('navigation').getByRole('button', { name: new RegExp(`\\b${name}\\b`) })).toBeVisible();
  expect(await shop.orders()).toHaveLength(before);
  await till.context().setOffline(false);
  await expect(waitingOn(till)).toHaveAttribute('data-waiting', '0');
  const made = (await shop.orders()).slice(before);
  expect(made.map(({ note }) => note)).toEqual(['One', 'Two', 'Three']);
  for (const { lines, progress } of made) {
    expect(lines).toHaveLength(1);
    expect(progress).not.toBe('DRAFT');
  }
});

test('what was sold out meanwhile is refused in words and holds up its own order alone, in two tabs', async () => {
  const { desk, items } = shop;
  await desk.ask('mutation ($id: ID!) { setPortions(itemId: $id, left: 5) { id } }', { id: items.flan });
  await expect(till.locator(`[data-item="${items.flan}"]`)).toBeEnabled();
  const tab = await till.context().newPage();
  await tab.goto(`${shop.server.url}/app/till`);
  await expect(tab.locator('[data-item]').first()).toBeVisible();
  const before = (await shop.orders()).length;
  await till.context().setOffline(true);
  await takeOrder(till, 'Too late', [items.flan]);
  await till.getByRole('button', { name: 'Send to kitchen' }).click();
  await takeOrder(tab, 'In time', [items.bun]);
  await tab.getByRole('button', { name: 'Send to kitchen' }).click();
  for (const page of [till, tab]) await expect(waitingOn(page)).toHaveAttribute('data-waiting', '6');
  await desk.ask('mutation ($id: ID!) { setMenuItemAvailability(id: $id, available: false) { id } }', {
    id: items.flan,
  });
  await till.context().setOffline(false);
  // The flan and that it is to be made are left.
  await expect(waitingOn(tab)).toHaveAttribute('data-waiting', '2');
  expect((await shop.orders()).slice(before).map(({ note }) => note)).toEqual(['Too late', 'In time']);
  await tab.close();

  await waitingOn(till).click();
  const panel = till.getByRole('dialog', { name: 'Not sent yet' });
  await expect(panel).toContainText('This is sold out.');
  for (const left of [1, 0]) {
    await panel.getByRole('button', { name: 'Give up' }).first().click();
    await panel.getByLabel('Why it is given up').fill('No flan left');
    await panel.getByRole('button', { name: 'Give up' }).first().click();
    await expect(waitingOn(till)).toHaveAttribute('data-waiting', String(left));
  }
  await expect(panel).toContainText('No flan left');
  await till.keyboard.press('Escape');
});

test('without the network an order is opened at a table, and moves to another one', async () => {
  await expect(till.getByRole('button', { name: 'New order' }).first()).toBeVisible();
  await till.context().setOffline(true);
  await till.getByRole('button', { name: 'New order' }).first().click();
  const dialog = till.getByRole('dialog');
  await dialog.getByRole('button', { name: 'Choose a table' }).click();
  await dialog.getByRole('button', { name: /^Table 1/ }).click();
  await dialog.getByRole('button', { name: 'Dine in', exact: true }).click();
  await till.locator(`[data-item="${shop.items.bun}"]`).click();
  await till.getByRole('button', { name: 'Send to kitchen' }).click();
  await till.getByRole('region', { name: 'Order' }).getByRole('button', { name: 'Table 1' }).click();
  await dialog.getByRole('button', { name: /^Table 2/ }).click();
  await expect(till.getByRole('region', { name: 'Order' }).getByRole('button', { name: 'Table 2' })).toBeVisible();
  await expect(waitingOn(till)).toHaveAttribute('data-waiting', '4');
  await till.context().setOffline(false);
  await expect(waitingOn(till)).toHaveAttribute('data-waiting', '0');
  await expect.poll(async () => (await shop.orders()).at(-1)?.table?.name).toBe('2');
});

test('an order is split in halves to the cent, a line is voided by the PIN of who may, and somebody signs in and out', async () => {
  await shop.desk.ask('mutation ($id: ID!, $pin: String!) { setPin(locationId: $id, pin: $pin) { setAt } }', {
    id: shop.locationId,
    pin: PIN,
  });
  await takeOrder(till, 'Void', [shop.items.bun]);
  await till.getByRole('button', { name: 'Send to kitchen' }).click();
  await expect(till.getByRole('heading', { name: /^Order \d+$/ })).toBeVisible();
  const dialog = till.getByRole('dialog');
  await till.getByRole('button', { name: 'More', exact: true }).click();
  await dialog.getByRole('button', { name: 'Split', exact: true }).click();
  // 4.50 and 9.5 % of it, in cents.
  await expect(dialog.getByRole('region', { name: 'Check 1' })).toContainText('$2.47');
  await expect(dialog.getByRole('region', { name: 'Check 2' })).toContainText('$2.46');
  await dialog.getByRole('button', { name: 'Split into 2 checks' }).click();
  await expect(till.getByRole('region', { name: 'Order' })).toContainText('0.5 ×');
  await till.getByRole('region', { name: 'Order' }).getByRole('button', { name: /Bun/ }).click();
  await dialog.getByRole('button', { name: 'Void line' }).click();
  await dialog.getByText('Entered by mistake').click();
  for (const digit of PIN) await dialog.getByRole('button', { name: digit, exact: true }).click();
  await dialog.getByRole('button', { name: 'Enter' }).click();
  await expect(till.getByRole('region', { name: 'Order' })).toContainText('void');

  await till.getByRole('button', { name: 'Sign in' }).click();
  await expect(till.getByRole('dialog', { name: 'Your PIN' }).locator('form')).toBeFocused();
  await till.keyboard.type(PIN);
  await till.keyboard.press('Enter');
  await till.getByRole('button', { name: 'Sign out Ada' }).click();
  await expect(till.getByRole('button', { name: 'Sign in' })).toBeVisible();
});

test('what was paid is given back at the till, to the cent, by the PIN of who may', async () => {
  await takeOrder(till, 'Back', [shop.items.bun, shop.items.bun]);
  await till.getByRole('button', { name: 'Pay', exact: true }).click();
  const dialog = till.getByRole('dialog');
  await dialog.getByRole('button', { name: '$9.86' }).click();
  await dialog.getByRole('button', { name: 'Take cash' }).click();
  await dialog.getByRole('button', { name: 'Close' }).last().click();
  await till.getByRole('button', { name: 'More', exact: true }).click();
  await dialog.getByRole('button', { name: 'Refund' }).click();
  await dialog.getByRole('group', { name: 'Bun' }).getByRole('button', { name: 'More: Bun' }).click();
  // Half of 9.00 with half of its tax of 0.86, in cents.
  await expect(dialog).toContainText('Gives back$4.93');
  await dialog.getByText('Not as it should be').click();
  await expectAccessible(till);
  for (const digit of PIN) await dialog.getByRole('button', { name: digit, exact: true }).click();
  await dialog.getByRole('button', { name: 'Enter' }).click();
  await expect(dialog).toBeHidden();
  await expect(till.getByRole('region', { name: 'Order' })).toContainText('partly refunded');
  await till.getByRole('button', { name: 'Receipt' }).click();
  await expect(dialog).toContainText('Refunded-$4.93');
  await till.keyboard.press('Escape');
});

test('a till that is unpaired keeps what waits, says so, and sends it once it is paired again', async () => {
  const { desk } = shop;
  const before = (await shop.orders()).length;
  await till.context().setOffline(true);
  await takeOrder(till, 'Kept', [shop.items.bun]);
  await till.getByRole('button', { name: 'Send to kitchen' }).click();
  await expect(waitingOn(till)).toHaveAttribute('data-waiting', '3');
  const { viewer } = await desk.ask<{
    viewer: { tenant: { stations: { edges: { node: { id: string; name: string } }[] } } };
  }>('{ viewer { tenant { stations(first: 50) { edges { node { id name } } } } } }', {});
  const own = viewer.tenant.stations.edges.find(({ node }) => node.name === 'Counter');
  await desk.ask('mutation ($id: ID!) { revokeStation(id: $id) { id } }', { id: own?.node.id });
  await till.context().setOffline(false);
  await expect(till.getByRole('heading', { name: 'Pair this till' })).toBeVisible();
  await expect(till.getByText('3 entries of Centro have not been sent')).toBeVisible();
  expect(await shop.orders()).toHaveLength(before);
  await shop.pairAgain(till, 'Counter again');
  await expect(waitingOn(till)).toHaveAttribute('data-waiting', '0');
  expect((await shop.orders()).slice(before).map(({ note }) => note)).toEqual(['Kept']);
});

test('it is used by touch and read by everybody, also on a phone', async () => {
  await expectAccessible(till);
  expect(await smallTargets(till)).toEqual([]);
  await till.setViewportSize({ width: 390, height: 800 });
  await expectAccessible(till);
  expect(await smallTargets(till)).toEqual([]);
});

test('a kitchen screen starts without the network with what it knew, and what is bumped there arrives once', async ({
  browser,
}) => {
  const kitchen = await shop.pairKitchen(browser, 'Oven');
  await kitchen.waitForFunction(() => navigator.serviceWorker.controller !== null);
  await shop.send(shop.items.bun);
  const tickets = kitchen.locator('[data-ticket]');
  // What has just come is kept a moment later.
  await expect(tickets).toContainText(/0:0[3-9]|0:[1-5]\d/);
  await kitchen.context().setOffline(true);
  await kitchen.reload();
  await expect(tickets).toHaveCount(1);
  await expect(tickets).toContainText('Bun');
  await expect(tickets).toContainText(/\d+:\d\d/);
  await kitchen.keyboard.press('1');
  await expect(tickets).toHaveCount(0);
  await expect(waitingOn(kitchen)).toHaveAttribute('data-waiting', '1');
  await kitchen.reload();
  await expect(waitingOn(kitchen)).toHaveAttribute('data-waiting', '1');
  await expect(tickets).toHaveCount(0);
  await kitchen.context().setOffline(false);
  await expect(waitingOn(kitchen)).toHaveAttribute('data-waiting', '0');
  await expect(tickets).toHaveCount(0);
  // The log hears of it a little later.
  const bumps = async () => (await shop.deeds()).filter((deed) => deed === 'bumpTicket KitchenTicket');
  await expect.poll(bumps).toHaveLength(1);
  await kitchen.context().close();
});

async function pairScreen(page: Page): Promise<Page> {
  const { desk, sectionId } = shop;
  const { createMenuBoard } = await desk.ask<{ createMenuBoard: { id: string } }>(
    'mutation ($input: CreateMenuBoardInput!) { createMenuBoard(input: $input) { id } }',
    { input: { name: 'Sweets', sectionIds: [sectionId] } },
  );
  await page.goto(`${shop.server.url}/signage`);
  const code = page.locator('[data-pairing-code]');
  await expect(code).toHaveText(/\w{3}.?\w{3}/);
  await desk.ask(
    'mutation ($code: String!, $input: PairDisplayInput!) { pairDisplay(code: $code, input: $input) { id } }',
    {
      code: await code.textContent(),
      input: { name: 'Above the counter', boardId: createMenuBoard.id },
    },
  );
  return page;
}
