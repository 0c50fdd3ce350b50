import { expect, type Page } from '@playwright/test';

/** Logs a person of the demo in, by the form. */
export async function logIn(
  page: Page,
  { url }: { url: string },
  { email = 'owner@las-reinas.test', path = '' } = {},
): Promise<void> {
  await page.goto(`${url}/app${path}`);
  await page.getByLabel('Email').fill(email);
  await page.getByLabel('Password', { exact: true }).fill('mycelium-demo');
  await page.getByRole('button', { name: 'Log in' }).click();
  await expect(page.getByLabel('Email')).toBeHidden();
}
