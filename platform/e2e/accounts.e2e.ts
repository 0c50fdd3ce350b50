import { expect, type Page } from '@playwright/test';
import { expectAccessible } from './accessible.ts';
import { Desk } from './desk.ts';
import { letSyncFail } from './failing-sync.ts';
import { openContext } from './log-in.ts';
import { makeTenant } from './tenant.ts';
import { test } from './worker-server.ts';

const ADMIN = 'admin@mycelium.test';
const PHONE = { width: 390, height: 900 };
const FAILING = /^Sync failing: Signage \(SMP\) since today/;

const rowOf = (page: Page) =>
  page
    .getByRole('list', { name: 'Accounts' })
    .getByRole('listitem')
    .filter({ has: page.getByRole('link', { name: 'The Bakery', exact: true }) });

test('the staff see on one page why a tenant is at risk, and come to the failing sync in one click', async ({
  browser,
  server,
}) => {
  const owner = await makeTenant(server);
  const desk = await Desk.open(browser, server, owner);
  await letSyncFail(desk);
  const context = await openContext(browser, server, { email: ADMIN });
  const page = await context.newPage();
  await page.goto(`${server.url}/app/`);
  await page.getByRole('button', { name: 'Taquería Las Reinas' }).click();
  await page.getByRole('navigation', { name: 'Navigation' }).getByRole('link', { name: 'CRM' }).click();
  await page.getByRole('navigation', { name: 'CRM' }).getByRole('link', { name: 'Accounts' }).click();
  await page.getByLabel('Find').fill(owner.replace('owner@', '').replace('.test', ''));
  await expect(rowOf(page).getByRole('link', { name: FAILING })).toBeVisible({ timeout: 30_000 });
  await expect(rowOf(page)).toContainText('Health 80 of 100');
  await expectAccessible(page);

  await rowOf(page).getByRole('link', { name: 'The Bakery', exact: true }).click();
  await expect(page.getByRole('heading', { level: 2, name: 'The Bakery' })).toBeVisible();
  await page.getByLabel('Stage').selectOption('At risk');
  await expect(page.getByText('Changes to The Bakery saved.').first()).toBeVisible();
  await expectAccessible(page);
  await page.setViewportSize(PHONE);
  const beyond = () => page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
  await expect.poll(beyond).toBe(0);
  await page.goBack();
  await expect(rowOf(page)).toContainText('At risk');
  await expect.poll(beyond).toBe(0);

  await rowOf(page).getByRole('link', { name: FAILING }).click();
  await expect(page).toHaveURL(/\/app\/sync\/[0-9a-f-]{36}$/);
  await expect(page.getByRole('heading', { name: 'Signage (SMP)' }).first()).toBeVisible();
  await expect(page.getByRole('button', { name: /The Bakery/ }).first()).toBeVisible();
  await context.close();
  await desk.close();
});

test('a note about another tenant is opened in that tenant', async ({ browser, server }) => {
  const context = await openContext(browser, server, { email: ADMIN });
  const page = await context.newPage();
  await page.goto(`${server.url}/app/`);
  await page.getByRole('button', { name: 'Taquería Las Reinas' }).click();
  await page.getByRole('navigation', { name: 'Navigation' }).getByRole('link', { name: 'CRM' }).click();
  await page.getByRole('navigation', { name: 'CRM' }).getByRole('link', { name: 'Accounts' }).click();
  await page.getByRole('list', { name: 'Accounts' }).getByRole('link', { name: 'El Farolito', exact: true }).click();
  const notes = page.getByRole('list', { name: 'Notes' });
  await notes.getByRole('listitem').filter({ hasText: 'Offer a training' }).getByRole('link').first().click();
  await expect(page.getByRole('button', { name: 'El Farolito' })).toBeVisible();
  await expect(page.getByRole('complementary')).toContainText('Offer a training');
  await context.close();
});

test('nobody of a tenant finds the accounts, whatever the address', async ({ browser, server }) => {
  const context = await openContext(browser, server);
  const page = await context.newPage();
  await page.goto(`${server.url}/app/crm/accounts`);
  await expect(page.getByText('Your role does not allow this').first()).toBeVisible();
  await expect(page.getByRole('navigation', { name: 'CRM' }).getByRole('link', { name: 'Accounts' })).toHaveCount(0);
  await context.close();
});
