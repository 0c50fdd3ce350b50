import { expect, type Page } from '@playwright/test';
import { expectAccessible } from './accessible.ts';
import { Desk } from './desk.ts';
import type { Server } from './server.ts';
import { test } from './worker-server.ts';

test.describe.configure({ mode: 'serial' });

const SECTION = 'mutation ($input: CreateMenuSectionInput!) { createMenuSection(input: $input) { id } }';
const ITEM = 'mutation ($input: CreateMenuItemInput!) { createMenuItem(input: $input) { id } }';
const AVAILABLE = 'mutation ($id: ID!) { setMenuItemAvailability(id: $id, available: false) { id } }';

let desk: Desk;
let page: Page;
/** The items of the first section, by their names. */
const items = new Map<string, string>();

test.beforeAll(async ({ browser, server }) => {
  desk = await Desk.open(browser, server);
  page = desk.page;
  const { viewer } = await desk.ask<{ viewer: { tenant: { menus: { id: string }[] } } }>(
    '{ viewer { tenant { menus { id } } } }',
    {},
  );
  const menuId = viewer.tenant.menus[0]?.id;
  for (const [section, names] of [
    ['Dawn', ['Atole', 'Birote', 'Churro']],
    ['Dusk', ['Pozole']],
  ] as const) {
    const { createMenuSection } = await desk.ask<{ createMenuSection: { id: string } }>(SECTION, {
      input: { menuId, name: [{ locale: 'en', text: section }] },
    });
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
  await open(server, 1440);
});
test.afterAll(() => desk?.close());

async function open(server: Server, width: number) {
  await page.setViewportSize({ width, height: 900 });
  await page.goto(`${server.url}/app/menu`);
  await expect(region('Dusk')).toContainText('Pozole');
}

const region = (name: string) => page.getByRole('region', { name, exact: true });
const price = (name: string) => page.getByLabel(`Price of ${name}`, { exact: true });
const undo = () => page.getByRole('region', { name: 'Notices' }).getByRole('button', { name: 'Undo' });
const namesIn = (section: string) => region(section).getByRole('listitem').getByRole('link');

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
  await undo().click();
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

for (const width of [1440, 390])
  test(`several rows are repriced, sold out and moved at once at ${width} px, each undone at once`, async ({
    server,
  }) => {
    await open(server, width);
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
    await expectAccessible(page);
  });
