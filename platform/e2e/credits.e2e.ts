import { readFile } from 'node:fs/promises';
import { AxeBuilder } from '@axe-core/playwright';
import { expect, type Page, test } from '@playwright/test';
import { openPage } from './log-in.ts';
import { Server } from './server.ts';

test.describe.configure({ mode: 'serial' });

let server: Server;
/** Where the owner works. */
let desk: Page;

test.beforeAll(async ({ browser }) => {
  server = await Server.withDemo();
  await server.start();
  desk = await openPage(browser, server);
});

test.afterAll(async () => {
  await server?.stop();
});

const panel = () => desk.getByRole('complementary');
const accounts = () => desk.getByRole('list', { name: 'Credits' }).getByRole('listitem');
const lines = () => panel().getByRole('list', { name: 'Ledger' }).getByRole('listitem');
const noViolations = async () => expect((await new AxeBuilder({ page: desk }).analyze()).violations).toEqual([]);

test('credits are allocated, and HR acknowledges them with its balance, in the panel as it is', async () => {
  await desk.getByRole('link', { name: 'Events', exact: true }).click();
  await desk.getByRole('navigation', { name: 'Events' }).getByRole('link', { name: 'Credits' }).click();
  await expect(desk.getByText('No credits yet')).toBeVisible();
  await noViolations();
  await desk.getByRole('link', { name: 'Allocate credits' }).click();
  await panel().getByLabel('Application').selectOption('hr');
  await panel().getByLabel('Amount').fill('a thousand');
  await panel().getByRole('button', { name: 'Allocate' }).click();
  await expect(panel().getByLabel('Amount')).toHaveAttribute('aria-invalid', 'true');
  await panel().getByLabel('Amount').fill('1000');
  await panel().getByLabel('What for').fill('employee_benefits');
  await noViolations();
  // Whoever clicks twice allocates once.
  await panel().getByRole('button', { name: 'Allocate' }).dblclick();
  await expect(panel().getByRole('status')).toHaveText('1,000');
  await expect(lines()).toHaveCount(1);
  await expect(lines()).toContainText('+1,000');
  await expect(lines()).toContainText('employee_benefits');
  await expect(lines()).toContainText('You');
  await expect(lines()).toContainText('"hrBalance":1000');
  await expect(lines()).toContainText('Done');
  await expect(accounts()).toHaveCount(1);
  await expect(accounts()).toContainText('1,000');
  await noViolations();
});

test('more than there is cannot be taken, and the amount says why', async () => {
  await panel().getByRole('link', { name: 'Take credits' }).click();
  await expect(panel().getByLabel('Application')).toHaveValue('hr');
  await panel().getByLabel('Amount').fill('1500');
  await panel().getByRole('button', { name: 'Take' }).click();
  await expect(panel().getByText('There are 1,000 credits, and not 1,500.')).toBeVisible();
  await expect(panel().getByLabel('Amount')).toHaveAttribute('aria-invalid', 'true');
  await panel().getByLabel('Amount').fill('400');
  await panel().getByRole('button', { name: 'Take' }).click();
  await expect(panel().getByRole('status')).toHaveText('600');
  await expect(lines()).toHaveCount(2);
  await expect(lines().first()).toContainText('-400');
  await expect(lines().first()).toContainText('"hrBalance":600');
});

for (const { locale, amount, take, refusal } of [
  { locale: 'es-MX', amount: 'Cantidad', take: 'Quitar', refusal: 'Hay 600 créditos, y no 700.' },
  { locale: 'tr-TR', amount: 'Miktar', take: 'Düş', refusal: '600 kredi var, 700 değil.' },
])
  test(`and so it does in ${locale}, on a narrow page`, async ({ browser }) => {
    const storageState = await desk.context().storageState();
    const context = await browser.newContext({ viewport: { width: 390, height: 844 }, locale, storageState });
    const phone = await context.newPage();
    await phone.goto(`${server.url}/app/events/credits/take?of=hr`);
    const drawer = phone.getByRole('dialog');
    await drawer.getByLabel(amount).fill('700');
    await drawer.getByRole('button', { name: take, exact: true }).click();
    await expect(drawer.getByText(refusal)).toBeVisible();
    expect((await new AxeBuilder({ page: phone }).analyze()).violations).toEqual([]);
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
  await expect(panel().getByText('This was written before')).toBeVisible();
  await panel().getByLabel('Amount').fill('50');
  await panel().getByRole('button', { name: 'Allocate' }).click();
  await expect(panel().getByRole('status')).toHaveText('650');
  await expect(lines()).toHaveCount(3);
});

test('what another does is seen at once; the line leads to its event, and the ledger is handed over as a table', async () => {
  const { login } = await server.ask<{ login: { accessToken: string } }>(
    'mutation { login(email: "owner@las-reinas.test", password: "mycelium-demo") { accessToken } }',
    {},
  );
  const write = (amount: number, key: string) =>
    server.ask(
      `mutation ($amount: Int!, $key: String!) {
        allocateCredits(application: "hr", amount: $amount, idempotencyKey: $key) { id }
      }`,
      { amount, key },
      login.accessToken,
    );
  await write(7, 'elsewhere');
  await expect(panel().getByRole('status')).toHaveText('657');
  await expect(accounts()).toContainText('657');
  // More than two hundred lines are read page by page, and none is left out while lines come in.
  for (let at = 0; at < 210; at += 5)
    await Promise.all(Array.from({ length: 5 }, (_, index) => write(1, `line ${at + index}`)));
  await expect(panel().getByRole('status')).toHaveText('867');
  const more = panel().getByRole('button', { name: 'Show more' });
  for (const count of [100, 150, 200, 214]) {
    await more.click();
    await expect(lines()).toHaveCount(count);
  }
  await expect(more).toBeHidden();
  await write(1, 'one more');
  await expect(lines()).toHaveCount(215);
  await expect(lines().last()).toContainText('employee_benefits');

  const [download] = await Promise.all([
    desk.waitForEvent('download'),
    panel().getByRole('button', { name: 'Export as a table' }).click(),
  ]);
  expect(download.suggestedFilename()).toBe('las-reinas-credits-hr.csv');
  const rows = (await readFile(await download.path(), 'utf8')).trim().split('\r\n');
  expect(rows).toHaveLength(216);
  expect(rows.filter((row) => row.includes('balanceAfter'))).toHaveLength(1);
  expect(rows.at(-1)).toContain(',hr,,ALLOCATED,1000,1000,employee_benefits,user,');

  await lines().last().getByRole('link', { name: 'Event' }).click();
  await expect(panel().getByRole('region', { name: 'wrapper → hr' })).toContainText('"hrBalance": 1000');
});
