import { type Browser, expect, type Page } from '@playwright/test';

interface How {
  email?: string;
  path?: string;
}

/** Logs a person of the demo in, by the form; the owner unless told. */
export async function logIn(
  page: Page,
  { url }: { url: string },
  { email = 'owner@las-reinas.test', path = '' }: How = {},
): Promise<void> {
  await page.goto(`${url}/app${path}`);
  await page.getByLabel('Email').fill(email);
  await page.getByLabel('Password', { exact: true }).fill('mycelium-demo');
  await page.getByRole('button', { name: 'Log in' }).click();
  await expect(page.getByLabel('Email')).toBeHidden();
}

/** A wide window of a browser that nobody has used, with somebody logged in. */
export async function openPage(browser: Browser, server: { url: string }, how: How = {}): Promise<Page> {
  const context = await browser.newContext({ viewport: { width: 1440, height: 1000 }, locale: 'en-US' });
  const page = await context.newPage();
  await logIn(page, server, how);
  return page;
}
