import { AxeBuilder } from '@axe-core/playwright';
import { expect, type Page, test } from '@playwright/test';
import { BusProgram } from './bus-program.ts';
import { openPage } from './log-in.ts';
import { Server } from './server.ts';

test.describe.configure({ mode: 'serial' });

let server: Server;
let token: string;
let desk: Page;
let oven: BusProgram;

test.beforeAll(async ({ browser }) => {
  server = await Server.make();
  await server.start();
  const { login } = await server.ask<{ login: { accessToken: string } }>(
    'mutation { login(email: "owner@las-reinas.test", password: "mycelium-demo") { accessToken } }',
    {},
  );
  token = login.accessToken;
  await ask('mutation { registerApplication(input: { name: "oven", description: "The oven." }) { name } }');
  for (const name of ['dough.risen', 'loaf.baked']) {
    await ask(`mutation ($input: RegisterEventTypeInput!) { registerEventType(input: $input) { name } }`, {
      input: { name, source: 'ORDERING', targets: ['oven'], description: 'Bread.', payloadSchema: { type: 'object' } },
    });
  }
  oven = await BusProgram.make(server, 'oven');
  desk = await openPage(browser, server, { path: '/events/matrix' });
  await expect(tab('Matrix')).toBeVisible();
});

test.afterAll(async () => {
  await server?.stop();
});

const panel = () => desk.getByRole('complementary');
const tab = (name: string) => desk.getByRole('navigation', { name: 'Events' }).getByRole('link', { name });
const rows = (name: string) => desk.getByRole('list', { name, exact: true }).getByRole('listitem');
const cell = () => desk.getByRole('link', { name: 'ORDERING → oven:' });

function ask<Data>(query: string, variables: Record<string, unknown> = {}): Promise<Data> {
  return server.ask<Data>(query, variables, token);
}

async function publish(
  count: number,
  eventType = 'dough.risen',
  payload: object = { temperature: 230 },
): Promise<void> {
  const inputs = Array.from({ length: count }, () => ({ eventType, payload }));
  await ask('mutation ($inputs: [PublishEventInput!]!) { publishEvents(inputs: $inputs) { eventId } }', { inputs });
}

/** The demo has settings of its own, so that its version is not the first. */
let version: number | undefined;
async function readVersion(): Promise<number> {
  const { viewer } = await ask<{ viewer: { tenant: { id: string } } }>('{ viewer { tenant { id } } }');
  const { eventSettings } = await ask<{ eventSettings: { version: number } }>(
    'query ($tenantId: ID!) { eventSettings(tenantId: $tenantId) { version } }',
    { tenantId: viewer.tenant.id },
  );
  return eventSettings.version;
}
async function set(input: Record<string, unknown>): Promise<void> {
  version ??= await readVersion();
  const { updateEventSettings } = await ask<{ updateEventSettings: { version: number } }>(
    'mutation ($input: UpdateEventSettingsInput!) { updateEventSettings(input: $input) { version } }',
    { input: { version, ...input } },
  );
  version = updateEventSettings.version;
}

const isAccessible = async () => expect((await new AxeBuilder({ page: desk }).analyze()).violations).toEqual([]);

test('failures open the breaker, which is seen at once; closed by hand, the events go on', async () => {
  await set({ attempts: 20, backOffMs: 10, backOffAtMostMs: 10, breakerFailures: 3, breakerOpenMs: 3_600_000 });
  await publish(3);
  await expect(cell()).toContainText('3 wait');
  await oven.failAll(3, 'The oven is off.', { mayRetry: true });
  await expect(cell()).toContainText('Down');
  await expect(cell()).toContainText('Breaker: Open');
  expect(await oven.take()).toEqual([]);
  await cell().click();
  await expect(panel()).toContainText('or the breaker is open');
  await isAccessible();
  await panel().getByRole('button', { name: 'Try oven again now' }).click();
  await expect(cell()).not.toContainText('Breaker');
  await expect(cell()).toContainText('Healthy');
  await oven.acknowledgeAll(3);
  await expect(panel()).toContainText('100% (3 done, 0 not)');
  await desk.getByLabel('Counted over').getByText('Today (UTC)').click();
  await expect(desk).toHaveURL(/window=day/);
  await expect(panel()).toContainText('100% (3 done, 0 not)');
  await panel().getByText('As a table').click();
  await expect(panel().getByRole('table')).toContainText('3');
});

test('an open breaker lets one event try by itself, and closes when that one succeeds', async () => {
  await set({ breakerOpenMs: 500 });
  await publish(3);
  await oven.failAll(3, 'The oven is off.', { mayRetry: true });
  await expect(cell()).toContainText('Breaker: Open');
  const [probe] = await oven.takeAll(1);
  await expect(cell()).toContainText('Breaker: Trying again');
  expect(await oven.take()).toEqual([]);
  await oven.acknowledge(probe?.event.eventId ?? '', {});
  await expect(cell()).not.toContainText('Breaker');
  await oven.acknowledgeAll(2);
  await expect(cell()).toContainText('0 wait');
  await set({ breakerFailures: 1_000 });
});

test('an event that failed tells its times, its attempts and what it carried; discarding it asks first', async () => {
  await publish(1, 'dough.risen', { temperature: 301 });
  await oven.failAll(1, 'Too hot.', { mayRetry: true });
  await oven.failAll(1, 'Still too hot.');
  await tab('Failed').click();
  await expect(rows('Failed')).toHaveCount(1);
  await rows('Failed').getByRole('link').click();
  const delivery = panel().getByRole('region', { name: 'ORDERING → oven' });
  for (const name of ['Published', 'Handed out', 'Given up', 'Took', 'Attempts', 'Consumer'])
    await expect(delivery.getByRole('term').filter({ hasText: name }).first()).toBeVisible();
  const attempts = panel().getByRole('list', { name: 'Attempts that failed' }).getByRole('listitem');
  await expect(attempts).toHaveCount(2);
  await expect(attempts.first()).toContainText('Too hot.');
  await expect(attempts.first()).toContainText('Attempt 1 · e2e ·');
  await expect(attempts.last()).toContainText('Still too hot.');
  await expect(panel().getByText('"temperature": 301')).toBeVisible();
  await panel().getByRole('button', { name: 'Discard' }).click();
  await expect(desk.getByRole('dialog', { name: 'Discard dough.risen for oven?' })).toBeVisible();
  await desk.getByRole('dialog').getByRole('button', { name: 'Discard' }).click();
  await expect(desk.getByText('Nothing has failed')).toBeVisible();
});

test('all that a filter names are discarded or retried, after their count', async () => {
  await publish(4);
  await oven.failAll(4, 'The oven is cold.');
  await publish(2);
  await oven.failAll(2, 'The oven is hot.');
  await expect(rows('Failed')).toHaveCount(6);
  await desk.getByLabel('Error says').fill('cold');
  await expect(rows('Failed')).toHaveCount(4);
  await desk.getByRole('button', { name: 'Discard all' }).click();
  await expect(desk.getByRole('dialog', { name: 'Discard 4 events?' })).toBeVisible();
  await desk.getByRole('dialog').getByRole('button', { name: 'Discard' }).click();
  const jobs = rows('Done in bulk');
  await expect(jobs.first()).toContainText('4 of 4');
  await expect(jobs.first()).toContainText('Done');
  await expect(desk.getByText('Nothing that failed matches this filter.')).toBeVisible();
  await desk.getByLabel('Error says').fill('');
  await expect(rows('Failed')).toHaveCount(2);
  await desk.getByRole('button', { name: 'Retry all' }).click();
  await expect(desk.getByRole('dialog', { name: 'Retry 2 events?' })).toBeVisible();
  await desk.getByRole('dialog').getByRole('button', { name: 'Retry' }).click();
  await expect(jobs).toHaveCount(2);
  await expect(jobs.first()).toContainText('2 of 2');
  await expect(desk.getByText('Nothing has failed')).toBeVisible();
  await oven.acknowledgeAll(2);
});

test('what was acknowledged is replayed where history is kept: the same events, with a mark', async () => {
  await set({ mode: 'FULL_HISTORY' });
  await publish(2, 'loaf.baked');
  const first = await oven.takeAll(2);
  for (const { event } of first) await oven.acknowledge(event.eventId, {});
  await desk.getByLabel('Type', { exact: true }).selectOption('loaf.baked');
  await expect
    .poll(async () => {
      await desk.getByRole('button', { name: 'Replay all' }).click();
      const title = await desk
        .getByRole('dialog', { name: /^Replay \d/ })
        .getByRole('heading')
        .textContent();
      if (title !== 'Replay 2 events?') await desk.getByRole('dialog').getByRole('button', { name: 'Cancel' }).click();
      return title;
    })
    .toBe('Replay 2 events?');
  await desk.getByRole('dialog').getByRole('button', { name: 'Replay' }).click();
  await expect(rows('Done in bulk').first()).toContainText('2 of 2');
  const again = await oven.takeAll(2);
  expect(again.map(({ event }) => event.eventId).sort()).toEqual(first.map(({ event }) => event.eventId).sort());
  expect(first.every(({ isReplay }) => !isReplay) && again.every(({ isReplay }) => isReplay)).toBe(true);
  for (const { event } of again) await oven.acknowledge(event.eventId, {});
  await set({ mode: 'ZERO_DB_SUCCESS' });
});

test('a queue of hundreds is shown page by page, and stays right while events leave it', async () => {
  await desk.goto(`${server.url}/app/events/queue?target=oven`);
  await publish(430);
  await expect(desk.getByText('430 events wait')).toBeVisible();
  await expect(rows('Queue')).toHaveCount(100);
  const more = desk.getByRole('button', { name: 'Show more' });
  for (const count of [200, 300, 400, 430]) {
    await more.click();
    await expect(rows('Queue')).toHaveCount(count);
  }
  await expect(more).toHaveCount(0);
  const links = () =>
    rows('Queue')
      .getByRole('link')
      .evaluateAll((all) => all.map((link) => link.getAttribute('href')));
  const before = await links();
  expect(new Set(before).size).toBe(430);
  for (const { event } of (await oven.take()).slice(0, 5)) await oven.acknowledge(event.eventId, {});
  await expect(desk.getByText('425 events wait')).toBeVisible();
  await expect(rows('Queue')).toHaveCount(425);
  expect(await links()).toEqual(before.slice(5));
});

test('the counters are compared on demand; what is too late is given up, and the failed ones are shown page by page', async () => {
  await set({ acknowledgeWithinMs: 1_000 });
  await tab('Settings').click();
  await desk.getByRole('button', { name: 'Count anew now' }).click();
  await expect(desk.getByText('All counters were right.')).toBeVisible();
  const last = rows('Counters').first();
  await expect(last).toContainText('2 channels');
  await expect(last).toContainText('All right');
  await expect(last).toContainText('You');
  await isAccessible();
  await set({ acknowledgeWithinMs: 3_600_000 });
  await tab('Failed').click();
  await desk.getByLabel('Told to').selectOption('oven');
  await expect(desk.getByText('425 events failed')).toBeVisible();
  const more = desk.getByRole('button', { name: 'Show more' });
  for (const count of [200, 300, 400, 425]) {
    await more.click();
    await expect(rows('Failed')).toHaveCount(count);
  }
  // One more comes in at the top, and nothing falls out between the pages.
  await publish(1);
  await oven.failAll(1, 'Burnt.');
  await expect(rows('Failed')).toHaveCount(426);
  await expect(rows('Failed').first()).toContainText('Burnt.');
});

test('what waits is saved as a file, and the same file changes nothing here', async () => {
  await publish(3);
  await tab('Settings').click();
  const [download] = await Promise.all([
    desk.waitForEvent('download'),
    desk.getByRole('button', { name: 'Write what waits to a file' }).click(),
  ]);
  const path = await download.path();
  await expect(desk.getByText('3 events are in the file.')).toBeVisible();
  const [chooser] = await Promise.all([
    desk.waitForEvent('filechooser'),
    desk.getByRole('button', { name: 'Take over from a file' }).click(),
  ]);
  await chooser.setFiles(path);
  await expect(desk.getByText('0 taken over, 3 were here already.')).toBeVisible();
  await oven.acknowledgeAll(3);
});

test('each application says who takes its events; the platform hands them to a program, and takes them back', async () => {
  await tab('Applications').click();
  const row = (name: string) => rows('Applications').filter({ has: desk.getByRole('link', { name, exact: true }) });
  await expect(row('wrapper')).toContainText('The platform, 1 at work');
  for (const name of ['crm', 'hr', 'affiliate']) await expect(row(name)).toContainText('A program outside, 1 at work');
  await expect(row('oven')).toContainText('A program outside, 1 at work');
  await row('system').getByRole('link').click();
  const consumer = panel().getByRole('region', { name: 'Who takes its events' });
  await expect(consumer).toContainText('The platform');
  await isAccessible();
  await consumer.getByRole('button', { name: 'Let a program take them' }).click();
  const dialog = desk.getByRole('dialog', { name: 'Let a program outside take the events of system?' });
  await dialog.getByRole('button', { name: 'Let a program take them' }).click();
  await expect(row('system')).toContainText('A program outside, nobody at work');
  await consumer.getByRole('button', { name: 'Let the platform take them' }).click();
  await desk.getByRole('dialog').getByRole('button', { name: 'Let the platform take them' }).click();
  await expect(row('system')).toContainText('The platform, 1 at work');
});
