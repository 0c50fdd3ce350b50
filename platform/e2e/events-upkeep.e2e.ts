import { expect, type Page } from '@playwright/test';
import type { BusProgram } from './bus-program.ts';
import { openPage } from './log-in.ts';
import { OvenDesk } from './oven-desk.ts';
import { test } from './worker-server.ts';

test.describe.configure({ mode: 'serial' });

let at: OvenDesk;
let desk: Page;
let oven: BusProgram;

test.beforeAll(async ({ browser, server }) => {
  at = await OvenDesk.open(browser, server);
  ({ page: desk, oven } = at);
  await at.set({ attempts: 20, backOffMs: 10, backOffAtMostMs: 10, breakerFailures: 1_000 });
});

test.afterAll(async () => {
  await at?.close();
});

test('a queue of hundreds is shown page by page, and stays right while events leave it', async () => {
  await desk.goto(`${at.url}/app/events/queue?target=oven`);
  await at.publish(230);
  await expect(desk.getByText('230 events waiting')).toBeVisible();
  await expect(at.rows('Queue')).toHaveCount(100);
  const more = desk.getByRole('button', { name: 'Show more' });
  for (const count of [200, 230]) {
    await more.click();
    await expect(at.rows('Queue')).toHaveCount(count);
  }
  await expect(more).toHaveCount(0);
  const links = () =>
    at
      .rows('Queue')
      .getByRole('link')
      .evaluateAll((all) => all.map((link) => link.getAttribute('href')));
  const before = await links();
  expect(new Set(before).size).toBe(230);
  for (const { event } of (await oven.take()).slice(0, 5)) await oven.acknowledge(event.eventId, {});
  await expect(desk.getByText('225 events waiting')).toBeVisible();
  await expect(at.rows('Queue')).toHaveCount(225);
  expect(await links()).toEqual(before.slice(5));
});

test('the counters are compared on demand; what is too late is given up, and the failed ones are shown page by page', async () => {
  await at.set({ acknowledgeWithinMs: 1_000 });
  await at.tab('Settings').click();
  await desk.getByRole('button', { name: 'Recount' }).click();
  await expect(desk.getByText('All counters were correct.')).toBeVisible();
  const last = at.rows('Counters').first();
  // That of the oven, and what the demo's own programs send each other meanwhile.
  await expect(last).toContainText(/[1-9] channels?/);
  await expect(last).toContainText('All correct');
  await expect(last).toContainText('You');
  await at.isAccessible();
  await at.set({ acknowledgeWithinMs: 3_600_000 });
  await at.tab('Failed').click();
  await desk.getByLabel('To', { exact: true }).selectOption('oven');
  // The list of another filter is another list, which has its own pages.
  await expect(desk).toHaveURL(/target=oven/);
  await expect(desk.getByText('225 events failed')).toBeVisible();
  const more = desk.getByRole('button', { name: 'Show more' });
  for (const count of [200, 225]) {
    await more.click();
    await expect(at.rows('Failed')).toHaveCount(count);
  }
  // One more comes in at the top, and nothing falls out between the pages.
  await at.publish(1);
  await oven.failAll(1, 'Burnt.');
  await expect(at.rows('Failed')).toHaveCount(226);
  await expect(at.rows('Failed').first()).toContainText('Burnt.');
});

test('what waits is saved as a file, and the same file changes nothing here', async () => {
  await at.publish(3);
  await at.tab('Settings').click();
  const [download] = await Promise.all([
    desk.waitForEvent('download'),
    desk.getByRole('button', { name: 'Export what is waiting' }).click(),
  ]);
  const path = await download.path();
  await expect(desk.getByText('3 events are in the file.')).toBeVisible();
  const [chooser] = await Promise.all([
    desk.waitForEvent('filechooser'),
    desk.getByRole('button', { name: 'Import from a file' }).click(),
  ]);
  await chooser.setFiles(path);
  await expect(desk.getByText('Imported: 0. Already here: 3.')).toBeVisible();
  await oven.acknowledgeAll(3);
});

test('each application says who takes its events; the platform hands them to a program, and takes them back', async ({
  browser,
  server,
}) => {
  const rowOn = (page: Page, name: string) =>
    page
      .getByRole('list', { name: 'Applications', exact: true })
      .getByRole('listitem')
      .filter({ has: page.getByRole('link', { name, exact: true }) });
  const demo = await openPage(browser, server, { path: '/events/applications' });
  await expect(rowOn(demo, 'hr')).toContainText('An external program, 1 active');
  for (const name of ['crm', 'affiliate']) await expect(rowOn(demo, name)).toContainText('The platform, ');
  await demo.context().close();

  await at.tab('Applications').click();
  const row = (name: string) => rowOn(desk, name);
  // The process that made the demo counts for a while after it has ended.
  await expect(row('wrapper')).toContainText('The platform, 1 active', { timeout: 90_000 });
  await expect(row('oven')).toContainText('An external program, 1 active');
  await row('system').getByRole('link').click();
  const consumer = at.panel().getByRole('region', { name: 'Who receives its events' });
  await expect(consumer).toContainText('The platform');
  await at.isAccessible();
  await consumer.getByRole('button', { name: 'Let a program receive them' }).click();
  const dialog = desk.getByRole('dialog', { name: 'Let an external program receive the events of system?' });
  await dialog.getByRole('button', { name: 'Let a program receive them' }).click();
  await expect(row('system')).toContainText('An external program, nobody is receiving');
  await consumer.getByRole('button', { name: 'Let the platform receive them' }).click();
  await desk.getByRole('dialog').getByRole('button', { name: 'Let the platform receive them' }).click();
  await expect(row('system')).toContainText('The platform, 1 active');
});
