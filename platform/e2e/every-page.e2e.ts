import type { Language } from '@mycelium/web/words/words';
import { expect, type Page } from '@playwright/test';
import { violationsOn } from './accessible.ts';
import { fixed, Things } from './addresses.ts';
import { answersOf } from './answers.ts';
import { Desk } from './desk.ts';
import { go } from './go.ts';
import { openContext } from './log-in.ts';
import { makeOneOfEach } from './one-of-each.ts';
import { smallTargets } from './targets.ts';
import { wordsLeftIn } from './words-left.ts';
import { test } from './worker-server.ts';

const OWNER = 'owner@el-farolito.test';
const doors = ['/login', '/forgot-password', '/reset-password', '/invitation'];
const PHONE = 390;

interface Round {
  language: Language;
  locale: string;
  width: number;
  colorScheme: 'light' | 'dark';
}
/** Each page has had each width, each language and both themes when all are done. */
const rounds: Round[] = [
  { language: 'en', locale: 'en-US', width: 1440, colorScheme: 'light' },
  { language: 'es', locale: 'es-MX', width: 1024, colorScheme: 'dark' },
  { language: 'tr', locale: 'tr-TR', width: PHONE, colorScheme: 'light' },
];

test.beforeAll(async ({ browser, server }) => {
  const desk = await Desk.open(browser, server, OWNER);
  await makeOneOfEach(server, desk, OWNER);
  await desk.close();
});

for (const { language, width, ...how } of rounds) {
  test(`every page has room, speaks one language and asks what it may: ${width} px, ${how.colorScheme}, ${language}`, async ({
    browser,
    server,
  }) => {
    const options = { ...how, viewport: { width, height: 900 } };
    const wordsLeft = await wordsLeftIn(language);
    const inside = await openContext(browser, server, { email: OWNER, ...options });
    const page = await inside.newPage();
    const [answers, errors] = [answersOf(page), errorsOf(page)];
    await page.goto(`${server.url}/app/`);
    const things = new Things();
    const addresses = [...fixed];
    for (let path = addresses.shift(); path !== undefined; path = addresses.shift()) {
      await open(page, path);
      addresses.push(...things.take(await linksOfOneInOrder(page, path, wordsLeft)));
    }
    expect(things.missing).toEqual([]);
    await expect.poll(answers.waiting).toBe(0);
    expect(answers.texts.filter((text) => text.includes('FORBIDDEN'))).toEqual([]);
    expect(errors).toEqual([]);
    await inside.close();

    const outside = await browser.newContext(options);
    const door = await outside.newPage();
    for (const path of doors) {
      await door.goto(`${server.url}/app${path}`);
      await expect(door.getByRole('heading', { level: 1 })).toBeVisible();
      await linksOfOneInOrder(door, path, wordsLeft);
    }
    await outside.close();
  });
}

/** Goes to a page, and waits until it is there. */
async function open(page: Page, path: string): Promise<void> {
  await go(page, path);
  // Once a frame, as nothing here waits for long, and there are some two hundred pages.
  await page.waitForFunction(
    (at) => document.querySelector(`[data-page="${at}"] :is(h1, h2)`) && !document.querySelector('.skeleton'),
    path,
    { timeout: 15_000 },
  );
}

/** Sees whether a page is as it should be, which keeps no other page from being seen, and answers where it leads. */
async function linksOfOneInOrder(
  page: Page,
  path: string,
  wordsLeft: (texts: string[]) => string[],
): Promise<string[]> {
  const { texts, links, beyond, width } = await page.evaluate(() => {
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    const found: string[] = [];
    while (walker.nextNode()) found.push(walker.currentNode.textContent?.trim() ?? '');
    const { scrollWidth, clientWidth } = document.documentElement;
    return {
      texts: found,
      links: [...document.querySelectorAll('a[href]')].map((link) => link.getAttribute('href') ?? ''),
      beyond: scrollWidth - clientWidth,
      width: innerWidth,
    };
  });
  expect.soft(beyond, `${path} is wider than its window`).toBe(0);
  expect.soft(wordsLeft(texts), path).toEqual([]);
  // With wet hands, too.
  if (width === PHONE) expect.soft(await smallTargets(page), path).toEqual([]);
  expect.soft(await violationsOn(page), path).toEqual([]);
  return links;
}

function errorsOf(page: Page): string[] {
  const errors: string[] = [];
  page.on('pageerror', (error) => errors.push(String(error)));
  page.on('console', (message) => message.type() === 'error' && errors.push(message.text()));
  return errors;
}
