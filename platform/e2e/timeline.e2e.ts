import { expect, type Page } from '@playwright/test';
import { expectAccessible } from './accessible.ts';
import { openContext, openPage } from './log-in.ts';
import type { Server } from './server.ts';
import { test } from './worker-server.ts';

test.describe.configure({ mode: 'serial' });

let server: Server;
/** Who watches, and who works. */
let watcher: Page;
let desk: Page;

test.beforeAll(async ({ browser, server: running }) => {
  server = running;
  watcher = await openPage(browser, server);
  desk = await openPage(browser, server);
});

test.afterAll(async () => {
  await watcher?.context().close();
  await desk?.context().close();
});

const entries = (page: Page) => page.getByRole('list', { name: 'Timeline' }).getByRole('listitem');

async function openTimeline(page: Page): Promise<void> {
  await page.getByRole('link', { name: 'CRM', exact: true }).click();
  await page.getByRole('navigation', { name: 'CRM' }).getByRole('link', { name: 'Timeline' }).click();
}

test('credits that are allocated to the CRM stand on the timeline with their acknowledgment, without a reload', async () => {
  await openTimeline(watcher);
  await watcher.getByLabel('About').selectOption('Credits');
  await desk.getByRole('link', { name: 'Events', exact: true }).click();
  await desk.getByRole('navigation', { name: 'Events' }).getByRole('link', { name: 'Credits' }).click();
  await desk.getByRole('link', { name: 'Allocate credits' }).click();
  const panel = desk.getByRole('complementary');
  await panel.getByLabel('Application').selectOption('crm');
  await panel.getByLabel('Amount').fill('4321');
  await panel.getByLabel('What for').fill('spring campaign');
  await panel.getByRole('button', { name: 'Allocate' }).click();
  await expect(panel.getByRole('status')).toHaveText(/321/);
  const entry = entries(watcher).filter({ hasText: 'Credits for crm: +4,321' });
  await expect(entry).toHaveCount(1, { timeout: 1_000 });
  await expect(entry).toContainText('spring campaign');
  await expect(entry).toContainText('acknowledged');
  await expectAccessible(watcher);
});

test('nothing is missing from it, and each entry leads to its event', async () => {
  await watcher.getByRole('button', { name: 'Check for gaps' }).click();
  await expect(watcher.getByRole('status').filter({ hasText: 'Nothing is missing' })).toBeVisible();
  await entries(watcher)
    .first()
    .getByRole('link', { name: /^Event: Credits for crm/ })
    .click();
  await expect(watcher.getByRole('complementary')).toContainText('credit.allocated');
  await expect(watcher.getByRole('complementary')).toContainText('Acknowledged');
});

test('it is narrowed in its address, and says in Turkish on a narrow page what is there', async ({ browser }) => {
  const context = await openContext(browser, server, { viewport: { width: 390, height: 844 }, locale: 'tr-TR' });
  const phone = await context.newPage();
  await phone.goto(`${server.url}/app/crm/timeline?about=credits`);
  await expect(phone.getByText('crm için kredi: +4.321')).toBeVisible();
  await expectAccessible(phone);
  await phone.goto(`${server.url}/app/crm/timeline?about=credits&to=2020-01-01`);
  await expect(phone.getByText('Bir şey bulunamadı')).toBeVisible();
  await context.close();
});
