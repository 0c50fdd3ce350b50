import { readFileSync } from 'node:fs';
import { expect, type Page, test } from '@playwright/test';
import { logIn } from './log-in.ts';
import { Server } from './server.ts';

test.describe.configure({ mode: 'serial' });

let server: Server;
let desk: Page;

test.beforeAll(async ({ browser }) => {
  server = await Server.withDemo();
  await server.start();
  desk = await (await browser.newContext({ viewport: { width: 1440, height: 900 }, locale: 'en-US' })).newPage();
});
test.afterAll(async () => {
  await server?.stop();
});

test('a price that is changed shows in the log with what it was before, and in the file that is exported', async () => {
  await logIn(desk, server);
  const price = desk.locator('[data-price]').first();
  await price.fill('123');
  await price.press('Enter');

  await desk.getByRole('link', { name: 'Overview' }).click();
  await expect(desk.getByRole('region', { name: 'Menu', exact: true })).toContainText('Works');
  await expect(desk.getByRole('region', { name: 'Screens', exact: true })).toContainText('Works');
  await expect(desk.getByRole('region', { name: 'Products', exact: true })).toContainText('Signage (SMP)');
  await expect(desk.getByRole('region', { name: 'Syncs', exact: true })).toContainText('Up to date');

  await desk.getByRole('link', { name: 'Log', exact: true }).click();
  await desk.getByRole('list', { name: 'Log' }).getByRole('button', { name: 'updateMenuItem' }).first().click();
  await expect(desk.getByRole('row', { name: /price.amount/ })).toContainText('12300');

  const file = desk.waitForEvent('download');
  await desk.getByRole('button', { name: 'Export as a table' }).click();
  expect(readFileSync(await (await file).path(), 'utf8')).toContain('updateMenuItem');

  await desk.getByLabel('Action').fill('login');
  // The log-in, and the session that it made.
  await expect(desk.getByRole('list', { name: 'Log' }).getByRole('button')).toHaveCount(2);
});

test('a product that is paused elsewhere shows on the overview at once', async () => {
  await desk.goto(`${server.url}/app/overview`);
  const products = desk.getByRole('region', { name: 'Products', exact: true });
  await expect(products).toContainText('Active: 2, paused: 0');
  const ask = async (query: string, token?: string) => {
    const response = await fetch(`${server.url}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...(token && { authorization: `Bearer ${token}` }) },
      body: JSON.stringify({ query }),
    });
    return (await response.json()).data;
  };
  const { login } = await ask(
    'mutation { login(email: "owner@las-reinas.test", password: "mycelium-demo") { accessToken } }',
  );
  const { viewer } = await ask('{ viewer { tenant { services { id version } } } }', login.accessToken);
  const [service] = viewer.tenant.services;
  const turn = (status: string, version: number) =>
    ask(
      `mutation { updateService(id: "${service.id}", input: { version: ${version}, status: ${status} }) { version } }`,
      login.accessToken,
    );
  const { updateService } = await turn('PAUSED', service.version);
  await expect(products).toContainText('Active: 1, paused: 1');
  await turn('ACTIVE', updateService.version);
  await expect(products).toContainText('Active: 2, paused: 0');
});

test('a part that does not answer takes only its own tile', async () => {
  await desk.route(/\/graphql/, async (route) => {
    const response = await route.fetch();
    const answer = await response.json();
    if (!answer.data?.viewer?.tenant?.health) return route.fulfill({ response, json: answer });
    answer.data.viewer.tenant.health.menu = null;
    const path = ['viewer', 'tenant', 'health', 'menu'];
    answer.errors = [{ message: 'restaurant is away.', path, extensions: { code: 'UNAVAILABLE' } }];
    return route.fulfill({ response, json: answer });
  });
  await desk.goto(`${server.url}/app/overview`);
  await expect(desk.getByRole('region', { name: 'Menu', exact: true })).toContainText('No answer');
  await expect(desk.getByRole('region', { name: 'Screens', exact: true })).toContainText('Works');
  // An answer that is still on its way through the route ends before the route does.
  await desk.unrouteAll({ behavior: 'wait' });
  await desk.getByRole('button', { name: 'Try again' }).click();
  await expect(desk.getByRole('region', { name: 'Menu', exact: true })).toContainText('Works');
});
