import { readFile } from 'node:fs/promises';
import { expect, type Page } from '@playwright/test';
import { expectAccessible } from './accessible.ts';
import { openContext, openPage, openSession } from './log-in.ts';
import type { Server } from './server.ts';
import { makeTenant } from './tenant.ts';
import { test } from './worker-server.ts';

test.describe.configure({ mode: 'serial' });

let server: Server;
/** Where the owner works. */
let desk: Page;

test.beforeAll(async ({ browser, server: running }) => {
  server = running;
  desk = await openPage(browser, server);
});

test.afterAll(async () => {
  await desk?.context().close();
});

const panel = (page = desk) => page.getByRole('complementary');
const accounts = () => desk.getByRole('list', { name: 'Credits' }).getByRole('listitem');
const lines = (page = desk) => panel(page).getByRole('list', { name: 'Ledger' }).getByRole('listitem');
/** What an owner writes elsewhere, in one request. */
async function allocate(
  written: readonly { amount: number; key: string; purpose?: string }[],
  email?: string,
): Promise<void> {
  const { accessToken } = await openSession(server, email);
  const fields = written.map(
    ({ amount, key, purpose = null }, at) =>
      `l${at}: allocateCredits(application: "hr", amount: ${amount}, purpose: ${JSON.stringify(purpose)}, idempotencyKey: "${key}") { id }`,
  );
  await server.ask(`mutation { ${fields.join(' ')} }`, {}, accessToken);
}

test('credits are allocated, and HR acknowledges them with its balance, in the panel as it is', async () => {
  await desk.getByRole('link', { name: 'Events', exact: true }).click();
  await desk.getByRole('navigation', { name: 'Events' }).getByRole('link', { name: 'Credits' }).click();
  await expect(desk.getByText('No credits yet')).toBeVisible();
  await expectAccessible(desk);
  await desk.getByRole('link', { name: 'Allocate credits' }).click();
  await panel().getByLabel('Application').selectOption('hr');
  await panel().getByLabel('Amount').fill('a thousand');
  await panel().getByRole('button', { name: 'Allocate' }).click();
  await expect(panel().getByLabel('Amount')).toHaveAttribute('aria-invalid', 'true');
  await panel().getByLabel('Amount').fill('1000');
  await panel().getByLabel('What for').fill('employee_benefits');
  // Whoever clicks twice allocates once.
  await panel().getByRole('button', { name: 'Allocate' }).dblclick();
  await expect(panel().getByRole('status')).toHaveText('1,000');
  await expect(lines()).toHaveCount(1);
  await expect(lines()).toContainText('+1,000');
  await expect(lines()).toContainText('employee_benefits');
  await expect(lines()).toContainText('You');
  await expect(lines()).toContainText('"hrBalance":1000');
  await expect(lines()).toContainText('Acknowledged');
  await expect(accounts()).toHaveCount(1);
  await expect(accounts()).toContainText('1,000');
});

test('more than there is cannot be taken, and the amount says why', async () => {
  await panel().getByRole('link', { name: 'Take credits' }).click();
  await expect(panel().getByLabel('Application')).toHaveValue('hr');
  await panel().getByLabel('Amount').fill('1500');
  await panel().getByRole('button', { name: 'Take' }).click();
  await expect(panel().getByText('There are 1,000 credits; you entered 1,500.')).toBeVisible();
  await expect(panel().getByLabel('Amount')).toHaveAttribute('aria-invalid', 'true');
  await panel().getByLabel('Amount').fill('400');
  await panel().getByRole('button', { name: 'Take' }).click();
  await expect(panel().getByRole('status')).toHaveText('600');
  await expect(lines()).toHaveCount(2);
  await expect(lines().first()).toContainText('-400');
  await expect(lines().first()).toContainText('"hrBalance":600');
});

test('and so it does in Turkish, on a narrow page', async ({ browser }) => {
  const viewport = { width: 390, height: 844 };
  const context = await openContext(browser, server, { viewport, locale: 'tr-TR' });
  const phone = await context.newPage();
  await phone.goto(`${server.url}/app/events/credits/take?of=hr`);
  const drawer = phone.getByRole('dialog');
  await drawer.getByLabel('Miktar').fill('700');
  await drawer.getByRole('button', { name: 'Düş', exact: true }).click();
  await expect(drawer.getByText('600 kredi var; 700 yazdınız.')).toBeVisible();
  await expectAccessible(phone);
  await context.close();
});

test('an answer that was lost writes nothing twice', async () => {
  await panel().getByRole('link', { name: 'Allocate credits' }).click();
  await panel().getByLabel('Amount').fill('50');
  // The server hears it, and its answer never arrives.
  const lost = (route: Parameters<Parameters<Page['route']>[1]>[0]) =>
    route.request().postData()?.includes('"amount":50') ? route.fetch().then(() => route.abort()) : route.continue();
  await desk.route('**/graphql', lost);
  await panel().getByRole('button', { name: 'Allocate' }).click();
  await expect(panel().getByRole('alert')).toBeVisible();
  await expect(accounts()).toContainText('650');
  await desk.unroute('**/graphql', lost);
  // The same form with another amount is told so, and writes nothing.
  await panel().getByLabel('Amount').fill('60');
  await panel().getByRole('button', { name: 'Allocate' }).click();
  await expect(panel().getByText('This was already recorded')).toBeVisible();
  await panel().getByLabel('Amount').fill('50');
  await panel().getByRole('button', { name: 'Allocate' }).click();
  await expect(panel().getByRole('status')).toHaveText('650');
  await expect(lines()).toHaveCount(3);
});

test('what another does is seen at once, and each line leads to its event', async () => {
  await allocate([{ amount: 7, key: 'elsewhere' }]);
  await expect(panel().getByRole('status')).toHaveText('657');
  await expect(accounts()).toContainText('657');
  await lines().last().getByRole('link', { name: 'Event' }).click();
  await expect(panel().getByRole('region', { name: 'wrapper → hr' })).toContainText('"hrBalance": 1000');
});

test('more than fifty lines are read page by page, none is left out while lines come in, and all are handed over as a table', async ({
  browser,
}) => {
  // In a tenant where nobody answers to each of them.
  const email = await makeTenant(server);
  await allocate([{ amount: 1_000, key: 'the first', purpose: 'employee_benefits' }], email);
  for (let batch = 1; batch <= 3; batch += 1)
    await allocate(
      Array.from({ length: 19 }, (_, at) => ({ amount: 1, key: `${batch} ${at}` })),
      email,
    );
  const page = await openPage(browser, server, { email, path: '/events/credits' });
  await page.getByRole('list', { name: 'Credits' }).getByRole('link', { name: 'hr' }).click();
  const more = panel(page).getByRole('button', { name: 'Show more' });
  await expect(lines(page)).toHaveCount(50);
  await more.click();
  await expect(lines(page)).toHaveCount(58);
  await expect(more).toBeHidden();
  await allocate([{ amount: 1, key: 'one more' }], email);
  await expect(lines(page)).toHaveCount(59);
  await expect(lines(page).last()).toContainText('employee_benefits');

  const [download] = await Promise.all([
    page.waitForEvent('download'),
    panel(page).getByRole('button', { name: 'Export as CSV' }).click(),
  ]);
  expect(download.suggestedFilename()).toMatch(/^bakery-.*-credits-hr\.csv$/);
  const rows = (await readFile(await download.path(), 'utf8')).trim().split('\r\n');
  expect(rows).toHaveLength(60);
  expect(rows.filter((row) => row.includes('balanceAfter'))).toHaveLength(1);
  expect(rows.at(-1)).toContain(',hr,,ALLOCATED,1000,1000,employee_benefits,user,');
  await page.context().close();
});
