import { expect, type Page } from '@playwright/test';
import { answersOf } from './answers.ts';
import { go } from './go.ts';
import { openContext, openPage } from './log-in.ts';
import { test } from './worker-server.ts';

test.describe.configure({ mode: 'serial' });

const forms = [
  '/menu/new',
  '/menu/sections/new',
  '/screens/pair',
  '/screens/boards/new',
  '/people/invite',
  '/access/new',
  '/crm/imports/new',
  '/events/queue/publish',
  '/events/webhooks/new',
  '/events/credits/allocate',
  '/events/credits/take',
  '/events/applications/new',
  '/events/applications/types/new',
];

let cook: Page;
test.beforeAll(async ({ browser, server }) => {
  cook = await openPage(browser, server, { email: 'kitchen@las-reinas.test' });
});
test.afterAll(() => cook?.context().close());

test('whoever may not do a thing is not shown its form, whatever the address', async () => {
  for (const path of forms) {
    // Another page first: the refusal of one form is told apart from that of the next.
    await go(cook, '/account');
    await expect(cook.getByRole('heading', { level: 1, name: 'Your account' })).toBeVisible();
    await go(cook, path);
    await expect(cook.getByText('Your role does not allow this').first()).toBeVisible();
    await expect(cook.locator('main form')).toHaveCount(0);
  }
  await expect(cook.getByText(/^Your role is Kitchen\. This takes .*Owner/).first()).toBeVisible();
  await cook.getByRole('link', { name: 'Back to the start' }).first().click();
  await expect(cook.getByRole('heading', { level: 1, name: 'Home' })).toBeVisible();
});

test('the navigation has the areas of a role and no others', async () => {
  await go(cook, '/');
  const areas = cook.getByRole('navigation', { name: 'Navigation' }).getByRole('link');
  await expect(areas).toHaveText(['Home', 'Menu', 'Orders', 'Kitchen', 'Screens', 'Services']);
});

test('the first page has the parts that a role may see', async () => {
  await expect(cook.getByRole('heading', { level: 2, name: 'Needs you', exact: true })).toBeVisible();
  await expect(cook.getByRole('heading', { level: 2, name: 'Recent changes' })).toHaveCount(0);
  await expect(cook.getByRole('link', { name: 'Log', exact: true })).toHaveCount(0);
});

test('a page that is none leads to its area, and to the start', async () => {
  await go(cook, '/menu/no/such/page');
  await expect(cook.getByRole('heading', { level: 1, name: 'Page not found' })).toBeVisible();
  await cook.getByRole('link', { name: 'Go to Menu' }).click();
  await expect(cook.getByRole('heading', { level: 1, name: 'Menu' })).toBeVisible();
});

// An owner sees every page in `every-page.e2e.ts`.
for (const email of ['kitchen@las-reinas.test', 'admin@mycelium.test']) {
  test(`whoever opens what the navigation offers asks nothing that is refused: ${email}`, async ({
    browser,
    server,
  }) => {
    const context = await openContext(browser, server, { email });
    const page = await context.newPage();
    const answers = answersOf(page);
    await page.goto(`${server.url}/app/`);
    // The till is a page without them.
    const pages = page.locator('a:not([href="/app/till"])');
    const areas = page.getByRole('navigation', { name: 'Navigation' }).getByRole('link').and(pages);
    const tabs = page.getByRole('navigation', { name: 'Events' }).getByRole('link');
    const tenant = page.getByRole('button', { name: 'Taquería Las Reinas' });
    await expect(areas.or(tenant).first()).toBeVisible();
    // The platform's own people say first for whom they work.
    if ((await areas.count()) === 0) await tenant.click();
    await expect(areas.first()).toBeVisible();
    for (let area = 0; area < (await areas.count()); area += 1) {
      const name = await areas.nth(area).innerText();
      await areas.nth(area).click();
      // What is left stays until the next page is there.
      await expect.poll(async () => name.startsWith(await page.locator('main h1:visible').innerText())).toBe(true);
      await isThere(page);
      for (let tab = 0; tab < (await tabs.count()); tab += 1) {
        await tabs.nth(tab).click();
        await isThere(page);
      }
    }
    await expect.poll(answers.waiting).toBe(0);
    expect(answers.texts.length).toBeGreaterThan(5);
    expect(answers.texts.filter((text) => text.includes('FORBIDDEN'))).toEqual([]);
    await context.close();
  });
}

async function isThere(page: Page): Promise<void> {
  await expect(page.locator('main').getByRole('heading', { level: 1 })).toBeVisible();
  await expect(page.locator('main .skeleton')).toHaveCount(0);
}
