import { expect, type Page, type Request } from '@playwright/test';
import { areas } from '../../clients/web/src/shell/areas.ts';
import { Desk } from './desk.ts';
import { OWNER, openPage } from './log-in.ts';
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

/** All that an owner sees; but a station asks where one works first, and keeps by itself what it shows. */
const pages = areas
  .flatMap(({ path, pages: more = [] }) => [path, ...more.map((page) => page.path)])
  .filter((path) => path !== '/till');

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

for (const [who, email] of [
  ['an owner', OWNER],
  ['the kitchen', 'kitchen@las-reinas.test'],
] as const) {
  test(`the first page asks before it is there, once and nothing that is refused: ${who}`, async ({ browser }) => {
    // Here too, what has just changed comes again.
    await expect(async () => {
      const page = await openPage(browser, server, { email });
      const { again, begins, refused } = await askedByHome(page);
      await page.context().close();
      expect(again).toEqual([]);
      expect(begins).not.toContain(null);
      expect(refused).toEqual([]);
    }).toPass();
  });
}

/** What the first page asks when one goes there, and its words are held up until it has. */
async function askedByHome(page: Page) {
  const { asked, begins, refused } = watch(page);
  await page.goto(`${server.url}/app/account`);
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  await page.waitForLoadState('networkidle');
  for (const each of [asked, begins, refused]) each.length = 0;
  const { promise: released, resolve: release } = Promise.withResolvers<void>();
  await page.route('**/assets/en-*.js', async (route) => {
    await released;
    await route.continue();
  });
  await page.getByRole('link', { name: 'Home', exact: true }).click();
  await expect.poll(() => asked.length).toBeGreaterThan(1);
  const heading = page.getByRole('heading', { name: 'Needs you', exact: true });
  await expect(heading).toHaveCount(0);
  release();
  await expect(heading).toBeVisible();
  await expect.poll(() => page.getByRole('status').filter({ hasText: 'Loading' }).count()).toBe(0);
  await page.waitForLoadState('networkidle');
  return { again: asked.filter((question, place) => asked.indexOf(question) !== place), begins, refused };
}

/** What a page asks more than once as it is opened, and where its feeds begin. */
async function askedBy(page: Page, path: string): Promise<{ again: string[]; begins: unknown[] }> {
  // What the page before it asks last is not asked by this one.
  await page.goto('about:blank');
  const { asked, begins } = watch(page);
  await page.goto(`${server.url}/app${path}`);
  // What may have been missed would be asked for again two seconds later.
  await expect.poll(() => begins.length).toBeGreaterThan(5);
  await expect.poll(() => page.getByRole('status').filter({ hasText: 'Loading' }).count()).toBe(0);
  // And so it would be for a feed that begins with what is known already.
  await page.waitForLoadState('networkidle');
  return { again: asked.filter((question, place) => asked.indexOf(question) !== place), begins };
}

/** What a page asks from now on, what of it is refused, and where the feeds begin that it follows. */
function watch(page: Page) {
  const asked: string[] = [];
  const refused: string[] = [];
  const begins: unknown[] = [];
  const isQuestion = (request: Request) => request.method() === 'POST' && request.url().endsWith('/graphql');
  page.on('request', (request) => isQuestion(request) && asked.push(request.postData() ?? ''));
  page.on('response', async (response) => {
    if (!isQuestion(response.request())) return;
    const answer = await response.text().catch(() => '');
    if (answer.includes('"errors"')) refused.push(answer);
  });
  page.on('websocket', (socket) =>
    socket.on('framesent', ({ payload }) => {
      const { type, payload: subscription } = JSON.parse(String(payload));
      if (type === 'subscribe' && 'after' in subscription.variables) begins.push(subscription.variables.after);
    }),
  );
  return { asked, refused, begins };
}
