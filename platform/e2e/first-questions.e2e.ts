import { expect, type Page } from '@playwright/test';
import { areas } from '../../clients/web/src/shell/areas.ts';
import { Desk } from './desk.ts';
import type { Server } from './server.ts';
import { makeTenant } from './tenant.ts';
import { test } from './worker-server.ts';

test.describe.configure({ mode: 'serial' });

let server: Server;
/** Where there is something of everything, and where there is nothing. */
let demo: Desk;
let empty: Desk;
test.beforeAll(async ({ browser, server: running }) => {
  server = running;
  demo = await Desk.open(browser, server);
  empty = await Desk.open(browser, server, await makeTenant(server));
});
test.afterAll(async () => {
  await demo?.close();
  await empty?.close();
});

/** All that an owner sees. */
const pages = areas.flatMap(({ path, pages: more = [] }) => [path, ...more.map((page) => page.path)]);

/** The feeds of the events, which all their rooms share, begin with how things are: also where there are none. */
const alsoWithout = ['/events/queue', '/events/matrix'];

for (const path of pages) {
  test(`a page asks each of its questions once, and its feeds begin before it asked: ${path}`, async () => {
    // What changed within the ten seconds before comes again, and is then asked for again.
    await expect(async () => {
      const owners = alsoWithout.includes(path) ? [empty, demo] : [demo];
      for (const { again, begins } of await Promise.all(owners.map((each) => askedBy(each.page, path)))) {
        expect(begins).not.toContain(null);
        expect(again).toEqual([]);
      }
    }).toPass();
  });
}

/** What a page asks more than once as it is opened, and where its feeds begin. */
async function askedBy(page: Page, path: string): Promise<{ again: string[]; begins: unknown[] }> {
  const asked: string[] = [];
  const begins: unknown[] = [];
  // What the page before it asks last is not asked by this one.
  await page.goto('about:blank');
  page.on('request', (request) => {
    if (request.method() === 'POST' && request.url().endsWith('/graphql')) asked.push(request.postData() ?? '');
  });
  page.on('websocket', (socket) =>
    socket.on('framesent', ({ payload }) => {
      const { type, payload: subscription } = JSON.parse(String(payload));
      if (type === 'subscribe' && 'after' in subscription.variables) begins.push(subscription.variables.after);
    }),
  );
  await page.goto(`${server.url}/app${path}`);
  // What may have been missed would be asked for again two seconds later.
  await expect.poll(() => begins.length).toBeGreaterThan(5);
  await expect.poll(() => page.getByRole('status').filter({ hasText: 'Loading' }).count()).toBe(0);
  // And so it would be for a feed that begins with what is known already.
  await page.waitForLoadState('networkidle');
  return { again: asked.filter((question, place) => asked.indexOf(question) !== place), begins };
}
