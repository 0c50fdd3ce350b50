import { readFileSync } from 'node:fs';
import { expect, type Page } from '@playwright/test';
import { OWNER, openPage, openSession } from './log-in.ts';
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

test('a price that is changed shows in the log with what it was before, and in the file that is exported', async () => {
  const price = desk.locator('[data-price]').first();
  await price.fill('123');
  await price.press('Enter');

  await desk.getByRole('link', { name: 'Home', exact: true }).click();
  await expect(desk.getByRole('region', { name: 'Menu', exact: true })).toContainText('Works');
  await expect(desk.getByRole('region', { name: 'Screens', exact: true })).toContainText('Works');
  await expect(desk.getByRole('region', { name: 'Products', exact: true })).toContainText('Signage (SMP)');
  await expect(desk.getByRole('region', { name: 'Syncs', exact: true })).toContainText('Up to date');

  await desk.getByRole('link', { name: 'Log', exact: true }).click();
  await desk.getByRole('list', { name: 'Log' }).getByRole('button', { name: 'updateMenuItem' }).first().click();
  await expect(desk.getByRole('row', { name: /price.amount/ })).toContainText('12300');

  const file = desk.waitForEvent('download');
  await desk.getByRole('button', { name: 'Export as CSV' }).click();
  expect(readFileSync(await (await file).path(), 'utf8')).toContain('updateMenuItem');

  await desk.getByLabel('Action').fill('login');
  const entries = desk.getByRole('list', { name: 'Log' }).getByRole('button');
  await expect(entries.filter({ hasNotText: 'login' })).toHaveCount(0);
  await expect(entries.first()).toBeVisible();
});

test('a product that is paused elsewhere shows on the overview at once', async () => {
  await desk.goto(`${server.url}/app/overview`);
  const products = desk.getByRole('region', { name: 'Products', exact: true });
  await expect(products).toContainText('Active: 2, paused: 0');
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
