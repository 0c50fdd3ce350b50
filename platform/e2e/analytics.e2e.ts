import { readFile } from 'node:fs/promises';
import { expect, type Page } from '@playwright/test';
import { expectAccessible } from './accessible.ts';
import { BusProgram } from './bus-program.ts';
import { openPage, openSession } from './log-in.ts';
import type { Server } from './server.ts';
import { makeTenant } from './tenant.ts';
import { test } from './worker-server.ts';

test.describe.configure({ mode: 'serial' });

let server: Server;
/** Where the owner works. */
let desk: Page;
let oven: BusProgram;
let hr: BusProgram;
let ask: <Data>(query: string, variables: Record<string, unknown>) => Promise<Data>;

test.beforeAll(async ({ browser, server: running }) => {
  server = running;
  const email = await makeTenant(server);
  const { accessToken } = await openSession(server, email);
  ask = (query, variables) => server.ask(query, variables, accessToken);
  await ask('mutation { registerApplication(input: { name: "oven", description: "The oven." }) { name } }', {});
  await ask(
    `mutation ($schema: Settings!) {
      registerEventType(
        input: {
          name: "dough.risen", description: "It has risen.", source: "ORDERING", targets: ["oven"], payloadSchema: $schema
        }
      ) { name }
    }`,
    { schema: { type: 'object', properties: {} } },
  );
  oven = await BusProgram.make(server, 'oven', email);
  hr = await BusProgram.make(server, 'hr', email);
  desk = await openPage(browser, server, { email });
});

test.afterAll(async () => {
  await desk?.context().close();
});

const row = (table: string, name: string) => desk.getByRole('table', { name: table }).getByRole('row', { name });
const cells = (table: string, name: string) => row(table, name).getByRole('cell');

async function publishDough(count: number): Promise<void> {
  const input = { eventType: 'dough.risen', payload: {} };
  await ask('mutation ($inputs: [PublishEventInput!]!) { publishEvents(inputs: $inputs) { eventId } }', {
    inputs: Array.from({ length: count }, () => input),
  });
}

test("today's counts are on the page as they come, by day, application, type and channel", async () => {
  await desk.getByRole('link', { name: 'Events', exact: true }).click();
  await desk.getByRole('navigation', { name: 'Events' }).getByRole('link', { name: 'Analytics' }).click();
  await expect(desk.getByRole('radio', { name: '30 days' })).toBeChecked();
  for (const key of ['one', 'two', 'three']) {
    await ask(
      'mutation ($key: String!) { allocateCredits(application: "hr", amount: 10, idempotencyKey: $key) { id } }',
      { key },
    );
    await hr.acknowledgeAll(1);
  }
  await expect(cells('By channel', 'wrapper → hr')).toHaveText(['3', '3', '0', '0', '100%']);
  await publishDough(4);
  const [failing = '', ...others] = await oven.pull();
  expect(await oven.fail(failing, 'The oven is cold.')).toBe('FAILED');
  for (const id of others) await oven.acknowledge(id, {});
  await expect(cells('By type', 'dough.risen')).toHaveText(['4', '3', '1', '0', '75%']);
  await expect(cells('By channel', 'ORDERING → oven')).toHaveText(['4', '3', '1', '0', '75%']);
  await expect(desk.getByRole('list', { name: 'Success by application' })).toContainText('75%3 of 4');
  const failed = desk.getByRole('list', { name: 'What failed most' }).getByRole('listitem');
  await expect(failed).toContainText('1 failed · 0 timed out');
  await desk.getByText('As a table', { exact: true }).click();
  await expect(desk.getByRole('table', { name: 'By day' }).getByRole('row')).toHaveCount(31);
  await expectAccessible(desk);
});

test('a span is kept in the address, and its table as a file has the numbers of the page', async () => {
  await desk.getByText('90 days').click();
  await expect(desk).toHaveURL(/days=90/);
  await desk.reload();
  await expect(desk.getByRole('radio', { name: '90 days' })).toBeChecked();
  await desk.getByText('As a table', { exact: true }).click();
  await expect(desk.getByRole('table', { name: 'By day' }).getByRole('row')).toHaveCount(91);
  const [download] = await Promise.all([
    desk.waitForEvent('download'),
    desk.getByRole('button', { name: 'Export as CSV' }).click(),
  ]);
  expect(download.suggestedFilename()).toMatch(/^bakery-.*-events-90-days\.csv$/);
  const [head, ...rows] = (await readFile(await download.path(), 'utf8')).replace('\uFEFF', '').trim().split('\r\n');
  const columns = head?.split(',') ?? [];
  expect(columns.slice(0, 4)).toEqual(['day', 'source', 'target', 'eventType']);
  const sumOf = (column: string) =>
    rows.reduce((sum, line) => sum + Number(line.split(',')[columns.indexOf(column)]), 0);
  for (const name of ['published', 'acknowledged'])
    await expect(desk.locator(`[data-total=${name}]`)).toHaveText(String(sumOf(name)));
  await expect(desk.locator('[data-total=lost]')).toHaveText(String(sumOf('failed') + sumOf('timeout')));
  const today = new Date().toISOString().slice(0, 10);
  expect(rows).toContain(`${today},ORDERING,oven,dough.risen,4,3,1,0,0,0`);
  expect(rows).toContain(`${today},wrapper,hr,credit.allocated,3,3,0,0,0,0`);
});

test('on a narrow page it is all there too', async ({ browser }) => {
  const storageState = await desk.context().storageState();
  const context = await browser.newContext({ viewport: { width: 390, height: 844 }, locale: 'en-US', storageState });
  const phone = await context.newPage();
  await phone.goto(`${server.url}/app/events/analytics`);
  await expect(phone.getByRole('table', { name: 'By type' }).getByRole('row', { name: 'dough.risen' })).toBeVisible();
  await expect(phone.getByRole('link', { name: 'Analytics' })).toBeInViewport();
  await context.close();
});

test('a failure leads to its events', async () => {
  await desk.getByRole('list', { name: 'What failed most' }).getByRole('link').click();
  await expect(desk).toHaveURL(/failed\?type=dough.risen&source=ORDERING&target=oven/);
  await expect(desk.getByRole('list', { name: 'Failed', exact: true }).getByRole('listitem')).toHaveCount(1);
});
