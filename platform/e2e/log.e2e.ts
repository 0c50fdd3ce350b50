import { readFileSync } from 'node:fs';
import { expect, type Page } from '@playwright/test';
import { expectAccessible } from './accessible.ts';
import { go } from './go.ts';
import { OWNER, openContext, openPage, openSession } from './log-in.ts';
import type { Server } from './server.ts';
import { test } from './worker-server.ts';

test.describe.configure({ mode: 'serial' });

interface Services {
  viewer: { tenant: { services: { id: string; version: number }[] } };
}

let server: Server;
let desk: Page;

test.beforeAll(async ({ browser, server: running }) => {
  server = running;
  desk = await openPage(browser, server, { path: '/menu' });
});
test.afterAll(async () => {
  await desk?.context().close();
});

test('a price that is changed is a sentence on the first page at once, and in the log, where it is taken back', async ({
  browser,
}) => {
  const price = desk.locator('[data-price]').first();
  const name = (await price.getAttribute('aria-label'))?.replace('Price of ', '') ?? '';
  const home = await openPage(browser, server, { path: '/' });
  const recent = home.getByRole('list', { name: 'Recent changes' });
  await expect(home.getByRole('status').filter({ hasText: 'Live' })).toBeVisible();
  const before = await price.inputValue();
  await price.fill('123');
  await price.press('Enter');

  const sentence = new RegExp(`set ${name} from .*${before} to .*123\\.00$`);
  await expect(recent.getByRole('listitem').first().getByRole('link')).toHaveText(sentence);
  await recent.getByRole('link', { name: sentence }).click();

  const panel = home.getByRole('complementary', { name: sentence });
  await expect(panel.getByRole('row', { name: /price/ })).toContainText('123.00');
  await expectAccessible(home);

  const file = home.waitForEvent('download');
  await home.getByRole('button', { name: 'Export as CSV' }).click();
  expect(readFileSync(await (await file).path(), 'utf8')).toContain('updateMenuItem');

  await panel.getByRole('button', { name: 'Undo' }).click();
  await expect(price).toHaveValue(before);
  await expect(home.getByText(/^Taken back: /)).toBeVisible();
  await panel.getByRole('button', { name: 'Undo' }).click();
  await expect(panel).toContainText('can no longer be taken back');
  await home.context().close();
});

test('from a thing to its history, to an entry of it, and back', async () => {
  await desk.getByRole('link', { name: 'Menu', exact: true }).click();
  const price = desk.locator('[data-price]').first();
  const name = (await price.getAttribute('aria-label'))?.replace('Price of ', '') ?? '';
  await desk.locator('[data-row-link]').first().click();
  const item = desk.getByRole('complementary', { name, exact: true });
  await item.getByText('History', { exact: true }).click();
  const entry = item.getByRole('list', { name: 'History' }).getByRole('link').first();
  await expect(entry).toContainText(`set ${name} from`);
  await item.getByRole('link', { name: 'Whole history' }).click();
  await expect(desk.getByText(`Only ${name}`)).toBeVisible();
  await desk.getByRole('list', { name: 'Log' }).getByRole('link').first().click();
  await desk
    .getByRole('complementary')
    .getByRole('link', { name: `Go to ${name}` })
    .click();
  await expect(item).toBeVisible();
});

test('a change of a board is taken back from its history', async () => {
  const token = (await openSession(server)).accessToken;
  const CREATE = 'mutation { createMenuBoard(input: { name: "Window", sectionIds: [], columns: 2 }) { id version } }';
  const { createMenuBoard } = await server.ask<{ createMenuBoard: { id: string; version: number } }>(CREATE, {}, token);
  const { id, version } = createMenuBoard;
  await server.ask(
    'mutation ($id: ID!, $input: UpdateMenuBoardInput!) { updateMenuBoard(id: $id, input: $input) { id } }',
    { id, input: { version, name: 'Street', columns: 5 } },
    token,
  );
  await go(desk, `/screens/boards/${id}`);
  const panel = desk.getByRole('complementary');
  await expect(panel.getByLabel('Name of the board')).toHaveValue('Street');
  await panel.getByText('History').click();
  await panel
    .getByRole('link', { name: /Window/ })
    .first()
    .click();
  await desk.getByRole('complementary').getByRole('button', { name: 'Undo' }).click();
  await expect(desk.getByText(/^Taken back: /)).toBeVisible();
  await go(desk, `/screens/boards/${id}`);
  await expect(panel.getByLabel('Name of the board')).toHaveValue('Window');
  await expect(panel.getByRole('radio', { name: '2', exact: true })).toBeChecked();
  await server.ask('mutation ($id: ID!) { removeMenuBoard(id: $id) }', { id }, token);
});

test('the log is narrowed from lists, which stay in the address, and what the system does is folded', async () => {
  await go(desk, '/log');
  const entries = desk.getByRole('list', { name: 'Log' }).getByRole('listitem');
  await expect(entries.first()).toBeVisible();
  await desk.getByRole('button', { name: /^What it was done to/ }).click();
  await desk.getByRole('checkbox', { name: 'Item', exact: true }).check();
  await desk.keyboard.press('Escape');
  await expect(entries.filter({ hasNotText: 'Item' })).toHaveCount(0);
  await desk.getByRole('button', { name: /^What happened/ }).click();
  await desk.getByRole('checkbox', { name: 'Changed' }).check();
  await desk.keyboard.press('Escape');
  await expect(desk).toHaveURL(/kinds=UPDATED.*nouns=MenuItem|nouns=MenuItem.*kinds=UPDATED/);
  await desk.reload();
  await expect(desk.getByRole('button', { name: 'What it was done to: Item' })).toBeVisible();
  await expect(entries.first()).toContainText('set');
  await desk.getByRole('button', { name: 'Clear filters' }).click();

  await desk.getByRole('button', { name: /\d by the system$/ }).click();
  await expect(desk.getByRole('button', { name: 'Hide what the system did' })).toBeVisible();
  await expect(entries.filter({ hasText: 'The system' }).first()).toBeVisible();
});

test('a manager reads the log of the business, on a phone too, and nothing of people', async ({ browser }) => {
  const give = await roleOfTheKitchen();
  await give('MANAGER');
  const context = await openContext(browser, server, {
    email: 'kitchen@las-reinas.test',
    viewport: { width: 390, height: 844 },
  });
  const phone = await context.newPage();
  await phone.goto(`${server.url}/app/log`);
  const entries = phone.getByRole('list', { name: 'Log' }).getByRole('listitem');
  await expect(entries.filter({ hasText: / set .* from / }).first()).toBeVisible();
  await expect(entries.filter({ hasText: /logged in/i })).toHaveCount(0);
  await context.close();
  await give('KITCHEN');
});

interface Members {
  viewer: { tenant: { members: { edges: { node: { id: string; role: string; version: number } }[] } } };
}

/** How the person of the kitchen is given another role, by the owner. */
async function roleOfTheKitchen(): Promise<(role: string) => Promise<void>> {
  const { accessToken } = await openSession(server, OWNER);
  const { viewer } = await server.ask<Members>(
    '{ viewer { tenant { members { edges { node { id role version } } } } } }',
    {},
    accessToken,
  );
  const member = viewer.tenant.members.edges.map(({ node }) => node).find(({ role }) => role === 'KITCHEN');
  let version = member?.version;
  return async (role) => {
    const { updateMembership } = await server.ask<{ updateMembership: { version: number } }>(
      'mutation ($id: ID!, $input: UpdateMembershipInput!) { updateMembership(id: $id, input: $input) { version } }',
      { id: member?.id, input: { version, role } },
      accessToken,
    );
    version = updateMembership.version;
  };
}

test('a product that is paused elsewhere shows on the overview at once', async () => {
  await go(desk, '/overview');
  const products = desk.getByRole('region', { name: 'Services', exact: true });
  await expect(products).toContainText('On: 2, paused: 0');
  const { accessToken } = await openSession(server, OWNER);
  const { viewer } = await server.ask<Services>('{ viewer { tenant { services { id version } } } }', {}, accessToken);
  const [service] = viewer.tenant.services;
  const turn = (status: string, version = service?.version) =>
    server.ask<{ updateService: { version: number } }>(
      'mutation ($id: ID!, $input: UpdateServiceInput!) { updateService(id: $id, input: $input) { version } }',
      { id: service?.id, input: { version, status } },
      accessToken,
    );
  const { updateService } = await turn('PAUSED');
  await expect(products).toContainText('On: 1, paused: 1');
  await turn('ACTIVE', updateService.version);
  await expect(products).toContainText('On: 2, paused: 0');
});

test('a part that does not answer takes only its own tile', async () => {
  const page = await desk.context().newPage();
  // Nothing is announced meanwhile: a change of anything else would have the part asked for again by itself.
  await page.routeWebSocket(/\/graphql/, () => {});
  let isAway = true;
  await page.route(/\/graphql/, async (route) => {
    const response = await route.fetch();
    const answer = await response.json();
    if (!isAway || !answer.data?.viewer?.tenant?.health) return route.fulfill({ response, json: answer });
    answer.data.viewer.tenant.health.menu = null;
    const path = ['viewer', 'tenant', 'health', 'menu'];
    answer.errors = [{ message: 'restaurant is away.', path, extensions: { code: 'UNAVAILABLE' } }];
    return route.fulfill({ response, json: answer });
  });
  await page.goto(`${server.url}/app/overview`);
  await expect(page.getByRole('region', { name: 'Menu', exact: true })).toContainText('No answer');
  await expect(page.getByRole('region', { name: 'Screens', exact: true })).toContainText('Working');
  isAway = false;
  await page.getByRole('button', { name: 'Try again' }).click();
  await expect(page.getByRole('region', { name: 'Menu', exact: true })).toContainText('Working');
  // An answer that is still on its way through the route ends before the page does.
  await page.unrouteAll({ behavior: 'wait' });
  await page.close();
});
