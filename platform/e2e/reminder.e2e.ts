import { expect, type Locator, type Page, test } from '@playwright/test';
import { Desk } from './desk.ts';
import { go } from './go.ts';
import { openPage, openSession } from './log-in.ts';
import { Server } from './server.ts';

test.describe.configure({ mode: 'serial' });

const COLLEAGUE = 'manager@las-reinas.test';
const CALL = 'Call Molino Real about Thursday';
const LATER = 'Count the plates';

let server: Server;
let desk: Desk;

test.beforeAll(async ({ browser }) => {
  server = await Server.withDemo();
  await server.start();
  desk = await Desk.open(browser, server);
});
test.afterAll(async () => {
  await desk?.close();
  await server?.stop();
});

test('a colleague in Istanbul is reminded at nine there of a call for tomorrow, once, although everything was killed in the night', async ({
  browser,
}) => {
  const [day, after] = [1, 2].map(dayInIstanbul);
  await plan(CALL, day);
  await plan(LATER, after);
  await moveTo(`${day}T03:00:00+03:00`);
  await server.kill();
  await server.start();

  const page = await openPage(browser, server, { email: COLLEAGUE });
  await moveTo(`${day}T08:58:00+03:00`);
  await openBell(page);
  await expect(notices(page).filter({ hasText: `Assigned to you: ${CALL}` })).toHaveCount(1);
  await expect(reminders(page, CALL)).toHaveCount(0);
  await moveTo(`${day}T09:00:01+03:00`);
  await expect(reminders(page, CALL)).toContainText('Due', { timeout: 30_000 });

  // Had there been a second one, it would stand below that of the day after.
  await server.kill();
  await server.start();
  await moveTo(`${after}T09:00:01+03:00`);
  await page.reload();
  await openBell(page);
  await expect(reminders(page, LATER)).toHaveCount(1, { timeout: 30_000 });
  await expect(reminders(page, CALL)).toHaveCount(1);
  await reminders(page, CALL).getByRole('link').click();
  await expect(page.getByRole('complementary').getByLabel('What is to be done')).toHaveValue(CALL);
  await page.context().close();
});

async function openBell(page: Page): Promise<void> {
  await page.getByRole('button', { name: /^Notices/ }).click();
}

function notices(page: Page): Locator {
  return page.getByRole('list', { name: 'Notices' }).getByRole('listitem');
}

/** Of an activity, beside that it was assigned, and that it is overdue. */
function reminders(page: Page, title: string): Locator {
  return notices(page).filter({ hasText: new RegExp(`^(?:Unread: )?${title}`) });
}

async function plan(title: string, day = ''): Promise<void> {
  const { page, panel } = desk;
  await go(page, '/crm/activities');
  await page.getByRole('link', { name: 'New activity' }).click();
  await panel.getByLabel('What is to be done').fill(title);
  await panel.getByLabel('Due on').fill(day);
  await panel.getByLabel('Who does it').selectOption('Defne Aksoy');
  await panel.getByRole('button', { name: 'Create' }).click();
  await expect(page).toHaveURL(/\/crm\/activities\/[0-9a-f-]{36}/);
}

async function moveTo(to: string): Promise<void> {
  const { accessToken } = await openSession(server, 'admin@mycelium.test');
  await server.ask('mutation ($to: DateTime) { moveClock(to: $to) { now } }', { to }, accessToken);
}

function dayInIstanbul(days: number): string {
  return new Date(Date.now() + days * 86_400_000).toLocaleDateString('en-CA', { timeZone: 'Europe/Istanbul' });
}
