import { type Browser, expect, type Page } from '@playwright/test';
import { expectAccessible } from './accessible.ts';
import { openPage, openSession } from './log-in.ts';
import type { Server } from './server.ts';
import { makeTenant } from './tenant.ts';
import { test } from './worker-server.ts';

let server: Server;
let pages: Page[] = [];
test.beforeAll(({ server: running }) => {
  server = running;
});
test.afterEach(async () => {
  for (const page of pages) await page.context().close();
  pages = [];
});

async function invite(email: string): Promise<void> {
  const { accessToken } = await openSession(server);
  await server.ask(
    'mutation ($email: String!) { inviteMember(input: { email: $email, role: KITCHEN }) { id } }',
    { email },
    accessToken,
  );
}

/** The mail server takes no e-mail to this address. */
async function refuseEmailsTo(address: string): Promise<void> {
  const body = JSON.stringify({ address, code: '451', times: '100' });
  const headers = { 'content-type': 'application/json' };
  const response = await fetch(new URL('/actions/Refuse%20the%20next%20e-mails', server.mailbox), {
    ...{ method: 'POST', headers, body },
  });
  if (!response.ok) throw new Error(await response.text());
}

async function open(browser: Browser, how: { email?: string; path?: string }): Promise<Page> {
  const page = await openPage(browser, server, how);
  pages.push(page);
  return page;
}
const openWork = (browser: Browser, email?: string) => open(browser, { email, path: '/work' });

test('an email that nobody takes is seen with its reason, tried at once by hand, and cancelled; all of it live', async ({
  browser,
}) => {
  const page = await openWork(browser);
  const list = page.getByRole('list', { name: 'Background work' });
  // The demo begins with a sync.
  await expect(list.getByRole('listitem').filter({ hasText: 'Sync runs' })).toBeVisible();
  await refuseEmailsTo('one@example.test');
  await invite('one@example.test');
  const mails = list.getByRole('listitem').filter({ hasText: 'Emails' });
  await expect(mails).toContainText('1 scheduled');

  await mails.getByRole('link').click();
  const panel = page.getByRole('complementary', { name: 'Emails' });
  const task = panel.getByRole('list', { name: 'Unfinished' }).getByRole('listitem').first();
  await expect(task).toContainText('Attempt 1 of 12');
  await expect(task).toContainText('As asked for');
  await task.getByRole('button', { name: 'Run now' }).click();
  await expect(task.getByRole('list', { name: 'History' }).getByRole('listitem')).toHaveCount(2);
  await expectAccessible(page);

  await task.getByRole('button', { name: 'Cancel task' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Cancel task' }).click();
  await expect(panel).toContainText('Nothing is waiting or running, and nothing has failed.');
  await expect(panel.getByRole('list', { name: 'Latest attempts' })).toContainText('Cancelled');
});

test('a kind of work is paused and resumed, and whoever may not see it has no page of it', async ({ browser }) => {
  const owner = await openWork(browser);
  await invite('two@example.test');
  await owner.getByRole('link', { name: 'Emails' }).click();
  await owner.getByRole('button', { name: 'Pause' }).click();
  await expect(owner.getByRole('button', { name: 'Resume' })).toBeVisible();
  await expect(owner.getByRole('list', { name: 'Background work' })).toContainText('Paused');
  await owner.getByRole('button', { name: 'Resume' }).click();
  await expect(owner.getByRole('button', { name: 'Pause' })).toBeVisible();

  const cook = await open(browser, { email: 'kitchen@las-reinas.test' });
  await expect(cook.getByRole('link', { name: 'Menu', exact: true })).toBeVisible();
  await expect(cook.getByRole('link', { name: 'Background work' })).toHaveCount(0);
});

test('where nothing is done in the background, the page says what it is for', async ({ browser }) => {
  const page = await openWork(browser, await makeTenant(server));
  await expect(page.getByRole('main')).toContainText('No background work');
});
