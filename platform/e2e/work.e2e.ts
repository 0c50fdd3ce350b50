import AxeBuilder from '@axe-core/playwright';
import { type Browser, expect, test } from '@playwright/test';
import { openPage } from './log-in.ts';
import { Server } from './server.ts';

let server: Server;
test.beforeAll(async () => {
  // Nobody takes letters there.
  server = await Server.withDemo({ SMTP_URL: 'smtp://127.0.0.1:1' });
  await server.start();
});
test.afterAll(() => server?.stop());

async function invite(email: string): Promise<void> {
  const { login } = await server.ask<{ login: { accessToken: string } }>(
    'mutation { login(email: "owner@las-reinas.test", password: "mycelium-demo") { accessToken } }',
    {},
  );
  await server.ask(
    'mutation ($email: String!) { inviteMember(input: { email: $email, role: KITCHEN }) { id } }',
    { email },
    login.accessToken,
  );
}

const openWork = (browser: Browser, email?: string) => openPage(browser, server, { email, path: '/work' });

test('an e-mail that nobody takes is seen with its reason, tried at once by hand, and cancelled; all of it live', async ({
  browser,
}) => {
  const page = await openWork(browser);
  const list = page.getByRole('list', { name: 'Background work' });
  // The demo begins with a sync.
  await expect(list.getByRole('listitem').filter({ hasText: 'Sync runs' })).toBeVisible();
  await invite('one@example.test');
  const mails = list.getByRole('listitem').filter({ hasText: 'E-mails' });
  await expect(mails).toContainText('1 planned');

  await mails.getByRole('link').click();
  const panel = page.getByRole('complementary', { name: 'E-mails' });
  const task = panel.getByRole('list', { name: 'Not done yet' }).getByRole('listitem').first();
  await expect(task).toContainText('Attempt 1 of 12');
  await expect(task).toContainText('ECONNREFUSED');
  await task.getByRole('button', { name: 'Do it now' }).click();
  await expect(task.getByRole('list', { name: 'History' }).getByRole('listitem')).toHaveCount(2);
  expect((await new AxeBuilder({ page }).analyze()).violations).toEqual([]);

  await task.getByRole('button', { name: 'Cancel task' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Cancel task' }).click();
  await expect(panel).toContainText('Nothing waits, runs or failed.');
  await expect(panel.getByRole('list', { name: 'Latest attempts' })).toContainText('Cancelled');
});

test('a kind of work is paused and resumed, and whoever may not see it has no page of it', async ({ browser }) => {
  const owner = await openWork(browser);
  await invite('two@example.test');
  await owner.getByRole('link', { name: 'E-mails' }).click();
  await owner.getByRole('button', { name: 'Pause' }).click();
  await expect(owner.getByRole('button', { name: 'Resume' })).toBeVisible();
  await expect(owner.getByRole('list', { name: 'Background work' })).toContainText('Paused');
  await owner.getByRole('button', { name: 'Resume' }).click();
  await expect(owner.getByRole('button', { name: 'Pause' })).toBeVisible();

  const cook = await openPage(browser, server, { email: 'kitchen@las-reinas.test' });
  await expect(cook.getByRole('link', { name: 'Menu', exact: true })).toBeVisible();
  await expect(cook.getByRole('link', { name: 'Background work' })).toHaveCount(0);
});

test('where nothing is done in the background, the page says what it is for', async ({ browser }) => {
  const page = await openWork(browser, 'owner@el-farolito.test');
  await expect(page.getByRole('main')).toContainText('Nothing in the background');
});
