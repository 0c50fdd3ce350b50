import { expect } from '@playwright/test';
import { expectAccessible } from './accessible.ts';
import { Desk } from './desk.ts';
import { Receiver, verify } from './receiver.ts';
import { makeTenant } from './tenant.ts';
import { test } from './worker-server.ts';

test.describe.configure({ mode: 'serial' });

let desk: Desk;
let receiver: Receiver;
let secret = '';

test.beforeAll(async ({ browser, server }) => {
  receiver = await Receiver.open();
  desk = await Desk.open(browser, server, await makeTenant(server));
});

test.afterAll(async () => {
  await desk?.close();
  await receiver?.close();
});

const panel = () => desk.panel;
const button = (name: string) => panel().getByRole('button', { name, exact: true });
const attempts = () => panel().getByRole('list', { name: 'Attempts' }).getByRole('listitem');
const answerDialog = (name: string) => desk.page.getByRole('dialog').getByRole('button', { name, exact: true }).click();
const tellConfig = (key: string) => desk.publish('config.updated', { key }, { targets: ['hr'] });
const tellMaintenance = () =>
  desk.publish('maintenance.scheduled', {
    title: 'New ovens',
    startsAt: '2030-01-01T00:00:00Z',
    endsAt: '2030-01-01T01:00:00Z',
  });

async function hasNoViolations(): Promise<void> {
  await expectAccessible(desk.page);
}

test('a webhook is made for types that are chosen from the registry, and its first message is seen as it arrives', async () => {
  await desk.page.getByRole('link', { name: 'Events', exact: true }).click();
  await desk.tab('Webhooks').click();
  await expect(desk.page.getByText('No webhooks yet')).toBeVisible();
  await desk.page.getByRole('link', { name: 'New webhook' }).click();
  await panel().getByLabel('Address').fill(receiver.url);
  await panel().getByLabel('What it is for').fill('The ovens');
  await expect(panel()).toContainText('Alerts are sent only if you choose them by name.');
  await panel().getByLabel('All events between applications').uncheck();
  await panel().getByRole('searchbox').fill('config');
  await panel().getByLabel('config.updated').check();
  await expect(panel().getByLabel('audit.recorded')).toHaveCount(0);
  await hasNoViolations();
  await button('Create').click();
  secret = (await panel().locator('[data-secret]').textContent()) ?? '';
  await button('I have copied it').click();
  await expect(panel()).toContainText('Nothing has been sent yet.');
  const eventId = await tellConfig('theme');
  const received = await receiver.nth(1);
  expect(verify(secret, received)).toMatchObject({ type: 'config.updated', data: { key: 'theme' } });
  await expect(attempts()).toHaveCount(1);
  await expect(attempts()).toContainText('Delivered 204');
  await panel().getByText('How to check the signatures').click();
  await expect(panel()).toContainText(eventId);
  await hasNoViolations();
});

test('a failure shows what was answered and when it is tried again, and is sent once more by hand', async () => {
  receiver.answer(500, 'The oven is closed.');
  receiver.answer(500, 'Still closed.');
  await tellConfig('heat');
  await expect(attempts().first()).toContainText('Refused 500');
  await expect(attempts().first()).toContainText('The oven is closed.');
  await expect(attempts().first()).toContainText('next attempt:');
  await expect(panel()).toContainText('Failing');
  await panel().getByText('Failed', { exact: true }).last().click();
  await expect(desk.page).toHaveURL(/attempts=failed/);
  await expect(attempts()).toHaveCount(1);
  await attempts().first().getByRole('button', { name: 'Send again' }).click();
  await expect(attempts()).toHaveCount(2);
  await expect(attempts().first()).toContainText('Still closed.');
  await hasNoViolations();
  // The schedule would have it wait for five minutes now.
  await attempts().first().getByRole('button', { name: 'Send again' }).click();
  await receiver.nth(4);
  await panel().getByText('All', { exact: true }).last().click();
  await expect(attempts()).toHaveCount(4);
  await expect(attempts().first()).toContainText('Delivered 204');
  await expect(attempts().first()).toContainText('Attempt 3');
  await expect(panel()).not.toContainText('Failing');
});

test('what it did not take is recovered, after it was said how much that is', async () => {
  receiver.answer(503, '');
  await tellConfig('salt');
  await expect(attempts().first()).toContainText('Refused 503');
  await button('Recover').click();
  await expect(desk.page.getByRole('dialog')).toContainText('Nothing was given up in this period.');
  await hasNoViolations();
  await answerDialog('Recover');
  await receiver.nth(6);
  await expect(attempts().first()).toContainText('Delivered 204');
});

test('while a secret is changed both sign, and a test reaches this webhook alone', async () => {
  await button('New secret').click();
  await answerDialog('New secret');
  const fresh = (await panel().locator('[data-secret]').textContent()) ?? '';
  expect(fresh).not.toBe(secret);
  await expect(panel()).toContainText('Signs for 24 more hours.');
  await button('I have copied it').click();
  await expect(panel()).toContainText('The old secret still signs until');
  await button('Send a test').click();
  const received = await receiver.nth(7);
  for (const each of [secret, fresh]) expect(verify(each, received)).toMatchObject({ type: 'webhook.test' });
  await expect(attempts().first()).toContainText('webhook.test');
  await expect(attempts().first()).toContainText('Delivered 204');
});

test('what it is told is changed, and what somebody else changed meanwhile stays', async () => {
  await panel().getByRole('link', { name: 'Edit' }).click();
  await expect(panel().getByLabel('Address')).toHaveValue(receiver.url);
  const id = /webhooks\/([^/]+)\/edit/.exec(desk.page.url())?.[1];
  const { webhookEndpoint } = await desk.ask<{ webhookEndpoint: { version: number } }>(
    'query ($id: ID!) { webhookEndpoint(id: $id) { version } }',
    { id },
  );
  await desk.ask(
    'mutation ($id: ID!, $input: UpdateWebhookEndpointInput!) { updateWebhookEndpoint(id: $id, input: $input) { id } }',
    { id, input: { version: webhookEndpoint.version, description: 'The big ovens' } },
  );
  await expect(panel().getByLabel('What it is for')).toHaveValue('The big ovens');
  await panel().getByLabel('config.updated').uncheck();
  await panel().getByLabel('maintenance.scheduled').check();
  await button('Save').click();
  await expect(panel().getByRole('heading', { name: 'The big ovens' })).toBeVisible();
  await expect(panel()).toContainText('maintenance.scheduled');
  await tellConfig('unheard');
  await tellMaintenance();
  expect(JSON.parse((await receiver.nth(8)).body)).toMatchObject({ type: 'maintenance.scheduled' });
});

test('while it is paused events wait, and are counted; they are sent when it is resumed', async () => {
  await button('Pause').click();
  await expect(panel()).toContainText('Nothing is being sent. New events wait');
  await tellMaintenance();
  await expect(panel()).toContainText('1 event is waiting');
  await hasNoViolations();
  await button('Resume').click();
  await receiver.nth(9);
  await expect(panel()).toContainText('Active');
  await expect(attempts().first()).toContainText('Delivered 204');
});

test('many attempts are read page by page, and none is missing when new ones come', async () => {
  for (let sent = 0; sent < 20; sent += 1) await tellMaintenance();
  await receiver.nth(29);
  const rows = attempts().filter({ hasText: 'Attempt' });
  await expect(rows).toHaveCount(20);
  await panel().getByRole('button', { name: 'Show more' }).click();
  await expect(rows).toHaveCount(29);
  await tellMaintenance();
  await receiver.nth(30);
  await expect(rows).toHaveCount(30);
});

test('one that says that it is gone is stopped with the reason, and an alert leads to it', async () => {
  receiver.answer(410, 'moved away');
  await tellMaintenance();
  await expect(panel()).toContainText('It answered that it no longer exists (410).');
  await expect(panel()).toContainText('1 event is waiting');
  await hasNoViolations();
  await desk.tab('Alerts').click();
  const alert = desk.page.getByRole('list', { name: 'Open' }).getByRole('listitem');
  await expect(alert).toContainText('The big ovens');
  await alert.getByRole('link').click();
  await button('Resume').click();
  await receiver.nth(32);
  await expect(panel()).toContainText('Active');
  await desk.tab('Alerts').click();
  await expect(desk.page.getByText('No alerts')).toBeVisible();
  await expect(desk.page.getByRole('list', { name: 'Over' }).getByRole('listitem')).toContainText('Recovered');
});

test('one whose receiver always answers 500 is shown as failing since then: in the list, in the matrix and on Home', async () => {
  for (let answer = 0; answer < 15; answer += 1) receiver.answer(500, 'The oven is on fire.');
  for (let sent = 0; sent < 3; sent += 1) await tellMaintenance();
  await desk.tab('Webhooks').click();
  const row = desk.page.getByRole('list', { name: 'Webhooks' }).getByRole('listitem');
  await expect(row).toContainText(/Failing\s*for \d/);
  await row.getByRole('link').click();
  await expect(panel()).toContainText('Failing since');
  await desk.tab('Matrix').click();
  await expect(desk.page.getByRole('list', { name: 'Webhooks' }).getByRole('link')).toContainText(/Failing\s*for \d/);
  await hasNoViolations();
  await desk.page.getByRole('link', { name: 'Home', exact: true }).click();
  const concern = desk.page.getByRole('list', { name: 'Needs you' }).getByRole('listitem');
  const mine = concern.filter({ hasText: 'The webhook The big ovens is failing' });
  await expect(mine).toContainText(/for \d/);
  await mine.getByRole('link', { name: 'See why' }).click();
  await expect(panel()).toContainText('The oven is on fire.');
});
