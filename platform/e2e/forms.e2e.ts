import { type Browser, expect, type Locator, type Page, test } from '@playwright/test';
import { logIn } from './log-in.ts';
import { Server } from './server.ts';

const OWNER = 'owner@las-reinas.test';
const sizes = [
  { width: 1440, height: 900 },
  { width: 390, height: 844 },
];

let server: Server;
let token: string;

test.beforeAll(async () => {
  server = await Server.withDemo();
  await server.start();
  const { login } = await server.ask<{ login: { accessToken: string } }>(
    'mutation ($email: String!) { login(email: $email, password: "mycelium-demo") { accessToken } }',
    { email: OWNER },
  );
  token = login.accessToken;
});
test.afterAll(() => server?.stop());

for (const viewport of sizes) {
  test.describe(`at ${viewport.width} × ${viewport.height}`, () => {
    let page: Page;
    test.beforeAll(async ({ browser }) => {
      page = await open(browser, viewport);
    });
    test.afterAll(() => page.context().close());

    test('what a form ends with is in sight as soon as it is open', async () => {
      const forms: Record<string, string | RegExp> = {
        '/menu/new': 'Add to menu',
        '/menu/sections/new': 'Add to menu',
        '/screens/boards/new': 'Create board',
        '/screens/pair': 'Pair',
        '/people/invite': 'Send invitation',
        '/access/new': 'Create',
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
      await page.goto(`${server.url}/app/menu/new`);
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

      await page.goto(`${server.url}/app/screens/boards/new`);
      await page.getByLabel('Name of the board').fill('Evening');
      const sections = page.getByRole('group', { name: /^Sections/ }).getByRole('checkbox');
      await expect(sections.first()).toBeVisible();
      await page.getByLabel('Name of the board').press('Control+Enter');
      await expect(page.getByText('Choose at least one section.')).toBeInViewport({ ratio: 1 });
      await expect(sections.first()).toBeFocused();
      await page.getByRole('button', { name: 'Discard changes' }).click();

      await page.goto(`${server.url}/app/menu/sections/new`);
      const section = `Night bites ${viewport.width}`;
      await page.getByLabel('Name (English)').fill(section);
      await page.getByLabel('Name (English)').press('Control+Enter');
      await expect(page.getByRole('heading', { level: 2, name: section, exact: true })).toBeVisible();
    });

    test('unsaved text survives closing and loading again, until it is discarded', async () => {
      await page.goto(`${server.url}/app/menu/new`);
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

    test('unsaved text survives logging in again, and is for nobody else', async () => {
      await page.goto(`${server.url}/app/screens/boards/new`);
      await page.getByLabel('Name of the board').fill('Evening');
      await loseSession(page, '/screens/boards/new', 'owner@el-farolito.test');
      await expect(page.getByLabel('Name of the board')).toHaveValue('');
      await loseSession(page, '/screens/boards/new', OWNER);
      await expect(page.getByLabel('Name of the board')).toHaveValue('Evening');
      await page.getByRole('button', { name: 'Discard changes' }).click();
    });

    test('a token that was typed is kept nowhere, while what stands beside it is', async () => {
      await page.goto(`${server.url}/app/services/MINI_BODEGA`);
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
      const item = await itemNamed('Horchata');
      await page.goto(`${server.url}/app/menu/${item.id}`);
      await page.getByLabel('Description (English)').fill('With cinnamon and rice');
      const price = panel(page).getByRole('textbox', { name: /^Price \(/ });
      await changePrice(item.id, 4100 + viewport.width);
      await expect(price).toHaveValue(((4100 + viewport.width) / 100).toFixed(2));
      await panel(page).getByRole('button', { name: 'Close', exact: true }).click();
      await changePrice(item.id, 4200 + viewport.width);
      await page.goto(`${server.url}/app/menu/${item.id}`);
      await expect(page.getByLabel('Description (English)')).toHaveValue('With cinnamon and rice');
      await expect(price).toHaveValue(((4200 + viewport.width) / 100).toFixed(2));

      await price.fill('39.00');
      await changePrice(item.id, 4300 + viewport.width);
      await expect(page.getByText(/Saving will replace it with yours/)).toBeVisible();
      await price.press('Control+Enter');
      await expect(page.getByText('Saved Horchata.')).toBeVisible();
      expect(await itemNamed('Horchata')).toMatchObject({ price: { amount: 3900 } });
      await expect(page.getByRole('button', { name: 'Discard changes' })).toHaveCount(0);
      await page.getByLabel('Description (English)').fill('');
      await page.getByLabel('Description (English)').press('Control+Enter');
      await expect(page.getByRole('button', { name: 'Discard changes' })).toHaveCount(0);
    });
  });
}

test('where no change is heard of, saving finds it and takes it over', async ({ browser }) => {
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 }, locale: 'en-US' });
  const page = await context.newPage();
  await page.routeWebSocket(/graphql/, () => undefined);
  await logIn(page, server, { email: OWNER });
  const { id } = await itemNamed('Horchata');
  await go(page, `/menu/${id}`);
  const calories = panel(page).getByLabel('Calories');
  await expect(calories).toBeVisible();
  // Whatever asks now must not bring the change by chance.
  await page.waitForLoadState('networkidle');
  await calories.fill('215');
  await changePrice(id, 4400);
  await calories.press('Control+Enter');
  await expect(panel(page).getByRole('alert')).toBeInViewport({ ratio: 1 });
  await expect(panel(page).getByRole('textbox', { name: /^Price \(/ })).toHaveValue('44.00');
  await expect(calories).toHaveValue('215');
  await calories.press('Control+Enter');
  await expect(page.getByText('Saved Horchata.')).toBeVisible();
  expect(await itemNamed('Horchata')).toMatchObject({ price: { amount: 4400 }, calories: 215 });
  await context.close();
});

async function open(browser: Browser, viewport: { width: number; height: number }): Promise<Page> {
  const context = await browser.newContext({ viewport, locale: 'en-US' });
  const page = await context.newPage();
  await logIn(page, server, { email: OWNER });
  return page;
}

/** To another page, as by a link: without loading the console again. */
async function go(page: Page, path: string): Promise<void> {
  await page.evaluate((to) => {
    history.pushState(null, '', to);
    dispatchEvent(new PopStateEvent('popstate'));
  }, `/app${path}`);
}

/** What is beside the list, or over it. */
function panel(page: Page): Locator {
  return page.getByRole('complementary').or(page.getByRole('dialog'));
}

/** As when a session has ended elsewhere: whoever logs in comes back to the same page. */
async function loseSession(page: Page, path: string, email: string): Promise<void> {
  await page.evaluate(() => localStorage.clear());
  await logIn(page, server, { email, path });
}

async function itemNamed(name: string): Promise<Item> {
  const { viewer } = await server.ask<{ viewer: { tenant: { menus: { sections: { items: Item[] }[] }[] } } }>(
    '{ viewer { tenant { menus { sections { items { id version price { amount currency } calories names { text } } } } } } }',
    {},
    token,
  );
  const items = viewer.tenant.menus.flatMap(({ sections }) => sections.flatMap((section) => section.items));
  const item = items.find(({ names }) => names.some(({ text }) => text === name));
  if (!item) throw new Error(`There is no ${name} in the demo.`);
  return item;
}

interface Item {
  id: string;
  version: number;
  price: { amount: number; currency: string };
  calories: number | null;
  names: { text: string }[];
}

async function changePrice(id: string, amount: number): Promise<void> {
  const { menuItem } = await server.ask<{ menuItem: Item }>(
    'query ($id: ID!) { menuItem(id: $id) { version price { currency } } }',
    { id },
    token,
  );
  const input = { version: menuItem.version, price: { amount, currency: menuItem.price.currency } };
  const change = 'mutation ($id: ID!, $input: UpdateMenuItemInput!) { updateMenuItem(id: $id, input: $input) { id } }';
  await server.ask(change, { id, input }, token);
}
