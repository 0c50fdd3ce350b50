import { expect, type Page } from '@playwright/test';
import { expectAccessible } from './accessible.ts';
import { Desk } from './desk.ts';
import { drag, middleOf } from './drag.ts';
import { go } from './go.ts';
import { openContext, openPage } from './log-in.ts';
import { addMenu, makeTenant } from './tenant.ts';
import { test } from './worker-server.ts';

test.describe.configure({ mode: 'serial' });

const SECTION = 'mutation ($input: CreateMenuSectionInput!) { createMenuSection(input: $input) { id } }';
const ITEM = 'mutation ($input: CreateMenuItemInput!) { createMenuItem(input: $input) { id } }';
const REORDER =
  'mutation ($sectionId: ID!, $itemIds: [ID!]!) { reorderMenuItems(sectionId: $sectionId, itemIds: $itemIds) { id } }';
const AVAILABLE = 'mutation ($id: ID!) { setMenuItemAvailability(id: $id, available: false) { id } }';

let owner: string;
let desk: Desk;
let page: Page;
/** The first section. */
let sectionId: string | undefined;
/** The items of the first section, by their names. */
const items = new Map<string, string>();

test.beforeAll(async ({ browser, server }) => {
  owner = await makeTenant(server);
  const menuId = await addMenu(server, owner);
  desk = await Desk.open(browser, server, owner);
  page = desk.page;
  for (const [section, names] of [
    ['Dawn', ['Atole', 'Birote', 'Churro']],
    ['Dusk', ['Pozole']],
  ] as const) {
    const { createMenuSection } = await desk.ask<{ createMenuSection: { id: string } }>(SECTION, {
      input: { menuId, name: [{ locale: 'en', text: section }] },
    });
    sectionId ??= createMenuSection.id;
    for (const name of names) {
      const { createMenuItem } = await desk.ask<{ createMenuItem: { id: string } }>(ITEM, {
        input: {
          sectionId: createMenuSection.id,
          name: [{ locale: 'en', text: name }],
          price: { amount: 1000, currency: 'USD' },
        },
      });
      items.set(name, createMenuItem.id);
    }
  }
  await go(page, '/menu');
  await expect(region('Dusk')).toContainText('Pozole');
});
test.afterAll(() => desk?.close());

const region = (name: string) => page.getByRole('region', { name, exact: true });
const price = (name: string) => page.getByLabel(`Price of ${name}`, { exact: true });
const undo = () => page.getByRole('region', { name: 'Notices' }).getByRole('button', { name: 'Undo' });
const row = (name: string) => page.getByRole('listitem').filter({ has: page.getByRole('link', { name, exact: true }) });

const namesIn = (section: string) => region(section).getByRole('listitem').getByRole('link');

test('what is far from the window is no more than its text, at its height, and one comes to it by keys', async ({
  browser,
  server,
}) => {
  // The menu of the demo has ten windows full of rows.
  const demo = await openPage(browser, server, { path: '/menu' });
  const rows = demo.locator('[data-item]');
  const controls = rows.filter({ has: demo.getByRole('switch') });
  await expect(controls.first()).toBeVisible();
  // The text of the others is drawn right behind what is in the window.
  await expect.poll(() => rows.count()).toBeGreaterThan(50);
  const count = await rows.count();
  expect(await controls.count()).toBeLessThan(count / 2);
  const height = () => demo.evaluate(() => document.documentElement.scrollHeight);
  const before = await height();
  await demo.keyboard.press('/');
  for (let down = 0; down < count; down += 1) await demo.keyboard.press('ArrowDown');
  await expect(rows.last().getByRole('link')).toBeFocused();
  await expect(controls).toHaveCount(count);
  expect(await height()).toBe(before);
  await demo.context().close();
});

test('a price is taken back, and one that somebody has touched since is left', async () => {
  await price('Atole').fill('12');
  await price('Atole').press('Enter');
  await expect(page.getByText('Atole: $10.00 → $12.00.')).toBeVisible();
  await undo().click();
  await expect(price('Atole')).toHaveValue('10.00');

  await price('Atole').fill('13');
  await price('Atole').press('Enter');
  await expect(page.getByText('Atole: $10.00 → $13.00.')).toBeVisible();
  await desk.ask(AVAILABLE, { id: items.get('Atole') });
  await undo().click();
  await expect(page.getByText('Not undone')).toBeVisible();
  await expect(price('Atole')).toHaveValue('13.00');
});

test('an order is taken back', async () => {
  await region('Dawn').getByRole('button', { name: 'Move Atole down' }).click();
  await expect(namesIn('Dawn')).toHaveText(['Birote', 'Atole', 'Churro']);
  await expect(page.getByRole('alert').filter({ hasText: 'Moved Atole. It is now 2 of 3.' })).toBeVisible();
  await undo().click();
  await expect(namesIn('Dawn')).toHaveText(['Atole', 'Birote', 'Churro']);
});

test('what is moved while the menu is asked for again is moved all the same', async () => {
  let asked = 0;
  const { promise: answered, resolve: answer } = Promise.withResolvers<void>();
  await page.route('**/graphql', async (route) => {
    asked += 1;
    await answered;
    await route.continue();
  });
  const input = { sectionId, name: [{ locale: 'en', text: 'Dango' }], price: { amount: 1000, currency: 'USD' } };
  const { createMenuItem } = await desk.ask<{ createMenuItem: { id: string } }>(ITEM, { input });
  await expect.poll(() => asked).toBeGreaterThan(0);
  await region('Dawn').getByRole('button', { name: 'Move Atole down' }).click();
  answer();
  await expect(namesIn('Dawn')).toHaveText(['Birote', 'Atole', 'Churro', 'Dango']);
  await undo().click();
  await expect(namesIn('Dawn')).toHaveText(['Atole', 'Birote', 'Churro', 'Dango']);
  await page.unroute('**/graphql');
  await desk.ask('mutation ($id: ID!) { removeMenuItem(id: $id) }', { id: createMenuItem.id });
  await expect(namesIn('Dawn')).toHaveText(['Atole', 'Birote', 'Churro']);
});

test('so is the order of sections', async () => {
  const headings = page.getByRole('heading', { level: 2 });
  await expect(headings.last()).toHaveText('Dusk');
  await page.getByRole('link', { name: 'Dusk', exact: true }).click();
  await desk.panel.getByRole('button', { name: 'Up', exact: true }).click();
  await expect(page.getByText('Moved Dusk.')).toBeVisible();
  await undo().click();
  await expect(page.getByRole('main').getByRole('region').last()).toContainText('Pozole');
  await desk.panel.getByRole('button', { name: 'Close' }).click();
});

test('an item is dragged within its section and to another one, and taken back', async () => {
  await drag(page, row('Atole'), row('Churro'));
  await expect(namesIn('Dawn')).toHaveText(['Birote', 'Atole', 'Churro']);
  await expect(page.getByText('Moved Atole.')).toBeVisible();
  await undo().click();
  await expect(namesIn('Dawn')).toHaveText(['Atole', 'Birote', 'Churro']);

  await drag(page, row('Birote'), row('Pozole'));
  await expect(namesIn('Dusk')).toHaveText(['Birote', 'Pozole']);
  await undo().click();
  await expect(namesIn('Dawn')).toHaveText(['Atole', 'Birote', 'Churro']);
  await expect(namesIn('Dusk')).toHaveText(['Pozole']);
});

test('a section is dragged past others, and taken back', async () => {
  const names = page.getByRole('main').getByRole('heading', { level: 2 });
  const before = await names.allTextContents();
  await drag(page, region('Dusk').locator('header'), region('Dawn').locator('header'));
  await expect(names).toHaveText([...before.slice(0, -2), 'Dusk', 'Dawn']);
  await undo().click();
  await expect(names).toHaveText(before);
});

test('what is dragged follows what a colleague does and scrolls at the edge; beside the list and by Escape it is put back', async () => {
  await drag(page, row('Atole'), row('Churro'), async () => {
    await expect(page.locator('[data-dragged]')).toContainText('Atole');
    await page.keyboard.press('Escape');
    await expect(page.locator('[data-dragged]')).toHaveCount(0);
  });
  await expect(namesIn('Dawn')).toHaveText(['Atole', 'Birote', 'Churro']);

  await drag(page, row('Atole'), row('Churro'), async () => {
    await page.mouse.move(8, 400);
  });
  await expect(page.locator('[data-dragged]')).toHaveCount(0);
  await expect(namesIn('Dawn')).toHaveText(['Atole', 'Birote', 'Churro']);

  await page.setViewportSize({ width: 1440, height: 360 });
  await drag(page, row('Atole'), row('Churro'), async () => {
    const scrolled = () => page.evaluate(() => document.documentElement.scrollTop);
    await page.mouse.move(600, 358);
    await expect.poll(scrolled).toBeGreaterThan(60);
    await page.mouse.move(600, 2);
    await expect.poll(scrolled).toBe(0);
    await page.keyboard.press('Escape');
  });
  await page.setViewportSize({ width: 1440, height: 1000 });
  await expect(namesIn('Dawn')).toHaveText(['Atole', 'Birote', 'Churro']);

  await drag(page, row('Atole'), row('Churro'), async () => {
    await desk.ask(REORDER, { sectionId, itemIds: ['Churro', 'Atole', 'Birote'].map((name) => items.get(name)) });
    await expect(namesIn('Dawn')).toHaveText(['Churro', 'Atole', 'Birote']);
    const last = await middleOf(row('Birote'));
    await page.mouse.move(last.x, last.y + 4);
  });
  await expect(namesIn('Dawn')).toHaveText(['Churro', 'Birote', 'Atole']);
  await undo().click();
  await expect(namesIn('Dawn')).toHaveText(['Churro', 'Atole', 'Birote']);
  await desk.ask(REORDER, { sectionId, itemIds: ['Atole', 'Birote', 'Churro'].map((name) => items.get(name)) });
  await expect(namesIn('Dawn')).toHaveText(['Atole', 'Birote', 'Churro']);
});

test('a finger drags what it has pressed for a while, and scrolls before that', async ({ browser, server }) => {
  const context = await openContext(browser, server, {
    email: owner,
    viewport: { width: 390, height: 844 },
    hasTouch: true,
  });
  const phone = await context.newPage();
  await phone.goto(`${server.url}/app/menu`);
  const names = phone.getByRole('region', { name: 'Dawn', exact: true }).getByRole('listitem').getByRole('link');
  await phone.getByRole('region', { name: 'Dawn', exact: true }).scrollIntoViewIfNeeded();
  await expect(names).toHaveText(['Atole', 'Birote', 'Churro']);
  const finger = await context.newCDPSession(phone);
  const touch = async (type: 'touchStart' | 'touchMove' | 'touchEnd', place?: { x: number; y: number }) => {
    await finger.send('Input.dispatchTouchEvent', { type, touchPoints: place ? [place] : [] });
  };
  await names.last().scrollIntoViewIfNeeded();
  let first = await middleOf(names.first());
  const isStill = async () => {
    const before = first;
    await phone.evaluate(() => new Promise((resolve) => setTimeout(resolve, 300)));
    first = await middleOf(names.first());
    return before.y === first.y;
  };
  await expect.poll(isStill).toBe(true);
  await touch('touchStart', first);
  await expect(phone.locator('[data-drag="item"][data-dragged]')).toContainText('Atole');
  const below = await middleOf(names.last());
  await touch('touchMove', { ...below, y: below.y - 4 });
  await touch('touchMove', { ...below, y: below.y - 2 });
  await touch('touchEnd');
  await expect(names).toHaveText(['Birote', 'Atole', 'Churro']);
  await expect(phone).toHaveURL(/menu$/);
  await phone.getByRole('region', { name: 'Notices' }).getByRole('button', { name: 'Undo' }).click();
  await expect(names).toHaveText(['Atole', 'Birote', 'Churro']);
  await context.close();
});

for (const width of [1440, 390])
  test(`several rows are repriced, sold out and moved at once at ${width} px, each undone at once`, async () => {
    await page.setViewportSize({ width, height: 900 });
    await page.getByRole('button', { name: 'Select several' }).click();
    await page.getByLabel('Select Atole', { exact: true }).click();
    await page.getByLabel('Select Churro', { exact: true }).click({ modifiers: ['Shift'] });
    const bar = page.getByRole('region', { name: '3 selected' });
    await bar.getByLabel('By %').fill('5');
    await bar.getByRole('button', { name: 'New prices' }).click();
    const dialog = page.getByRole('dialog');
    await expect(dialog.getByRole('row', { name: 'Birote' })).toHaveText(/\$10\.00\s*\$10\.50/);
    await expectAccessible(page);
    await dialog.getByRole('button', { name: 'Set 3 prices' }).click();
    await expect(price('Birote')).toHaveValue('10.50');
    await undo().click();
    await expect(price('Birote')).toHaveValue('10.00');

    await bar.getByRole('button', { name: 'Available' }).click();
    await expect(page.getByLabel('Sold out: Atole', { exact: true })).not.toBeChecked();
    await bar.getByRole('button', { name: 'Sold out' }).click();
    await expect(page.getByLabel('Sold out: Churro', { exact: true })).toBeChecked();
    await undo().click();
    await expect(page.getByLabel('Sold out: Churro', { exact: true })).not.toBeChecked();

    await bar.getByLabel('Move to…').selectOption('Dusk');
    await expect(namesIn('Dusk')).toHaveText(['Pozole', 'Atole', 'Birote', 'Churro']);
    await undo().click();
    await expect(namesIn('Dawn')).toHaveText(['Atole', 'Birote', 'Churro']);
    await bar.getByRole('button', { name: 'Close' }).click();
  });
