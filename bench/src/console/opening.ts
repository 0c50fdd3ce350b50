import type { Page } from '@playwright/test';

/** How a page of the console was opened. */
export interface Opening {
  /** Until what it is for is there, in place of its skeleton, and drawn. */
  ms: number;
  /** Of the browser's main thread, until a second after that. */
  cpuMs: number;
}

const AFTER_MS = 1_000;

/** Goes to a page within the console, as a link does. */
export async function openWithin(page: Page, path: string): Promise<Opening> {
  const cpu = await threadOf(page);
  const before = await cpu();
  const ms = await page.evaluate(go, path);
  await page.waitForTimeout(AFTER_MS);
  return { ms, cpuMs: (await cpu()) - before };
}

/** Runs in the browser. */
function go(path: string): Promise<number> {
  const place = document.querySelector('main');
  if (!place) throw new Error('There is no page yet.');
  const old = new Set(place.querySelectorAll('*'));
  // Meanwhile the page that is left may show news.
  const isThere = () => place.querySelector('[data-page]')?.getAttribute('data-page') === path;
  const isNew = (found: Iterable<Element>) => [...found].some((element) => !old.has(element));
  const start = performance.now();
  history.pushState(null, '', `/app${path}`);
  dispatchEvent(new PopStateEvent('popstate', { state: null }));
  return new Promise((resolve) => {
    const look = () => {
      const isOnItsWay = !isThere() || place.querySelector('.skeleton') || !isNew(place.querySelectorAll('*'));
      if (isOnItsWay) return requestAnimationFrame(look);
      // What is there now is drawn when the next frame has begun.
      return requestAnimationFrame(() => setTimeout(() => resolve(performance.now() - start)));
    };
    requestAnimationFrame(look);
  });
}

/** What the main thread of a page has computed so far, in milliseconds. */
async function threadOf(page: Page): Promise<() => Promise<number>> {
  const devtools = await page.context().newCDPSession(page);
  await devtools.send('Performance.enable', { timeDomain: 'threadTicks' });
  return async () => {
    const { metrics } = await devtools.send('Performance.getMetrics');
    return 1_000 * (metrics.find(({ name }) => name === 'TaskDuration')?.value ?? 0);
  };
}
