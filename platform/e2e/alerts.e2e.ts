import { expect } from '@playwright/test';
import { expectAccessible } from './accessible.ts';
import { BusProgram } from './bus-program.ts';
import { Desk } from './desk.ts';
import { letSyncFail } from './failing-sync.ts';
import { go } from './go.ts';
import { Receiver } from './receiver.ts';
import type { Server } from './server.ts';
import { letScreenBeSilent } from './silence.ts';
import { makeTenant } from './tenant.ts';
import { test } from './worker-server.ts';

test.describe.configure({ mode: 'serial' });

const APPLICATION = 'mutation ($input: RegisterApplicationInput!) { registerApplication(input: $input) { name } }';
const TYPE = 'mutation ($input: RegisterEventTypeInput!) { registerEventType(input: $input) { name } }';
const ENDPOINT = 'mutation ($input: CreateWebhookEndpointInput!) { createWebhookEndpoint(input: $input) { secret } }';

let server: Server;
let owner: string;
let desk: Desk;
let receiver: Receiver;
/** A program that acknowledges nothing until it is asked to. */
let oven: BusProgram;

test.beforeAll(async ({ browser, server: running }) => {
  server = running;
  owner = await makeTenant(server);
  receiver = await Receiver.open();
  desk = await Desk.open(browser, server, owner);
  await desk.ask(APPLICATION, { input: { name: 'oven', description: 'The oven of the bakery.' } });
  await desk.ask(TYPE, {
    input: {
      name: 'dough.risen',
      description: 'The dough has risen.',
      source: 'ORDERING',
      targets: ['oven'],
      payloadSchema: { type: 'object' },
    },
  });
  await desk.ask(ENDPOINT, {
    input: { url: receiver.url, description: 'Who is on duty', eventTypes: ['alert.raised', 'alert.recovered'] },
  });
  oven = await BusProgram.make(server, 'oven', owner);
});

test.afterAll(async () => {
  await desk?.close();
  await receiver?.close();
});

const list = (name: string) => desk.page.getByRole('list', { name, exact: true }).getByRole('listitem');
const rule = () => desk.page.getByRole('form', { name: 'Events wait too long' });
const told = async (count: number) =>
  JSON.parse((await receiver.nth(count, 20_000)).body) as { type: string; data: object };

/** The subjects of the e-mails about events that the owner got, oldest first. */
async function emails(): Promise<string[]> {
  const page = await (await fetch(server.mailbox)).text();
  const articles = [...page.matchAll(/<h2>(.*?)<\/h2><small>to (\S+?),/g)];
  return articles
    .filter(([, subject, to]) => to === owner && subject?.includes('oven'))
    .map(([, subject = '']) => subject);
}

let version = 0;

/** Has the alerts looked at now, as whoever saves a rule does; else they are within seconds. */
async function lookAtAlerts(): Promise<void> {
  const { updateAlertRule } = await desk.ask<{ updateAlertRule: { version: number } }>(
    'mutation ($input: UpdateAlertRuleInput!) { updateAlertRule(input: $input) { version } }',
    { input: { kind: 'SUCCESS_RATE', version, threshold: version + 1 } },
  );
  version = updateAlertRule.version;
}

/** Looks until it is so: what was published a moment ago may not be counted yet, or has not waited for long enough. */
function lookUntil(isSo: () => Promise<void>): Promise<void> {
  return expect(async () => {
    await lookAtAlerts();
    await isSo();
  }).toPass({ timeout: 20_000 });
}

async function acknowledgeAll(): Promise<void> {
  for (const eventId of await oven.pull()) await oven.acknowledge(eventId, { loaves: 12 });
}

test('a program that acknowledges nothing is told at once: on the page, by one e-mail and by one webhook', async () => {
  await desk.page.getByRole('link', { name: 'Events', exact: true }).click();
  await desk.tab('Alerts').click();
  await expect(desk.page.getByText('No alerts')).toBeVisible();
  await rule().getByRole('textbox').fill('none');
  await expect(rule()).toContainText('Enter a number.');
  await rule().getByRole('textbox').fill('0.001');
  await rule().getByRole('button', { name: 'Save' }).click();
  await expect(desk.page.getByText('Saved “Events wait too long”.')).toBeVisible();
  await desk.publish('dough.risen', { temperature: 230 });
  const alert = list('Open');
  await lookUntil(() => expect(alert).toHaveCount(1, { timeout: 1_000 }));
  await expect(alert).toContainText('Events wait too long');
  await expect(alert).toContainText('ORDERING → oven');
  expect(await told(1)).toMatchObject({ type: 'alert.raised', data: { kind: 'PENDING_AGE', target: 'oven' } });
  await expect.poll(async () => (await emails()).length).toBe(1);
  await expectAccessible(desk.page);
  await alert.getByRole('link').click();
  await expect(desk.page).toHaveURL(/queue\?source=ORDERING&target=oven/);
  await expect(list('Queue')).toHaveCount(1);
});

test('somebody takes note of it; when the program has caught up it is over, and that is told too', async () => {
  await desk.tab('Alerts').click();
  const open = list('Open');
  await open.getByRole('button', { name: 'Acknowledge' }).click();
  await expect(open).toContainText('Acknowledged');
  await expect(open).toContainText('acknowledged: You');
  await acknowledgeAll();
  await lookUntil(() => expect(desk.page.getByText('No alerts')).toBeVisible({ timeout: 1_000 }));
  await expect(list('Over')).toContainText('Recovered');
  await expect(list('Over')).toContainText('lasted');
  expect(await told(2)).toMatchObject({ type: 'alert.recovered', data: { kind: 'PENDING_AGE' } });
  await expect.poll(async () => (await emails()).length).toBe(2);
});

test('a muted rule shows its alert and tells the webhook, and sends no e-mail until it is switched on', async () => {
  await rule().getByRole('combobox').selectOption('No emails for 8 hours');
  await expect(rule().getByRole('combobox')).toHaveValue('muted');
  await desk.publish('dough.risen', { temperature: 240 });
  await lookUntil(() => expect(list('Open')).toHaveCount(1, { timeout: 1_000 }));
  expect((await told(3)).data).not.toHaveProperty('emails');
  await rule().getByRole('combobox').selectOption('Emails');
  await expect(rule().getByRole('combobox')).toHaveValue('on');
  await acknowledgeAll();
  await lookUntil(() => expect(list('Open')).toHaveCount(0, { timeout: 1_000 }));
  expect(await told(4)).toMatchObject({ type: 'alert.recovered', data: { emails: 'OWNERS' } });
  // E-mails are written in their order: when that of the end is there, that of the beginning would be.
  await expect.poll(async () => (await emails()).length).toBe(3);
});

test('e-mails go to the people who were chosen, and to the owners when nobody is', async () => {
  await rule().getByRole('button', { name: 'To the owners' }).click();
  const dialog = desk.page.getByRole('dialog');
  await dialog.getByLabel('To the owners').uncheck();
  await expect(dialog).toContainText('If nobody is chosen, emails go to the owners.');
  await dialog.getByRole('checkbox').nth(1).check();
  await expectAccessible(desk.page);
  await dialog.getByRole('button', { name: 'Save' }).click();
  await expect(rule().getByRole('button', { name: 'To 1 person' })).toBeVisible();
  await desk.page.reload();
  await rule().getByRole('button', { name: 'To 1 person' }).click();
  await expect(dialog.getByRole('checkbox', { checked: true })).toHaveCount(1);
  await dialog.getByLabel('To the owners').check();
  await dialog.getByRole('button', { name: 'Save' }).click();
  await expect(rule().getByRole('button', { name: 'To the owners' })).toBeVisible();
});

test('a screen whose browser is closed is an alert that leads to it, and is over when it is back', async ({
  browser,
}) => {
  const context = await browser.newContext();
  const screen = await context.newPage();
  await screen.goto(`${server.url}/signage`);
  const code = screen.locator('[data-pairing-code]');
  await expect(code).toHaveText(/\w{3}.?\w{3}/);
  const PAIR = 'mutation ($code: String!) { pairDisplay(code: $code, input: { name: "Bar" }) { id } }';
  const { pairDisplay } = await desk.ask<{ pairDisplay: { id: string } }>(PAIR, { code: await code.textContent() });
  await go(desk.page, `/screens/${pairDisplay.id}`);
  await expect(desk.panel).toContainText('Online');

  await go(desk.page, '/events/alerts');
  const offline = desk.page.getByRole('form', { name: 'A screen is offline' });
  await expect(offline).toContainText('minutes');
  await offline.getByRole('textbox').fill('0.5');
  await offline.getByRole('button', { name: 'Save' }).click();
  await expect(desk.page.getByText('Saved “A screen is offline”.')).toBeVisible();
  await screen.close();
  await letScreenBeSilent(server, pairDisplay.id);
  const silent = list('Open').filter({ hasText: 'A screen is offline' });
  await expect(silent).toContainText('Bar');
  await desk.page.getByRole('link', { name: 'Home' }).click();
  const concern = list('Needs you').filter({ hasText: 'Screen “Bar” has been offline since' });
  await expect(concern).toHaveCount(1);
  await desk.page.getByRole('button', { name: /^Notices/ }).click();
  const notice = list('Notices').filter({ hasText: 'Screen “Bar” has been offline since' });
  await notice.getByRole('link').click();
  await expect(desk.page).toHaveURL(new RegExp(`/screens/${pairDisplay.id}$`));
  await go(desk.page, '/events/alerts');
  await list('Open').getByRole('link', { name: 'See the screen' }).click();
  await expect(desk.page).toHaveURL(new RegExp(`/screens/${pairDisplay.id}$`));
  await expect(desk.panel).toContainText('Bar');

  await (await context.newPage()).goto(`${server.url}/signage`);
  await expect(desk.panel).toContainText('Online');
  await go(desk.page, '/events/alerts');
  await expect(list('Over').filter({ hasText: 'Bar' })).toContainText('Recovered');
  await expect(silent).toHaveCount(0);
  await context.close();
});

test('a sync that failed is an alert that leads to its run', async () => {
  await letSyncFail(desk);
  await expect(list('Open').filter({ hasText: 'A sync is failing' })).toHaveCount(1, { timeout: 15_000 });
  await list('Open').getByRole('link', { name: 'See the run' }).click();
  await expect(desk.page).toHaveURL(/\/sync\/[^/]+\?view=runs&run=/);
  await expect(desk.panel.getByRole('button', { expanded: true })).toContainText('Failed');
});
