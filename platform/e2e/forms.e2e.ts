import { expect, type Locator, type Page } from '@playwright/test';
import { go } from './go.ts';
import { logIn, openContext, openPage, openSession } from './log-in.ts';
import type { Server } from './server.ts';
import { addMenu, makeTenant } from './tenant.ts';
import { test } from './worker-server.ts';

test.describe.configure({ mode: 'serial' });

/** The last one is that of what follows. */
const sizes = [
  { width: 390, height: 844 },
  { width: 1440, height: 900 },
];

const SECTION = 'mutation ($input: CreateMenuSectionInput!) { createMenuSection(input: $input) { id } }';
const ITEM = 'mutation ($input: CreateMenuItemInput!) { createMenuItem(input: $input) { id } }';

let server: Server;
let owner: string;
let token: string;
/** The horchata. */
let id: string;
let page: Page;

test.beforeAll(async ({ browser, server: running }) => {
  server = running;
  owner = await makeTenant(server);
  const menuId = await addMenu(server, owner);
  token = (await openSession(server, owner)).accessToken;
  const { createMenuSection } = await server.ask<{ createMenuSection: { id: string } }>(
    SECTION,
    { input: { menuId, name: [{ locale: 'en', text: 'Drinks' }] } },
    token,
  );
  const horchata = [{ locale: 'en', text: 'Horchata' }];
  const { createMenuItem } = await server.ask<{ createMenuItem: { id: string } }>(
    ITEM,
    { input: { sectionId: createMenuSection.id, name: horchata, price: { amount: 400, currency: 'USD' } } },
    token,
  );
  id = createMenuItem.id;
  page = await openPage(browser, server, { email: owner });
});
test.afterAll(() => page?.context().close());

for (const viewport of sizes) {
  test.describe(`at ${viewport.width} × ${viewport.height}`, () => {
    test.beforeAll(() => page.setViewportSize(viewport));

    test('what a form ends with is in sight as soon as it is open', async () => {
      const forms: Record<string, string | RegExp> = {
        '/menu/new': 'Add to menu',
        '/menu/sections/new': 'Add to menu',
        '/screens/boards/new': 'Create board',
        '/screens/pair': 'Pair',
        '/people/invite': 'Send invitation',
        '/access/new': 'Create',
        '/crm/imports/new': 'Choose a file',
        '/services/SMP': /^(Switch on|Save)$/,
        '/events/queue/publish': 'Publish',
        '/events/webhooks/new': 'Create',
        '/events/credits/allocate': 'Allocate',
        '/events/applications/new': 'Register',
        '/events/applications/types/new': 'Register',
        '/events/settings': 'Save',
      };
      for (const [path, action] of Object.entries(forms)) {
        await go(page, path);
        const button = page.getByRole('button', { name: action, exact: true });
        await expect(button, path).toBeVisible();
        await expect(button, path).toBeInViewport({ ratio: 1 });
      }
    });

    test('Ctrl-Enter saves, and the first refused field is brought into sight with the cursor in it', async () => {
      await go(page, '/menu/new');
      const calories = page.getByLabel('Calories');
      await calories.fill('two');
      await page.getByLabel('Picture (web address)').scrollIntoViewIfNeeded();
      await calories.press('Control+Enter');
      const name = page.getByLabel('Name (Spanish)');
      await expect(name).toBeFocused();
      await expect(name).toBeInViewport({ ratio: 1 });
      await expect(name).toHaveAttribute('aria-invalid', 'true');
      await name.fill('Agua de jamaica');
      await name.press('Control+Enter');
      await expect(page.getByLabel('Price', { exact: false }).and(page.locator('[aria-invalid="true"]'))).toBeFocused();
      await page.getByRole('button', { name: 'Discard changes' }).click();
      await expect(name).toHaveValue('');

      await go(page, '/screens/boards/new');
      await page.getByLabel('Name of the board').fill('Evening');
      const sections = page.getByRole('group', { name: /^Sections/ }).getByRole('checkbox');
      await expect(sections.first()).toBeVisible();
      await page.getByLabel('Name of the board').press('Control+Enter');
      await expect(page.getByText('Choose at least one section.')).toBeInViewport({ ratio: 1 });
      await expect(sections.first()).toBeFocused();
      await page.getByRole('button', { name: 'Discard changes' }).click();

      await go(page, '/menu/sections/new');
      const section = `Night bites ${viewport.width}`;
      await page.getByLabel('Name (English)').fill(section);
      await page.getByLabel('Name (English)').press('Control+Enter');
      await expect(page.getByRole('heading', { level: 2, name: section, exact: true })).toBeVisible();
      // The list may hear of it before the form does, which leads back to the list.
      await expect(panel(page)).toHaveCount(0);
    });

    test('unsaved text survives closing and loading again, until it is discarded', async () => {
      await go(page, '/menu/new');
      await expect(panel(page).getByRole('heading', { name: 'New item' })).toBeVisible();
      await page.getByLabel('Name (Spanish)').fill('Agua de jamaica');
      await panel(page).getByRole('button', { name: 'Close', exact: true }).click();
      await page.getByRole('link', { name: 'New item', exact: true }).first().click();
      await expect(page.getByLabel('Name (Spanish)')).toHaveValue('Agua de jamaica');
      await expect(page.getByText('Your unsaved changes are back.')).toBeVisible();
      await page.reload();
      await expect(page.getByLabel('Name (Spanish)')).toHaveValue('Agua de jamaica');
      await page.getByRole('button', { name: 'Discard changes' }).click();
      await expect(page.getByLabel('Name (Spanish)')).toHaveValue('');
      await page.reload();
      await expect(page.getByLabel('Name (Spanish)')).toHaveValue('');
    });
  });
}

// What follows is the same at every size.

test('unsaved text survives logging in again, and is for nobody else', async () => {
  await go(page, '/screens/boards/new');
  await page.getByLabel('Name of the board').fill('Evening');
  await loseSession(page, '/screens/boards/new', 'owner@el-farolito.test');
  await expect(page.getByLabel('Name of the board')).toHaveValue('');
  await loseSession(page, '/screens/boards/new', owner);
  await expect(page.getByLabel('Name of the board')).toHaveValue('Evening');
  await page.getByRole('button', { name: 'Discard changes' }).click();
});

test('a token that was typed is kept nowhere, while what stands beside it is', async () => {
  await go(page, '/services/MINI_BODEGA');
  const address = panel(page).getByLabel('Address of its catalogue');
  const shown = await address.inputValue();
  await address.fill('https://bodega.example.test/api');
  await panel(page).getByLabel('Secret token').fill('not-for-keeping');
  await page.reload();
  await expect(address).toHaveValue('https://bodega.example.test/api');
  await expect(panel(page).getByLabel('Secret token')).toHaveValue('');
  expect(await page.evaluate(() => JSON.stringify({ ...sessionStorage }))).not.toContain('not-for-keeping');
  await page.getByRole('button', { name: 'Discard changes' }).click();
  await expect(address).toHaveValue(shown);
});

test('unsaved text survives a newer version, and what others changed elsewhere is taken over', async () => {
  await go(page, `/menu/${id}`);
  await page.getByLabel('Description (English)').fill('With cinnamon and rice');
  const price = panel(page).getByRole('textbox', { name: /^Price \(/ });
  await changePrice(5_540);
  await expect(price).toHaveValue('55.40');
  await panel(page).getByRole('button', { name: 'Close', exact: true }).click();
  await changePrice(5_640);
  await page.goto(`${server.url}/app/menu/${id}`);
  await expect(page.getByLabel('Description (English)')).toHaveValue('With cinnamon and rice');
  await expect(price).toHaveValue('56.40');

  await price.fill('39.00');
  await changePrice(5_740);
  await expect(page.getByText(/Saving will replace it with yours/)).toBeVisible();
  await price.press('Control+Enter');
  await expect(page.getByText('Saved Horchata.')).toBeVisible();
  expect(await horchata()).toMatchObject({ price: { amount: 3900 } });
  await expect(page.getByRole('button', { name: 'Discard changes' })).toHaveCount(0);
  await page.getByLabel('Description (English)').fill('');
  await page.getByLabel('Description (English)').press('Control+Enter');
  await expect(page.getByRole('button', { name: 'Discard changes' })).toHaveCount(0);
});

test('where no change is heard of, saving finds it and takes it over', async ({ browser }) => {
  const context = await openContext(browser, server, { email: owner });
  const page = await context.newPage();
  await page.routeWebSocket(/graphql/, () => undefined);
  await page.goto(`${server.url}/app/menu/${id}`);
  const calories = panel(page).getByLabel('Calories');
  await expect(calories).toBeVisible();
  // Whatever asks now must not bring the change by chance.
  await page.waitForLoadState('networkidle');
  await calories.fill('215');
  await changePrice(4400);
  await calories.press('Control+Enter');
  await expect(panel(page).getByRole('alert')).toBeInViewport({ ratio: 1 });
  await expect(panel(page).getByRole('textbox', { name: /^Price \(/ })).toHaveValue('44.00');
  await expect(calories).toHaveValue('215');
  await calories.press('Control+Enter');
  await expect(page.getByText('Saved Horchata.')).toBeVisible();
  expect(await horchata()).toMatchObject({ price: { amount: 4400 }, calories: 215 });
  await context.close();
});

/** What is beside the list, or over it. */
function panel(page: Page): Locator {
  return page.getByRole('complementary').or(page.getByRole('dialog'));
}

/** As when a session has ended elsewhere: whoever logs in comes back to the same page. */
async function loseSession(page: Page, path: string, email: string): Promise<void> {
  await page.evaluate(() => localStorage.clear());
  await logIn(page, server, { email, path });
}

interface Item {
  version: number;
  price: { amount: number; currency: string };
  calories: number | null;
}

async function horchata(): Promise<Item> {
  const ONE = 'query ($id: ID!) { menuItem(id: $id) { version price { amount currency } calories } }';
  return (await server.ask<{ menuItem: Item }>(ONE, { id }, token)).menuItem;
}

async function changePrice(amount: number): Promise<void> {
  const { version, price } = await horchata();
  const change = 'mutation ($id: ID!, $input: UpdateMenuItemInput!) { updateMenuItem(id: $id, input: $input) { id } }';
  await server.ask(change, { id, input: { version, price: { ...price, amount } } }, token);
}
