import { expect, type Page } from '@playwright/test';
import { expectAccessible } from './accessible.ts';
import { Desk } from './desk.ts';
import { go } from './go.ts';
import { addMenu, makeTenant } from './tenant.ts';
import { test } from './worker-server.ts';

test.describe.configure({ mode: 'serial' });

let desk: Desk;
let page: Page;
let itemId: string;
/** By their names. */
const locations = new Map<string, string>();

test.beforeAll(async ({ browser, server }) => {
  const owner = await makeTenant(server);
  const menuId = await addMenu(server, owner);
  desk = await Desk.open(browser, server, owner);
  page = desk.page;
  const { viewer } = await desk.ask<{ viewer: { tenant: { restaurants: { id: string }[] } } }>(
    '{ viewer { tenant { restaurants { id } } } }',
    {},
  );
  const [restaurant] = viewer.tenant.restaurants;
  for (const name of ['Centro', 'Norte']) {
    const { createLocation } = await desk.ask<{ createLocation: { id: string } }>(
      'mutation ($input: CreateLocationInput!) { createLocation(input: $input) { id } }',
      {
        input: {
          ...{ restaurantId: restaurant?.id, name, address: '1 Main St', city: 'San Antonio' },
          ...{ timeZone: 'America/Chicago', currency: 'USD' },
        },
      },
    );
    locations.set(name, createLocation.id);
  }
  const { createMenuSection } = await desk.ask<{ createMenuSection: { id: string } }>(
    'mutation ($input: CreateMenuSectionInput!) { createMenuSection(input: $input) { id } }',
    { input: { menuId, name: [{ locale: 'en', text: 'Tacos' }] } },
  );
  const { createMenuItem } = await desk.ask<{ createMenuItem: { id: string } }>(
    'mutation ($input: CreateMenuItemInput!) { createMenuItem(input: $input) { id } }',
    {
      input: {
        ...{ sectionId: createMenuSection.id, name: [{ locale: 'en', text: 'Suadero' }] },
        price: { amount: 450, currency: 'USD' },
      },
    },
  );
  itemId = createMenuItem.id;
  await go(page, '/menu');
});
test.afterAll(() => desk?.close());

const button = (name: string) => page.getByRole('button', { name, exact: true });
const isSoldOut = (name: string) => page.getByRole('switch', { name: `Sold out: ${name}`, exact: true });

async function addOption(name: string, price: string): Promise<void> {
  await button('Add option').click();
  const form = page.getByRole('form', { name: 'Add option' });
  await form.getByLabel('Name (English)').fill(name);
  await form.getByLabel('Price (USD)').fill(price);
  await button('Save option').click();
  await expect(isSoldOut(name)).toBeVisible();
}

test('a choice is created with its options, in an order', async () => {
  await page.getByRole('link', { name: 'Choices', exact: true }).click();
  await expect(page.getByText('Nothing to choose yet')).toBeVisible();
  await page.getByRole('link', { name: 'New choice' }).click();
  await button('Create choice').click();
  await expect(page.getByText('Enter a name.')).toBeVisible();
  await page.getByLabel('Name (English)').fill('Salsa');
  await page.getByLabel('At least').fill('2');
  await page.getByLabel('At most').fill('1');
  await button('Create choice').click();
  await expect(page.getByText('2 or more.')).toBeVisible();
  await page.getByLabel('At least').fill('1');
  await page.getByLabel('At most').fill('2');
  await button('Create choice').click();
  await expect(page.getByRole('heading', { level: 2, name: 'Salsa' })).toBeVisible();
  await addOption('Verde', '0');
  await addOption('Macha', '0.5');
  await button('Move Macha up').click();
  await expect(page.getByRole('list', { name: 'Choices' }).getByRole('listitem')).toContainText('Macha, Verde');
  await expectAccessible(page);
});

test('an option is changed where it stands', async () => {
  await button('Change Macha').click();
  const form = page.getByRole('form', { name: 'Macha' });
  await form.getByLabel('Price (USD)').fill('0.75');
  await form.getByText('Peanuts', { exact: true }).click();
  await button('Save option').click();
  await expect(form).toBeHidden();
  await expect(page.getByText('$0.75', { exact: true })).toBeVisible();
  await expect(desk.panel.getByText('Peanuts', { exact: true })).toBeVisible();
  const rule = page.getByLabel('What guests pay');
  await expect(page.getByText('Macha $0.75 and Verde $0.00 cost $0.75 together.')).toBeVisible();
  await rule.selectOption('The average (half and half)');
  await expect(page.getByText('half Macha $0.75, half Verde $0.00 costs $0.38.')).toBeVisible();
  await rule.selectOption('Everything they choose');
});

test('an option leads to another choice, and that one to none', async () => {
  await page.getByRole('link', { name: 'New choice' }).click();
  // The panel that was open has such a field, too.
  await expect(page.getByRole('heading', { level: 2, name: 'New choice' })).toBeVisible();
  await page.getByLabel('Name (English)').fill('Heat');
  await button('Create choice').click();
  await expect(page.getByRole('heading', { level: 2, name: 'Heat' })).toBeVisible();
  await addOption('Mild', '0');
  await page.getByRole('link', { name: 'Salsa', exact: true }).click();
  await button('Change Macha').click();
  await page.getByRole('form', { name: 'Macha' }).getByLabel('Then guests choose from').selectOption('Heat');
  await button('Save option').click();
  await desk.panel.getByRole('link', { name: 'Heat', exact: true }).click();
  await button('Change Mild').click();
  await page.getByRole('form', { name: 'Mild' }).getByLabel('Then guests choose from').selectOption('Salsa');
  await button('Save option').click();
  await expect(page.getByText('At most 2 levels of nesting.')).toBeVisible();
  await page.getByRole('form', { name: 'Mild' }).getByLabel('Then guests choose from').selectOption('Nothing more');
  await expectAccessible(page);
  await button('Save option').click();
  await expect(page.getByRole('form', { name: 'Mild' })).toBeHidden();
});

test('hours are created, and an item is sold in them, with its choice', async () => {
  await go(page, '/menu/hours');
  await page.getByRole('link', { name: 'New hours' }).click();
  await page.getByLabel('Name (English)').fill('Breakfast');
  await page.getByLabel('To', { exact: true }).fill('12:00');
  await button('Create hours').click();
  await expect(page.getByRole('list', { name: 'Hours' })).toContainText('Every day07:00–12:00');
  await expectAccessible(page);
  await go(page, `/menu/${itemId}`);
  await page.getByLabel('Add a choice…').selectOption('Salsa');
  await expect(page.getByRole('link', { name: 'Salsa', exact: true })).toBeVisible();
  await expect(page.getByRole('group', { name: 'Allergens that choices add' })).toHaveText(/Peanuts · Macha/);
  await page.getByText('Breakfast', { exact: true }).click();
  await expect(page.getByLabel('Breakfast')).toBeChecked();
  await page.getByText('Takeaway', { exact: true }).click();
  await expect(page.getByLabel('Takeaway')).toBeChecked();
  await expectAccessible(page);
  const { menuItem } = await desk.ask<{ menuItem: unknown }>(
    'query ($id: ID!) { menuItem(id: $id) { channels dayParts { from } modifierGroups { name } } }',
    { id: itemId },
  );
  expect(menuItem).toEqual({
    ...{ channels: ['TAKEAWAY'], dayParts: [{ from: '07:00' }], modifierGroups: [{ name: 'Salsa' }] },
  });
});

test('an item costs something else at one location, as its till has it, until that is undone', async () => {
  const places = page.getByRole('group', { name: 'At each location' });
  await button('Change Norte').click();
  const form = page.getByRole('form', { name: 'Norte' });
  await form.getByLabel('Price here (USD)').fill('5.25.1');
  await button('Save Norte').click();
  await expect(form.getByLabel('Price here (USD)')).toBeFocused();
  await form.getByLabel('Price here (USD)').fill('5.25');
  await expectAccessible(page);
  await button('Save Norte').click();
  await expect(form).toBeHidden();
  await expect(places).toContainText('Centro$4.50, as everywhere');
  await expect(places).toContainText('Norte$5.25');
  expect([await priceOnTill('Centro'), await priceOnTill('Norte')]).toEqual([450, 525]);

  await desk.ask('mutation ($input: MenuItemAtLocationInput!) { setMenuItemAtLocation(input: $input) { id } }', {
    input: { itemId, locationId: locations.get('Centro'), hidden: true },
  });
  await expect(places).toContainText('CentroNot on the menu here');
  await page.getByRole('region', { name: 'Notices' }).getByRole('button', { name: 'Undo' }).click();
  await expect(places).toContainText('Norte$4.50, as everywhere');
  expect(await priceOnTill('Norte')).toBe(450);

  const soldOut = page.getByRole('switch', { name: 'Sold out at Norte' });
  await soldOut.click();
  await expect(soldOut).toBeChecked();
});

test('the last option that is sold out takes the item with it, and a count at nothing does', async () => {
  await go(page, '/menu/choices');
  await page.getByRole('link', { name: 'Salsa', exact: true }).click();
  for (const name of ['Macha', 'Verde']) await isSoldOut(name).click();
  await expect(isSoldOut('Verde')).toBeChecked();
  await go(page, `/menu/${itemId}`);
  await expect(page.getByText('A required choice has too few options left.')).toBeVisible();
  await desk.ask(
    'mutation ($id: ID!, $input: UpdateMenuItemInput!) { updateMenuItem(id: $id, input: $input) { id } }',
    { id: itemId, input: { version: await versionNow(), modifierGroupIds: [] } },
  );
  await expect(page.getByText('A required choice has too few options left.')).toBeHidden();
  await page.getByLabel('Portions left').fill('0');
  await button('Set portions').click();
  await expect(page.getByText('The last portion was sold. It is back on the next business day.')).toBeVisible();
});

test('a price is planned and taken back', async () => {
  await button('Plan a price').click();
  const form = page.getByRole('form', { name: 'Planned prices' });
  await form.getByLabel('New price (USD)').fill('5.25');
  await form.getByLabel('From').fill('2099-01-01T06:00');
  await button('Save planned price').click();
  await expectAccessible(page);
  await button('Remove $5.25').click();
  await expect(button('Remove $5.25')).toBeHidden();
  await takeBack('Took back $5.25.');
  await expect(button('Remove $5.25')).toBeVisible();
});

test('a choice, its option, and hours are back as soon as their removal is undone', async () => {
  await go(page, '/menu/choices');
  const list = page.getByRole('list', { name: 'Choices' });
  await list.getByRole('link', { name: 'Heat', exact: true }).click();
  await button('Remove Mild').click();
  await expect(isSoldOut('Mild')).toBeHidden();
  await takeBack('Removed Mild.');
  await expect(isSoldOut('Mild')).toBeVisible();
  await button('Remove choice').click();
  await expect(list.getByRole('link', { name: 'Heat', exact: true })).toBeHidden();
  await takeBack('Removed Heat.');
  await expect(list.getByRole('link', { name: 'Heat', exact: true })).toBeVisible();

  await desk.ask(
    'mutation ($id: ID!, $input: UpdateMenuItemInput!) { updateMenuItem(id: $id, input: $input) { id } }',
    { id: itemId, input: { version: await versionNow(), dayPartIds: [] } },
  );
  await go(page, '/menu/hours');
  const breakfast = page.getByRole('list', { name: 'Hours' }).getByRole('link', { name: 'Breakfast' });
  await breakfast.click();
  await button('Remove hours').click();
  await expect(page.getByText('Everything is sold all day')).toBeVisible();
  await takeBack('Removed the hours Breakfast.');
  await expect(breakfast).toBeVisible();
});

/** By the notice that says so. */
async function takeBack(said: string): Promise<void> {
  const notice = page.getByRole('alert').filter({ hasText: said });
  await notice.getByRole('button', { name: 'Undo' }).click();
}

/** What the till of a location asks of the item, as it sells it. */
async function priceOnTill(location: string): Promise<number> {
  const { menuItem } = await desk.ask<{
    menuItem: { price: { amount: number }; atLocation: { price: { amount: number } | null } | null };
  }>(
    'query ($id: ID!, $at: ID!) { menuItem(id: $id) { price { amount } atLocation(locationId: $at) { price { amount } } } }',
    { id: itemId, at: locations.get(location) },
  );
  return (menuItem.atLocation?.price ?? menuItem.price).amount;
}

async function versionNow(): Promise<number> {
  const { menuItem } = await desk.ask<{ menuItem: { version: number } }>(
    'query ($id: ID!) { menuItem(id: $id) { version } }',
    { id: itemId },
  );
  return menuItem.version;
}
