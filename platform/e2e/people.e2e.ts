import { expect } from '@playwright/test';
import { openPage, openSession } from './log-in.ts';
import { test } from './worker-server.ts';

test.describe.configure({ mode: 'serial' });

test('somebody is invited, reads the mail, accepts and is in; and finds back in without the password', async ({
  page,
  server,
}) => {
  const { accessToken } = await openSession(server);
  const email = 'new.cook@example.test';
  await server.ask(
    'mutation ($email: String!) { inviteMember(input: { email: $email, role: KITCHEN }) { id } }',
    { email },
    accessToken,
  );

  await openEmail('Únete a Taquería Las Reinas');
  await expect(page.getByRole('heading', { level: 1 })).toContainText('Las Reinas');
  await page.getByLabel('Your name').fill('Nora');
  await page.getByLabel('Password', { exact: true }).fill('password1234');
  await page.getByRole('button', { name: 'Accept' }).click();
  await expect(page.getByRole('alert')).toContainText('at least 12 characters');
  await page.getByLabel('Password', { exact: true }).fill('gently down the stream');
  await page.getByRole('button', { name: 'Accept' }).click();
  await expect(page.getByRole('link', { name: 'Menu', exact: true })).toBeVisible();

  await page.evaluate(() => localStorage.clear());
  await page.goto(`${server.url}/app/login`);
  await page.getByRole('link', { name: 'Forgot your password?' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Forgot your password?');
  await page.getByLabel('Email').fill(email);
  await page.getByRole('button', { name: 'Send me a link' }).click();
  await expect(page.getByRole('status')).toContainText('we have emailed it a link');
  await openEmail('Elige una contraseña nueva');
  await page.getByLabel('New password').fill('merrily merrily merrily');
  await page.getByRole('button', { name: 'Save new password' }).click();
  await page.getByLabel('Email').fill(email);
  await page.getByLabel('Password', { exact: true }).fill('merrily merrily merrily');
  await page.getByRole('button', { name: 'Log in' }).click();
  await expect(page.getByRole('link', { name: 'Menu', exact: true })).toBeVisible();

  /** The link is followed from the page that `npm start` names. */
  async function openEmail(subject: string): Promise<void> {
    const message = page.getByRole('article').filter({ hasText: subject }).filter({ hasText: email });
    await expect(async () => {
      await page.goto(server.mailbox);
      await expect(message).toBeVisible({ timeout: 500 });
    }).toPass();
    await message.getByRole('link').click();
  }
});

test('an owner sees who works here, invites, gives another role and removes', async ({ browser, server }) => {
  const desk = await openPage(browser, server);
  await desk.getByRole('link', { name: 'People' }).click();
  await expect(desk.getByRole('link', { name: 'Nora' })).toBeVisible();

  await desk.getByRole('link', { name: 'Invite somebody' }).click();
  await desk.getByRole('complementary').getByLabel('Email').fill('no address');
  await desk.getByRole('button', { name: 'Send invitation' }).click();
  await expect(desk.getByRole('complementary').getByLabel('Email')).toHaveAttribute('aria-invalid', 'true');
  await desk.getByRole('complementary').getByLabel('Email').fill('next.cook@example.test');
  await desk.getByRole('button', { name: 'Send invitation' }).click();
  const invited = desk.getByRole('listitem').filter({ hasText: 'next.cook@example.test' });
  await expect(invited).toBeVisible();
  await invited.getByRole('button', { name: 'Withdraw' }).click();
  await expect(invited).toHaveCount(0);

  await desk.getByRole('link', { name: 'Nora' }).click();
  await desk.getByLabel('Role').selectOption('Staff');
  await expect(desk.getByRole('listitem').filter({ hasText: 'Nora' })).toContainText('Staff');
  await desk.getByRole('button', { name: 'Remove' }).click();
  await desk.getByRole('dialog').getByRole('button', { name: 'Remove' }).click();
  await expect(desk.getByRole('link', { name: 'Nora' })).toHaveCount(0);
  await desk.context().close();
});
