import { type Browser, type BrowserContext, chromium } from '@playwright/test';
import type { Say } from '../compare-gateways.ts';
import { table } from '../table.ts';
import { type Opening, openWithin } from './opening.ts';
import { Owner } from './owner.ts';
import { pages } from './pages.ts';
import { startPlatform } from './platform.ts';

const ITEMS = 189;
const ROUNDS = 5;
const AT_MOST = 2;

const ways = ['fresh', 'cached'] as const;
type Way = (typeof ways)[number];

/** How a page was opened each time, by the way that it was: for the first time in a tab, and once more. */
type Openings = Record<Way, Opening[]>;

/** How long each page of the console takes to open, beside the median of them all; the menu has more items than a window. */
export async function measureConsole(say: Say): Promise<string[]> {
  const platform = await startPlatform();
  const browser = await chromium.launch({
    executablePath: '/usr/bin/chromium',
    args: ['--no-sandbox', '--disable-gpu'],
  });
  try {
    const owner = await Owner.logIn(platform.url);
    await owner.fillMenu(ITEMS);
    const context = await contextOf(browser, platform.url, owner);
    const measured = new Map<string, Openings>(pages.map((path) => [path, { fresh: [], cached: [] }]));
    // The first round brings what the browser keeps, and does not count.
    for (let round = 0; round <= ROUNDS; round += 1) {
      say(`console: round ${round} of ${ROUNDS} …`);
      for (const [path, { fresh, cached }] of measured) {
        const opened = await openInTab(context, platform.url, path);
        if (round === 0) continue;
        fresh.push(opened.fresh);
        cached.push(opened.cached);
      }
    }
    return [targets(measured), tableOf(measured)];
  } finally {
    await browser.close();
    await platform.stop();
  }
}

function contextOf(browser: Browser, url: string, { session }: Owner): Promise<BrowserContext> {
  const kept = { name: 'mycelium.session', value: JSON.stringify(session) };
  return browser.newContext({
    viewport: { width: 1440, height: 900 },
    locale: 'en-US',
    storageState: { cookies: [], origins: [{ origin: url, localStorage: [kept] }] },
  });
}

async function openInTab(context: BrowserContext, url: string, path: string): Promise<Record<Way, Opening>> {
  const elsewhere = path === '/account' ? '/people' : '/account';
  const page = await context.newPage();
  await page.goto(`${url}/app${elsewhere}`, { waitUntil: 'networkidle' });
  // What stands in for the console has a place for a page too.
  await page.locator('[data-page] h1').first().waitFor();
  const fresh = await openWithin(page, path);
  await openWithin(page, elsewhere);
  const cached = await openWithin(page, path);
  await page.close();
  return { fresh, cached };
}

/** The best of the rounds: whatever else the machine does only adds to it. */
const best = (openings: readonly Opening[], figure: keyof Opening) =>
  Math.min(...openings.map((opening) => opening[figure]));

function medianOf(measured: ReadonlyMap<string, Openings>, way: Way, figure: keyof Opening): number {
  const all = [...measured.values()].map((openings) => best(openings[way], figure)).toSorted((a, b) => a - b);
  return all[Math.floor((all.length - 1) / 2)] ?? Number.NaN;
}

function targets(measured: ReadonlyMap<string, Openings>): string {
  const rows = ways.map((way) => {
    const median = medianOf(measured, way, 'ms');
    const times = [...measured].map(([path, openings]) => ({ path, times: best(openings[way], 'ms') / median }));
    const slow = times.filter((each) => each.times > AT_MOST).map((each) => `${each.path} ${each.times.toFixed(1)}×`);
    const most = Math.max(...times.map((each) => each.times));
    return [
      `${way}: each page ≤ ${AT_MOST}× the median`,
      `${most.toFixed(2)}×`,
      slow.length > 0 ? `missed: ${slow.join(', ')}` : 'reached',
    ];
  });
  return table(['target', 'the slowest', ''], rows);
}

function tableOf(measured: ReadonlyMap<string, Openings>): string {
  const cell = (openings: Openings, way: Way, figure: keyof Opening): string => {
    const value = best(openings[way], figure);
    return `${value.toFixed(0)} (${(value / medianOf(measured, way, figure)).toFixed(2)}×)`;
  };
  return table(
    ['page', 'fresh, ms', 'CPU ms', 'from the cache, ms', 'CPU ms'],
    [...measured].map(([path, openings]) => [
      path,
      ...ways.flatMap((way) => [cell(openings, way, 'ms'), cell(openings, way, 'cpuMs')]),
    ]),
  );
}
