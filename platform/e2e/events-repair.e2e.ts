import { expect, type Page } from '@playwright/test';
import type { BusProgram } from './bus-program.ts';
import { OvenDesk } from './oven-desk.ts';
import { test } from './worker-server.ts';

test.describe.configure({ mode: 'serial' });

let at: OvenDesk;
let desk: Page;
let oven: BusProgram;

test.beforeAll(async ({ browser, server }) => {
  at = await OvenDesk.open(browser, server);
  ({ page: desk, oven } = at);
});

test.afterAll(async () => {
  await at?.close();
});

test('failures open the breaker, which is seen at once; closed by hand, the events go on', async () => {
  await at.set({ attempts: 20, backOffMs: 10, backOffAtMostMs: 10, breakerFailures: 3, breakerOpenMs: 3_600_000 });
  await at.publish(3);
  await expect(at.cell()).toContainText('3 wait');
  await oven.failAll(3, 'The oven is off.', { mayRetry: true });
  await expect(at.cell()).toContainText('Failing');
  await expect(at.cell()).toContainText('Circuit breaker: Sending paused');
  expect(await oven.take()).toEqual([]);
  await at.cell().click();
  await expect(at.panel()).toContainText('or sending is paused');
  await at.isAccessible();
  await at.panel().getByRole('button', { name: 'Try oven again now' }).click();
  await expect(at.cell()).not.toContainText('Circuit breaker');
  // Nothing has succeeded yet.
  await expect(at.cell()).toContainText('Failing');
  await oven.acknowledgeAll(3);
  await expect(at.cell()).toContainText('Healthy');
  await expect(at.panel()).toContainText('100% (3 succeeded, 0 failed)');
  await desk.getByLabel('Period').getByText('Today (UTC)').click();
  await expect(desk).toHaveURL(/window=day/);
  await expect(at.panel()).toContainText('100% (3 succeeded, 0 failed)');
  await at.panel().getByText('As a table').click();
  const counts = at.panel().getByRole('table').locator('td:last-child');
  await expect.poll(async () => (await counts.allTextContents()).reduce((sum, text) => sum + Number(text), 0)).toBe(3);
});

test('an open breaker lets one event try by itself, and closes when that one succeeds', async () => {
  await at.set({ breakerOpenMs: 500 });
  await at.publish(3);
  await oven.failAll(3, 'The oven is off.', { mayRetry: true });
  await expect(at.cell()).toContainText('Circuit breaker: Sending paused');
  const [probe] = await oven.takeAll(1);
  await expect(at.cell()).toContainText('Circuit breaker: Trying again');
  expect(await oven.take()).toEqual([]);
  await oven.acknowledge(probe?.event.eventId ?? '', {});
  await expect(at.cell()).not.toContainText('Circuit breaker');
  await oven.acknowledgeAll(2);
  await expect(at.cell()).toContainText('0 wait');
  await at.set({ breakerFailures: 1_000 });
});

test('an event that failed tells its times, its attempts and what it carried; discarding it asks first', async () => {
  await at.publish(1, 'dough.risen', { temperature: 301 });
  await oven.failAll(1, 'Too hot.', { mayRetry: true });
  await oven.failAll(1, 'Still too hot.');
  await at.tab('Failed').click();
  await expect(at.rows('Failed')).toHaveCount(1);
  await at.rows('Failed').getByRole('link').click();
  const delivery = at.panel().getByRole('region', { name: 'ORDERING → oven' });
  for (const name of ['Published', 'Delivered', 'Given up', 'Duration', 'Attempts', 'Consumer'])
    await expect(delivery.getByRole('term').filter({ hasText: name }).first()).toBeVisible();
  const attempts = at.panel().getByRole('list', { name: 'Failed attempts' }).getByRole('listitem');
  await expect(attempts).toHaveCount(2);
  await expect(attempts.first()).toContainText('Too hot.');
  await expect(attempts.first()).toContainText('Attempt 1 · e2e ·');
  await expect(attempts.last()).toContainText('Still too hot.');
  await expect(at.panel().getByText('"temperature": 301')).toBeVisible();
  await at.panel().getByRole('button', { name: 'Discard' }).click();
  await expect(desk.getByRole('dialog', { name: 'Discard dough.risen for oven?' })).toBeVisible();
  for (const name of ['Retry all', 'Discard all']) await expect(desk.getByRole('button', { name })).toBeEnabled();
  await desk.getByRole('dialog').getByRole('button', { name: 'Discard' }).click();
  await expect(desk.getByText('Nothing has failed')).toBeVisible();
  // Nor is there anything to do to all.
  for (const name of ['Retry all', 'Discard all']) await expect(desk.getByRole('button', { name })).toBeDisabled();
});

test('all that a filter names are discarded or retried, after their count', async () => {
  await at.publish(4);
  await oven.failAll(4, 'The oven is cold.');
  await at.publish(2);
  await oven.failAll(2, 'The oven is hot.');
  await expect(at.rows('Failed')).toHaveCount(6);
  await desk.getByLabel('Error text').fill('cold');
  await expect(at.rows('Failed')).toHaveCount(4);
  await desk.getByRole('button', { name: 'Discard all' }).click();
  await expect(desk.getByRole('dialog', { name: 'Discard 4 events?' })).toBeVisible();
  await desk.getByRole('dialog').getByRole('button', { name: 'Discard' }).click();
  const jobs = at.rows('Bulk actions');
  await expect(jobs.first()).toContainText('4 of 4');
  await expect(jobs.first()).toContainText('Done');
  await expect(desk.getByText('Nothing that failed matches this filter.')).toBeVisible();
  await desk.getByLabel('Error text').fill('');
  await expect(at.rows('Failed')).toHaveCount(2);
  await desk.getByRole('button', { name: 'Retry all' }).click();
  await expect(desk.getByRole('dialog', { name: 'Retry 2 events?' })).toBeVisible();
  await desk.getByRole('dialog').getByRole('button', { name: 'Retry' }).click();
  await expect(jobs).toHaveCount(2);
  await expect(jobs.first()).toContainText('2 of 2');
  await expect(desk.getByText('Nothing has failed')).toBeVisible();
  await oven.acknowledgeAll(2);
});

test('what was acknowledged is replayed where history is kept: the same events, with a mark', async () => {
  await at.set({ mode: 'FULL_HISTORY' });
  await at.publish(2, 'loaf.baked');
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
  await expect(at.rows('Bulk actions').first()).toContainText('2 of 2');
  const again = await oven.takeAll(2);
  expect(again.map(({ event }) => event.eventId).sort()).toEqual(first.map(({ event }) => event.eventId).sort());
  expect(first.every(({ isReplay }) => !isReplay) && again.every(({ isReplay }) => isReplay)).toBe(true);
  for (const { event } of again) await oven.acknowledge(event.eventId, {});
  await at.set({ mode: 'ZERO_DB_SUCCESS' });
});

test('what failed says when it is tried next and which attempt that is', async () => {
  await at.set({ attempts: 5, backOffMs: 3_600_000, backOffAtMostMs: 3_600_000 });
  await at.publish(1, 'dough.risen', { temperature: 311 });
  await oven.failAll(1, 'Cold.', { mayRetry: true });
  await at.tab('Queue').click();
  await expect(at.rows('Queue')).toContainText(/Tried again at .*, attempt 2 of 5/);
  await expect(at.rows('Queue')).toContainText('Failed 1 time');
  await at.rows('Queue').getByRole('link').click();
  await expect(at.panel().getByText('"temperature": 311')).toBeVisible();
  await expect(at.panel()).toContainText(/Next attempt\s*Tried again at .*, attempt 2 of 5/);
  await at.isAccessible();
});

test('a retry keeps the attempts of before, and where history is kept all of it is found there', async () => {
  await at.set({ mode: 'FULL_HISTORY' });
  await at.publish(1, 'loaf.baked', { temperature: 312 });
  await oven.failAll(1, 'Too hot.');
  await at.tab('Failed').click();
  const failed = at.rows('Failed').filter({ hasText: 'loaf.baked' }).getByRole('link');
  const eventId = (await failed.getAttribute('href'))?.match(/[0-9a-f-]{36}/)?.[0];
  await failed.click();
  await at.panel().getByRole('button', { name: 'Retry' }).click();
  const attempts = at.panel().getByRole('list', { name: 'Failed attempts' }).getByRole('listitem');
  const delivery = at.panel().getByRole('region', { name: 'ORDERING → oven' });
  await expect(delivery.getByRole('term').filter({ hasText: 'Retried' })).toBeVisible();
  await expect(attempts).toHaveCount(1);
  await oven.failAll(1, 'Still too hot.');
  await expect(attempts).toHaveCount(2);
  await expect(attempts.first()).toContainText('Too hot.');
  await expect(attempts.last()).toContainText('Attempt 2');
  await at.panel().getByRole('button', { name: 'Retry' }).click();
  await oven.acknowledgeAll(1);
  await at.tab('History').click();
  await desk.getByRole('radiogroup', { name: 'Show' }).getByText('Acknowledged').click();
  await at.rows('History').locator(`a[href*="${eventId}"]`).click();
  await expect(at.panel().getByText('"temperature": 312')).toBeVisible();
  await expect(attempts).toHaveCount(2);
  await at.isAccessible();
});

test('a product that is off is shown as off, and not as told', async () => {
  const { enableService } = await at.ask<{ enableService: { id: string; version: number } }>(
    'mutation { enableService(input: { product: DIGITAL_MENU }) { id version } }',
  );
  await at.ask(
    'mutation ($id: ID!, $version: Int!) { disableService(id: $id, version: $version) { id } }',
    enableService,
  );
  await at.tab('Applications').click();
  await expect(at.rows('Applications').filter({ hasText: 'DIGITAL_MENU' })).toContainText('Off');
  await desk.getByRole('link', { name: 'Publish a test event' }).click();
  await at.panel().getByLabel('Type', { exact: true }).selectOption('config.updated');
  await expect(at.panel().getByLabel('DIGITAL_MENU (Off)')).toBeDisabled();
  await at.panel().getByRole('button', { name: 'Publish' }).click();
  await expect(at.panel().getByRole('region', { name: 'system → hr' })).toContainText('Waiting');
  await expect(at.panel().getByRole('region', { name: 'system → DIGITAL_MENU' })).toContainText(
    'This product is off, so it receives no events.',
  );
  await at.isAccessible();
});
