import { expect, type Page } from '@playwright/test';
import type { Server } from './server.ts';
import { test } from './worker-server.ts';

const EMAIL = 'account.holder@example.test';
const FIRST = 'gently down the stream';
const SECOND = 'merrily merrily merrily';
const LOGIN =
  'mutation ($email: String!, $password: String!) { login(email: $email, password: $password) { accessToken refreshToken } }';

interface LogIn {
  login: { accessToken: string; refreshToken: string };
}

let server: Server;
test.beforeAll(({ server: running }) => {
  server = running;
});

const logIn = (email: string, password: string) => server.ask<LogIn>(LOGIN, { email, password });
const refresh = (refreshToken: string) =>
  server.ask('mutation ($token: String!) { refreshSession(refreshToken: $token) { accessToken } }', {
    token: refreshToken,
  });

/** Somebody of this test alone, so that the people of the demo keep their password. */
async function join(page: Page): Promise<void> {
  const { login } = await logIn('owner@las-reinas.test', 'mycelium-demo');
  await server.ask(
    'mutation ($email: String!) { inviteMember(input: { email: $email, role: STAFF }) { id } }',
    { email: EMAIL },
    login.accessToken,
  );
  await expect(async () => {
    await page.goto(server.mailbox);
    await expect(page.getByRole('article').filter({ hasText: EMAIL })).toBeVisible({ timeout: 500 });
  }).toPass();
  await page.getByRole('article').filter({ hasText: EMAIL }).getByRole('link').click();
  await page.getByLabel('Your name').fill('Ada');
  await page.getByLabel('Password', { exact: true }).fill(FIRST);
  await page.getByRole('button', { name: 'Accept' }).click();
  await expect(page.getByRole('link', { name: 'Menu', exact: true })).toBeVisible();
}

test('a person sees where they are logged in, ends the others, and changes their password', async ({ page }) => {
  await join(page);
  const [one, two] = [(await logIn(EMAIL, FIRST)).login, (await logIn(EMAIL, FIRST)).login];

  await page.getByRole('button', { name: 'Ada' }).click();
  await page.getByRole('menuitem', { name: 'Your account' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Your account');
  const sessions = page.getByRole('list', { name: 'Where you are logged in' }).getByRole('listitem');
  await expect(sessions).toHaveCount(3);
  const own = sessions.filter({ hasText: 'This one' });
  await expect(own).toHaveCount(1);
  await expect(own.getByRole('button')).toHaveCount(0);

  // The newest stands first: this is `two`.
  await sessions.filter({ hasNotText: 'This one' }).first().getByRole('button', { name: 'Log out' }).click();
  await expect(sessions).toHaveCount(2);
  await expect(refresh(two.refreshToken)).rejects.toThrow('UNAUTHENTICATED');

  const current = page.getByLabel('Current password');
  const next = page.getByLabel('New password');
  const change = page.getByRole('button', { name: 'Change password' });
  await current.fill('not my password at all');
  await next.fill(SECOND);
  await change.click();
  await expect(page.getByText('This is not your password.')).toBeVisible();
  await expect(current).toHaveAttribute('aria-invalid', 'true');

  await current.fill(FIRST);
  await next.fill('password1234');
  await change.click();
  await expect(page.getByText('Choose another password', { exact: false })).toBeVisible();
  await expect(next).toHaveAttribute('aria-invalid', 'true');

  await next.fill(SECOND);
  await change.click();
  await expect(page.getByText('Password changed.', { exact: false })).toBeVisible();
  await expect(sessions).toHaveCount(1);
  await expect(refresh(one.refreshToken)).rejects.toThrow('UNAUTHENTICATED');
  await expect(logIn(EMAIL, FIRST)).rejects.toThrow('UNAUTHENTICATED');

  await logIn(EMAIL, SECOND);
  await page.reload();
  await expect(sessions).toHaveCount(2);
  await page.getByRole('button', { name: 'Log out all others' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Log out all others' }).click();
  await expect(sessions).toHaveCount(1);

  await page.getByRole('radiogroup').getByText('Español').click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Tu cuenta');
});
