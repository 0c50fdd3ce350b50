import { expect } from '@playwright/test';
import { firstLoad } from '../src/first-load.ts';
import { logIn, OWNER } from './log-in.ts';
import { test } from './worker-server.ts';

test('the login page shows and works with the files that its budget counts', async ({ browser, server }) => {
  const context = await browser.newContext({ locale: 'es-MX' });
  const page = await context.newPage();
  const counted = new Set(firstLoad('es').map((file) => `${server.url}/app/${file}`));
  const isOther = ({ href, pathname }: URL) => pathname.endsWith('.js') && !counted.has(href);
  await page.route(isOther, (route) => route.abort());
  await page.goto(`${server.url}/app/screens`);
  await expect(page.getByRole('heading', { name: 'Iniciar sesión' })).toBeVisible();
  await page.getByLabel('Correo').fill(OWNER);
  await page.getByLabel('Contraseña', { exact: true }).fill('not the password');
  await page.getByRole('button', { name: 'Iniciar sesión' }).click();
  await expect(page.getByRole('alert')).toBeVisible();
  await context.close();
});

test('who is not logged in comes back to the page after the login, also when the session ends in another tab', async ({
  browser,
  server,
}) => {
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 }, locale: 'en-US' });
  const page = await context.newPage();
  await logIn(page, server, { path: '/people/invite' });
  await expect(page).toHaveURL(`${server.url}/app/people/invite`);
  await page.getByRole('link', { name: 'Screens', exact: true }).click();
  await expect(page).toHaveURL(`${server.url}/app/screens`);

  const other = await context.newPage();
  await other.goto(`${server.url}/app/account`);
  await other.getByRole('button', { name: /Owner/ }).click();
  await other.getByRole('menuitem', { name: 'Log out' }).click();
  await expect(other.getByLabel('Email')).toBeVisible();
  await expect(page.getByLabel('Email')).toBeVisible();
  await expect(page).toHaveURL(`${server.url}/app/login?to=%2Fscreens`);

  await page.getByLabel('Email').fill(OWNER);
  await page.getByLabel('Password', { exact: true }).fill('mycelium-demo');
  await page.getByRole('button', { name: 'Log in' }).click();
  await expect(page).toHaveURL(`${server.url}/app/screens`);
  await expect(page.getByRole('heading', { level: 1, name: 'Screens' })).toBeVisible();
  await expect(other).toHaveURL(`${server.url}/app/account`);
  await page.goBack();
  await expect(page).toHaveURL(`${server.url}/app/people/invite`);
  await expect(page.getByRole('complementary').getByLabel('Email')).toBeVisible();
  await context.close();
});

test('the e-mail goes along to the page for a forgotten password, and no server sees it', async ({ page, server }) => {
  const asked: string[] = [];
  page.on('request', (request) => asked.push(request.url()));
  await page.goto(`${server.url}/app/login`);
  await page.getByLabel('Email').fill(' ana+1@las-reinas.test');
  await page.getByRole('link', { name: 'Forgot your password?' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Forgot your password?' })).toBeVisible();
  await expect(page.getByLabel('Email')).toHaveValue('ana+1@las-reinas.test');
  expect(asked.filter((url) => new URL(url).search.includes('ana'))).toEqual([]);
  await page.goto(`${server.url}/app/login`);
  await page.goto(`${server.url}/app/forgot-password#%`);
  await expect(page.getByLabel('Email')).toHaveValue('');
});

test('a wrong log-in in the playground says so, until it is right', async ({ page, server }) => {
  await page.goto(`${server.url}/playground/`);
  await page.getByLabel('Email').fill(OWNER);
  await page.getByLabel('Password').fill('not the password');
  await page.getByRole('button', { name: 'Log in' }).click();
  const said = page.getByRole('banner').getByRole('alert');
  await expect(said).toContainText('is wrong');
  await page.getByLabel('Password').fill('mycelium-demo');
  await page.getByRole('button', { name: 'Log in' }).click();
  await expect(page.getByRole('button', { name: 'Log out' })).toBeVisible();
  await expect(said).toHaveCount(0);
});
