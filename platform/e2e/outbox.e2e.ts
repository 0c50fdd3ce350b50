import { type BrowserContext, expect, type Page, test } from '@playwright/test';
import fc from 'fast-check';
import { type Desk, openDesk } from './desk-of-outbox.ts';

let desk: Desk;
test.beforeEach(async () => {
  desk = await openDesk();
});
test.afterEach(() => desk.close());

/** Over https or on the machine itself there are locks; over plain http there is a lease. */
const origins = { secure: '127.0.0.1', plain: 'till.test' } as const;

async function open(context: BrowserContext, kind: keyof typeof origins): Promise<Page> {
  const page = await context.newPage();
  await page.goto(`http://${origins[kind]}:${desk.port}/`);
  await page.waitForFunction(() => 'outbox' in window);
  return page;
}

interface Shown {
  waiting: string[];
  states: string[];
  isAway: boolean;
  problem: string | undefined;
}

function shown(page: Page): Promise<Shown> {
  return page.evaluate(() => {
    const { entries, isAway, problem } = window.outbox.standing();
    return { waiting: entries.map(({ key }) => key), states: entries.map(({ state }) => state), isAway, problem };
  });
}

type Addition = { key: string; order: string; operation?: string; size?: number };
const add = (page: Page, entries: readonly Addition[]): Promise<string[]> =>
  page.evaluate((all) => window.addAll(all), entries);

const isEmpty = (page: Page) => expect.poll(async () => (await shown(page)).waiting, { timeout: 30_000 }).toEqual([]);

for (const kind of Object.keys(origins) as (keyof typeof origins)[]) {
  test.describe(kind, () => {
    test('the page is as it is taken to be', async ({ context }) => {
      const page = await open(context, kind);
      const has = await page.evaluate(() => [isSecureContext, 'locks' in navigator, 'randomUUID' in crypto]);
      expect(has).toEqual(kind === 'secure' ? [true, true, true] : [false, false, false]);
    });

    test('each order is sent in its order, and a refusal stops its own alone, until somebody decides', async ({
      context,
    }) => {
      desk.refused.add('overdraw');
      const page = await open(context, kind);
      await add(page, [
        { key: 'a1', order: 'a' },
        { key: 'b1', order: 'b', operation: 'overdraw' },
        { key: 'a2', order: 'a' },
        { key: 'b2', order: 'b' },
        { key: 'b3', order: 'b' },
        { key: 'c1', order: 'c', operation: 'overdraw' },
        { key: 'c2', order: 'c' },
      ]);
      await expect
        .poll(() => shown(page), { timeout: 30_000 })
        .toMatchObject({
          waiting: ['b1', 'b2', 'b3', 'c1', 'c2'],
          states: ['REFUSED', 'WAITING', 'WAITING', 'REFUSED', 'WAITING'],
        });
      expect(desk.kept()).toEqual(['a1', 'a2']);
      const [first] = await page.evaluate(() => window.outbox.standing().entries);
      expect(first).toMatchObject({ reason: 'NOT_SO', message: 'It is not so.', attempts: 1 });
      expect(await page.evaluate(() => window.outbox.discard('b1', 'Rung up twice'))).toBe(true);
      desk.refused.clear();
      await page.evaluate(() => window.outbox.retry('c1'));
      await isEmpty(page);
      expect([desk.kept('b'), desk.kept('c')]).toEqual([
        ['b2', 'b3'],
        ['c1', 'c2'],
      ]);
      expect(await page.evaluate(() => window.outbox.discarded())).toMatchObject([{ key: 'b1', why: 'Rung up twice' }]);
    });

    test('what is taken without a network is there after a reload, and reaches the server once', async ({
      context,
    }) => {
      desk.manner = 'cut';
      const page = await open(context, kind);
      await add(
        page,
        ['a', 'b', 'c'].map((order) => ({ key: `${order}1`, order })),
      );
      await expect.poll(async () => (await shown(page)).isAway).toBe(true);
      await page.reload();
      await expect.poll(async () => (await shown(page)).waiting).toEqual(['a1', 'b1', 'c1']);
      const oldest = await page.evaluate(() => window.outbox.standing().oldestAt);
      expect(Date.now() - Number(oldest)).toBeLessThan(60_000);
      desk.manner = 'well';
      await isEmpty(page);
      expect(desk.arrived.map(({ key }) => key)).toEqual(['a1', 'b1', 'c1']);
    });

    test('what rests for long is sent at once when the server is known to be there again', async ({ context }) => {
      desk.manner = 'busy';
      const page = await open(context, kind);
      await add(page, [{ key: 'a1', order: 'a' }]);
      await expect.poll(async () => (await shown(page)).isAway).toBe(true);
      desk.manner = 'well';
      await page.evaluate(() => window.outbox.hurry());
      await isEmpty(page);
      expect(desk.arrived.map(({ key }) => key)).toEqual(['a1']);
    });

    test('two tabs that add at once send each once, and both see the queue', async ({ context }) => {
      const pages = [await open(context, kind), await open(context, kind)];
      const of = (tab: number) =>
        Array.from({ length: 15 }, (_, index) => ({ key: `t${tab}-${index}`, order: `t${tab}` }));
      await Promise.all(pages.map((page, tab) => add(page, of(tab))));
      for (const page of pages) await isEmpty(page);
      expect(desk.arrived).toHaveLength(30);
      for (const tab of [0, 1]) expect(desk.kept(`t${tab}`)).toEqual(of(tab).map(({ key }) => key));
      // Whoever sent is gone; the other one goes on.
      await pages[0]?.close();
      await add(pages[1] as Page, [{ key: 'later', order: 'x' }]);
      await isEmpty(pages[1] as Page);
    });

    test('the same key twice is one entry, and no other content gets in under it', async ({ context }) => {
      desk.manner = 'cut';
      const page = await open(context, kind);
      const entry = { key: 'a1', order: 'a' };
      expect(await add(page, [entry, entry])).toEqual(['a1', 'a1']);
      expect(await add(page, [{ ...entry, operation: 'else' }])).toEqual([]);
      await expect.poll(async () => (await shown(page)).waiting).toEqual(['a1']);
    });

    test('an entry that cannot be read says so, holds up nothing else, and can be discarded', async ({ context }) => {
      desk.manner = 'cut';
      const page = await open(context, kind);
      await add(page, [{ key: 'a1', order: 'a' }]);
      await page.evaluate(async () => {
        const opening = indexedDB.open('mycelium.outbox.test');
        const db = await new Promise<IDBDatabase>((resolve) => {
          opening.onsuccess = () => resolve(opening.result);
        });
        const tx = db.transaction('entries', 'readwrite');
        for (const row of [{ key: 'torn', order: 'b' }, { nothing: true }]) tx.objectStore('entries').add(row);
        await new Promise((resolve) => {
          tx.oncomplete = resolve;
        });
        db.close();
      });
      await add(page, [
        { key: 'b2', order: 'b' },
        { key: 'c1', order: 'c' },
      ]);
      desk.manner = 'well';
      await expect.poll(() => desk.kept(), { timeout: 30_000 }).toEqual(['a1', 'c1']);
      await expect.poll(async () => (await shown(page)).states).toEqual(['BROKEN', 'BROKEN', 'WAITING']);
      const [torn, nameless] = (await shown(page)).waiting;
      expect(torn).toBe('torn');
      for (const key of [torn, nameless]) await page.evaluate((of) => window.outbox.discard(String(of), 'Broken'), key);
      await isEmpty(page);
      expect(desk.kept('b')).toEqual(['b2']);
    });

    test('where there is no room it says so, keeps what it has, and goes on', async ({ context }) => {
      desk.manner = 'cut';
      // Before the first write, after which the browser takes for granted for a while what room there was.
      const protocol = await context.newCDPSession(await context.newPage());
      const origin = `http://${origins[kind]}:${desk.port}`;
      await protocol.send('Storage.overrideQuotaForOrigin', { origin, quotaSize: 4_000_000 });
      const page = await open(context, kind);
      expect(await add(page, [{ key: 'a1', order: 'a' }])).toEqual(['a1']);
      const big = Array.from({ length: 60 }, (_, index) => ({ key: `big${index}`, order: 'b', size: 600_000 }));
      const kept = await add(page, big);
      expect(kept.length).toBeLessThan(60);
      expect((await shown(page)).problem).toBe('FULL');
      desk.manner = 'well';
      await isEmpty(page);
      expect(desk.kept()).toEqual(['a1', ...kept]);
      await protocol.send('Storage.overrideQuotaForOrigin', { origin });
      expect(await add(page, [{ key: 'a2', order: 'a' }])).toEqual(['a2']);
      expect((await shown(page)).problem).toBeUndefined();
      await isEmpty(page);
    });
  });
}

/** What may happen to a till: entries, a network that comes and goes, a tab that is killed, reloaded, opened once more. */
const events = fc.oneof(
  {
    weight: 5,
    arbitrary: fc.record({
      what: fc.constant('add' as const),
      tab: fc.nat(1),
      order: fc.nat(2),
      count: fc.integer({ min: 1, max: 4 }),
    }),
  },
  { weight: 2, arbitrary: fc.record({ what: fc.constantFrom('cut' as const, 'silent' as const, 'well' as const) }) },
  { weight: 2, arbitrary: fc.record({ what: fc.constantFrom('kill' as const, 'reload' as const), tab: fc.nat(1) }) },
  { weight: 1, arbitrary: fc.record({ what: fc.constant('rest' as const), ms: fc.integer({ min: 0, max: 300 }) }) },
);

test('whatever happens in between, each entry that was kept has its effect once, and in the order of its order', async ({
  browser,
}) => {
  await fc.assert(
    fc.asyncProperty(
      fc.constantFrom('secure' as const, 'plain' as const),
      fc.array(events, { minLength: 4, maxLength: 14 }),
      async (kind, history) => {
        const context = await browser.newContext();
        await desk.close();
        desk = await openDesk();
        try {
          const tabs = [await open(context, kind), await open(context, kind)];
          const wanted = new Map<number, string[]>();
          let made = 0;
          for (const event of history) {
            if (event.what === 'add') {
              const entries = Array.from({ length: event.count }, () => {
                made += 1;
                return { key: `${event.order}-${made}`, order: String(event.order) };
              });
              const kept = await add(tabs[event.tab] as Page, entries);
              wanted.set(event.order, [...(wanted.get(event.order) ?? []), ...kept]);
            } else if (event.what === 'rest') {
              await new Promise((resolve) => setTimeout(resolve, event.ms));
            } else if (event.what === 'reload') await tabs[event.tab]?.reload();
            else if (event.what === 'kill') {
              await crash(tabs[event.tab] as Page);
              tabs[event.tab] = await open(context, kind);
            } else desk.manner = event.what;
          }
          desk.manner = 'well';
          // A tab that was just loaded again has not read yet what waits.
          await expect.poll(() => desk.kept().length, { timeout: 30_000 }).toBe(made);
          await isEmpty(tabs[0] as Page);
          for (const [order, keys] of wanted) expect(desk.kept(String(order))).toEqual(keys);
          expect(desk.kept()).toHaveLength(made);
        } finally {
          await context.close();
        }
      },
    ),
    { numRuns: 8, endOnFailure: true },
  );
});

/** As when the browser's process is killed, in the middle of whatever it does. */
async function crash(page: Page): Promise<void> {
  const protocol = await page.context().newCDPSession(page);
  void protocol.send('Page.crash').catch(() => undefined);
  await page.waitForEvent('crash').catch(() => undefined);
  await page.close();
}
