import { expect, type Page } from '@playwright/test';
import { expectAccessible } from './accessible.ts';
import { BusProgram } from './bus-program.ts';
import { openPage } from './log-in.ts';
import type { Server } from './server.ts';
import { makeTenant } from './tenant.ts';
import { test } from './worker-server.ts';

test.describe.configure({ mode: 'serial' });

let server: Server;
let owner: string;
/** Where the owner works. */
let desk: Page;
let oven: BusProgram;

test.beforeAll(async ({ browser, server: running }) => {
  server = running;
  owner = await makeTenant(server);
  desk = await openPage(browser, server, { email: owner });
});

test.afterAll(async () => {
  await desk?.context().close();
});

const panel = () => desk.getByRole('complementary');
const queue = () => desk.getByRole('list', { name: 'Queue' }).getByRole('listitem');
const tab = (name: string) => desk.getByRole('navigation', { name: 'Events' }).getByRole('link', { name });

async function publish(temperature: number): Promise<void> {
  await desk.getByRole('link', { name: 'Publish a test event' }).click();
  await panel().getByLabel('Type', { exact: true }).selectOption('dough.risen');
  await panel()
    .getByLabel('Payload', { exact: true })
    .fill(JSON.stringify({ entityId: 'oven-1', temperature }));
  await panel().getByRole('button', { name: 'Publish' }).click();
  // The form gives way to the event.
  await expect(panel().getByText(`"temperature": ${temperature}`)).toBeVisible();
}

test('an application and a type of events are registered; what is wrong lands at its field', async () => {
  await desk.getByRole('link', { name: 'Events', exact: true }).click();
  await tab('Applications').click();
  await desk.getByRole('link', { name: 'New application' }).click();
  await panel().getByLabel('Name', { exact: true }).fill('not a name');
  await panel().getByLabel('Description').fill('The oven of the bakery.');
  await panel().getByRole('button', { name: 'Register' }).click();
  await expect(panel().getByLabel('Name', { exact: true })).toHaveAttribute('aria-invalid', 'true');
  await panel().getByLabel('Name', { exact: true }).fill('oven');
  await panel().getByRole('button', { name: 'Register' }).click();
  await expect(panel().getByText('The oven of the bakery.')).toBeVisible();

  await desk.getByRole('link', { name: 'New type' }).click();
  await panel().getByLabel('Name', { exact: true }).fill('dough.risen');
  await panel().getByLabel('What has happened').fill('The dough has risen.');
  await panel().getByLabel('From', { exact: true }).selectOption('ORDERING');
  await panel().getByLabel('All others', { exact: false }).uncheck();
  await panel().getByLabel('oven', { exact: true }).check();
  await panel().getByLabel('Payload (JSON Schema)').fill('[]');
  await expect(panel().getByText('This is not a JSON object.')).toBeVisible();
  const schema = {
    type: 'object',
    properties: { entityId: { type: 'string' }, temperature: { type: 'integer' } },
    required: ['temperature'],
  };
  await panel().getByLabel('Payload (JSON Schema)').fill(JSON.stringify(schema));
  await panel().getByRole('button', { name: 'Register' }).click();
  await expect(panel().getByText('version 1')).toBeVisible();
  oven = await BusProgram.make(server, 'oven', owner);
});

test('an event is published by hand, its payload judged by its schema, and waits in the queue', async () => {
  await desk.getByRole('link', { name: 'Publish a test event' }).click();
  await panel().getByLabel('Type', { exact: true }).selectOption('dough.risen');
  await expect(panel().getByLabel('Payload', { exact: true })).toHaveValue(/"temperature": 1/);
  await panel().getByLabel('Payload', { exact: true }).fill('{ "temperature": "hot" }');
  await panel().getByRole('button', { name: 'Publish' }).click();
  await expect(panel().getByText('temperature:', { exact: false })).toBeVisible();
  await publish(230);
  await expect(panel().getByRole('region', { name: 'ORDERING → oven' })).toContainText('Waiting');
  await expect(panel().getByRole('button', { name: 'Copy: Request ID' })).toBeVisible();
  await expect(queue()).toHaveCount(1);
  await expect(queue()).toContainText('ORDERING → oven');
  await desk.getByLabel('Waiting longer than').selectOption('1 day');
  await expect(desk.getByText('No matching events')).toBeVisible();
  await expect(desk).toHaveURL(/older=1d/);
  await desk.getByLabel('Waiting longer than').selectOption('All');
});

test('the matrix shows the channel, which leads to what waits longest', async () => {
  await tab('Matrix').click();
  const cell = desk.getByRole('link', { name: 'ORDERING → oven:' });
  await expect(cell).toContainText('1 waiting · 0 failed');
  await cell.click();
  await expect(panel()).toContainText('Nothing was acknowledged in this period.');
  await panel().getByText('Oldest').getByRole('link').click();
  await expect(panel().getByText('"temperature": 230')).toBeVisible();
});

test('a program with a key acknowledges it, and it leaves the queue; its answer can be read', async () => {
  const [eventId = ''] = await oven.pull();
  expect(await oven.acknowledge(eventId, { loaves: 12 })).toBe('ACKNOWLEDGED');
  // The page has heard of it, without being loaded again.
  await expect(panel()).toContainText('Acknowledged');
  await expect(panel()).toContainText('"loaves": 12');
  await tab('Queue').click();
  await expect(desk.getByText('Everything is acknowledged')).toBeVisible();
  await tab('Matrix').click();
  await desk.getByRole('link', { name: 'ORDERING → oven:' }).click();
  await expect(panel()).toContainText('100% (1 succeeded, 0 failed)');
  await panel().getByText('As a table').click();
  await expect(panel().getByRole('table')).toContainText('1');
  await expectAccessible(desk);
});

test('what failed is kept with its payload and error; one is retried by hand, and all that a filter names as a job', async () => {
  await tab('Queue').click();
  for (const temperature of [101, 102, 103]) await publish(temperature);
  await expect(queue()).toHaveCount(3);
  for (const eventId of await oven.pull()) expect(await oven.fail(eventId, 'The oven is cold.')).toBe('FAILED');
  await tab('Matrix').click();
  await desk.getByRole('alert').getByRole('link', { name: 'ORDERING → oven' }).click();
  await expect(desk).toHaveURL(/failed\?source=ORDERING&target=oven/);
  const failed = desk.getByRole('list', { name: 'Failed', exact: true }).getByRole('listitem');
  await expect(failed).toHaveCount(3);
  await failed.first().getByRole('link').click();
  await expect(panel().getByText('"temperature": 103')).toBeVisible();
  await expect(panel().getByRole('list', { name: 'Failed attempts' })).toContainText('The oven is cold.');
  await panel().getByRole('button', { name: 'Retry' }).click();
  await expect(failed).toHaveCount(2);

  await desk.getByLabel('Error text').fill('warm');
  await expect(desk.getByText('Nothing that failed matches this filter.')).toBeVisible();
  await desk.getByLabel('Error text').fill('cold');
  await expect(failed).toHaveCount(2);
  await desk.getByRole('button', { name: 'Retry all' }).click();
  await expect(desk.getByRole('dialog', { name: 'Retry 2 events?' })).toBeVisible();
  await desk.getByRole('dialog').getByRole('button', { name: 'Retry' }).click();
  const jobs = desk.getByRole('list', { name: 'Bulk actions' }).getByRole('listitem');
  await expect(jobs).toContainText('2 of 2');
  await expect(jobs).toContainText('Done');
  await expect(desk.getByText('Nothing that failed matches this filter.')).toBeVisible();
  for (const eventId of await oven.pull()) await oven.acknowledge(eventId, { loaves: 1 });
  await tab('Queue').click();
  await expect(desk.getByText('Everything is acknowledged')).toBeVisible();
});

test('a paused channel lets events wait, says so in the matrix, and goes on', async () => {
  await tab('Matrix').click();
  const cell = desk.getByRole('link', { name: 'ORDERING → oven:' });
  await cell.click();
  await panel().getByRole('button', { name: 'Pause' }).click();
  await desk.getByRole('dialog').getByRole('button', { name: 'Pause' }).click();
  await expect(cell).toContainText('Paused');
  await publish(250);
  await expect(queue()).toHaveCount(1);
  expect(await oven.pull()).toEqual([]);
  await tab('Matrix').click();
  const advice = desk.getByRole('alert').filter({ hasText: 'Resume it when it may continue' });
  await advice.getByRole('link', { name: 'ORDERING → oven' }).click();
  await panel().getByRole('button', { name: 'Resume' }).click();
  await expect(cell).not.toContainText('Paused');
  await expect.poll(async () => (await oven.pull()).length).toBe(1);
});

test('the storage mode is chosen with what it costs, and a wrong number lands at its field', async () => {
  await tab('Settings').click();
  await desk.getByLabel('Everything for 30 days').check();
  await desk.getByLabel('Attempts before giving up').fill('many');
  await expect(desk.getByText('Enter a number.')).toBeVisible();
  await desk.getByLabel('Attempts before giving up').fill('3');
  await desk.getByRole('button', { name: 'Save' }).click();
  await desk.reload();
  await expect(desk.getByLabel('Everything for 30 days')).toBeChecked();
  await expect(desk.getByLabel('Attempts before giving up')).toHaveValue('3');
});

test('alerts have rules that are switched and set; a webhook shows its secret once', async () => {
  await tab('Alerts').click();
  await expect(desk.getByText('No alerts')).toBeVisible();
  const rule = desk.getByRole('form', { name: 'Too many failures' });
  await rule.getByRole('textbox').fill('25');
  await rule.getByRole('button', { name: 'Save' }).click();
  await desk.reload();
  await expect(rule.getByRole('textbox')).toHaveValue('25');

  await tab('Webhooks').click();
  await desk.getByRole('link', { name: 'New webhook' }).click();
  await panel().getByLabel('Address').fill('ftp://example.com');
  await panel().getByRole('button', { name: 'Create' }).click();
  await expect(panel().getByLabel('Address')).toHaveAttribute('aria-invalid', 'true');
  await panel().getByLabel('Address').fill('https://example.com/hook');
  await panel().getByRole('button', { name: 'Create' }).click();
  await expect(desk.locator('[data-secret]')).toHaveText(/^whsec_/);
  await panel().getByRole('button', { name: 'I have copied it' }).click();
  await expect(panel()).toContainText('Active');
  await panel().getByRole('button', { name: 'Pause' }).click();
  await expect(panel()).toContainText('Paused');
  await panel().getByRole('button', { name: 'Remove' }).click();
  await desk.getByRole('dialog').getByRole('button', { name: 'Remove' }).click();
  await expect(desk.getByText('No webhooks yet')).toBeVisible();
});
