import { expect, type Page, test } from '@playwright/test';
import { Server } from './server.ts';

test.describe.configure({ mode: 'serial' });

let server: Server;
let desk: Page;
let key: string;

test.beforeAll(async ({ browser }) => {
  server = await Server.make();
  await server.start();
  const context = await browser.newContext({ viewport: { width: 1440, height: 1000 }, locale: 'en-US' });
  desk = await context.newPage();
  await desk.goto(`${server.url}/app`);
  await desk.getByLabel('Email').fill('owner@las-reinas.test');
  await desk.getByLabel('Password', { exact: true }).fill('mycelium-demo');
  await desk.getByRole('button', { name: 'Log in' }).click();
});

test.afterAll(async () => {
  await server?.stop();
});

/** What the REST path of the tenant answers to this key. */
async function statusFor(apiKey: string): Promise<number> {
  const response = await fetch(`${server.url}/api/sync/tenants/las-reinas`, { headers: { 'X-Api-Key': apiKey } });
  return response.status;
}

const secret = () => desk.locator('[data-secret]');

test('another product gets a client and a key, which is shown once and works', async () => {
  await desk.getByRole('link', { name: 'API access' }).click();
  await desk.getByRole('link', { name: 'New API client' }).click();
  await desk.getByRole('button', { name: 'Create' }).click();
  await expect(desk.getByText('Enter a name.')).toBeVisible();
  await expect(desk.getByText('Choose at least one.')).toBeVisible();

  await desk.getByLabel('Name', { exact: true }).fill('Digital signs');
  await desk.getByRole('complementary').getByText('menu:read', { exact: true }).click();
  await desk.getByRole('button', { name: 'Create' }).click();
  await expect(desk.getByText('It has no key yet', { exact: false })).toBeVisible();

  await desk.getByRole('button', { name: 'New key' }).click();
  key = (await secret().textContent()) ?? '';
  expect(key).toMatch(/^gg_(live|test)_[\w-]{43}$/);
  expect(await statusFor(key)).toBe(200);
  expect(await statusFor(`${key}x`)).toBe(401);
  await desk.getByRole('button', { name: 'I have it' }).click();
  await expect(secret()).toHaveCount(0);
  await desk.reload();
  await expect(desk.getByText(key.slice(0, 12), { exact: false })).toBeVisible();
  await expect(desk.getByText(key)).toHaveCount(0);
});

test('a suspended client is refused until it is resumed', async () => {
  await desk.getByRole('button', { name: 'Suspend' }).click();
  await expect(desk.getByRole('button', { name: 'Resume' })).toBeVisible();
  await expect.poll(() => statusFor(key)).toBe(401);
  await desk.getByRole('button', { name: 'Resume' }).click();
  await expect.poll(() => statusFor(key)).toBe(200);
});

test('a rotated key is good beside the new one, and a revoked one is refused at once', async () => {
  await desk.getByRole('button', { name: 'Rotate' }).first().click();
  const next = (await secret().textContent()) ?? '';
  expect([await statusFor(key), await statusFor(next)]).toEqual([200, 200]);

  const row = desk.getByRole('listitem').filter({ hasText: key.slice(0, 12) });
  await row.getByRole('button', { name: 'Revoke' }).click();
  await desk.getByRole('dialog').getByRole('button', { name: 'Revoke' }).click();
  await expect(row).toHaveCount(0);
  await expect.poll(() => statusFor(key)).toBe(401);
  expect(await statusFor(next)).toBe(200);
});

test('what is removed is gone with its keys', async () => {
  const next = (await secret().textContent()) ?? '';
  await desk.getByRole('button', { name: 'Remove client' }).click();
  await desk.getByRole('dialog').getByRole('button', { name: 'Remove client' }).click();
  await expect(desk.getByRole('link', { name: 'Digital signs' })).toHaveCount(0);
  await expect.poll(() => statusFor(next)).toBe(401);
});
