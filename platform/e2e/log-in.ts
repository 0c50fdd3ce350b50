import { type Browser, type BrowserContext, type BrowserContextOptions, expect, type Page } from '@playwright/test';
import type { Server } from './server.ts';

export const OWNER = 'owner@las-reinas.test';

interface How {
  email?: string;
  path?: string;
}

/** What a browser is like, and whose. */
interface Kind extends Pick<BrowserContextOptions, 'locale' | 'viewport' | 'hasTouch'> {
  email?: string;
  /** As it does unless given. */
  savesData?: boolean;
}

interface Tokens {
  accessToken: string;
  refreshToken: string;
  expiresAt: string;
}

/** Logs a person of the demo in, by the form; the owner, at the menu, unless given. */
export async function logIn(
  page: Page,
  { url }: { url: string },
  { email = OWNER, path = '/menu' }: How = {},
): Promise<void> {
  await page.goto(`${url}/app${path}`);
  await page.getByLabel('Email').fill(email);
  await page.getByLabel('Password', { exact: true }).fill('mycelium-demo');
  await page.getByRole('button', { name: 'Log in' }).click();
  // The page that comes may have an e-mail of its own.
  await expect(page.getByLabel('Password', { exact: true })).toBeHidden();
}

/** The tokens of a new session of a person of the demo; the owner's unless given. */
export async function openSession(server: Server, email = OWNER): Promise<Tokens> {
  const { login } = await server.ask<{ login: Tokens }>(
    'mutation ($email: String!) { login(email: $email, password: "mycelium-demo") { accessToken refreshToken expiresAt } }',
    { email },
  );
  return login;
}

/** A browser that nobody has used, where a person of the demo is logged in as the console keeps it; the owner unless given. */
export async function openContext(
  browser: Browser,
  server: Server,
  { email, savesData = true, ...options }: Kind = {},
): Promise<BrowserContext> {
  const session = { name: 'mycelium.session', value: JSON.stringify(await openSession(server, email)) };
  const context = await browser.newContext({
    viewport: { width: 1440, height: 1000 },
    locale: 'en-US',
    storageState: { cookies: [], origins: [{ origin: server.url, localStorage: [session] }] },
    ...options,
  });
  if (savesData) await saveData(context);
  return context;
}

/** Has a browser say that it saves data, so that it is not brought all pages while nothing is done: a second of the processor each time that one is loaded. */
export function saveData(context: BrowserContext) {
  return context.addInitScript(() => Object.defineProperty(navigator, 'connection', { value: { saveData: true } }));
}

/** A wide window of such a browser, at a small page unless given: the menu takes two seconds of the processor. */
export async function openPage(
  browser: Browser,
  server: Server,
  { email, path = '/account', savesData }: How & Pick<Kind, 'savesData'> = {},
): Promise<Page> {
  const context = await openContext(browser, server, { email, savesData });
  const page = await context.newPage();
  await page.goto(`${server.url}/app${path}`);
  return page;
}
