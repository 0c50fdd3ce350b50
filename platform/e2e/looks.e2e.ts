import { type BrowserContext, expect, type Page } from '@playwright/test';
import { Desk } from './desk.ts';
import { openContext } from './log-in.ts';
import { makeTenant } from './tenant.ts';
import { test } from './worker-server.ts';

test.describe.configure({ mode: 'serial' });

let phone: BrowserContext;
let page: Page;
test.beforeAll(async ({ browser, server }) => {
  phone = await openContext(browser, server, { viewport: { width: 390, height: 844 } });
  page = await phone.newPage();
});
test.afterAll(() => phone?.close());

test('tabs for which there is no room say where there are more, and turn there', async ({ server }) => {
  await page.setViewportSize({ width: 320, height: 640 });
  await page.goto(`${server.url}/app/events/queue`);
  const more = (side: string) => page.locator(`button[data-side="${side}"]`);
  const tabs = page.getByRole('navigation', { name: 'Events' });
  await expect(more('end')).toBeVisible();
  await expect(more('start')).toHaveCount(0);
  await expect(tabs.getByRole('link', { name: 'Settings' })).not.toBeInViewport();
  await more('end').click();
  await expect(more('start')).toBeVisible();
  await page.goto(`${server.url}/app/events/settings`);
  await expect(tabs.getByRole('link', { name: 'Settings' })).toBeInViewport({ ratio: 0.9 });
  await expect(more('end')).toHaveCount(0);
  await page.setViewportSize({ width: 1440, height: 900 });
  await expect(more('start')).toHaveCount(0);
});

test('a page is printed without what surrounds it, in dark ink and to the end of its list', async ({ server }) => {
  await page.setViewportSize({ width: 1440, height: 900 });
  await page.goto(`${server.url}/app/menu`);
  const rows = page.locator('main').getByRole('listitem');
  await expect(rows.first()).toBeVisible();
  await page.evaluate(() => document.documentElement.setAttribute('data-mantine-color-scheme', 'dark'));
  await page.emulateMedia({ media: 'print' });
  await expect(page.getByRole('navigation', { name: 'Navigation' })).toBeHidden();
  await expect(page.getByRole('button', { name: 'Search or go to' })).toBeHidden();
  await expect(page.getByRole('link', { name: 'New item', exact: true }).first()).toBeHidden();
  await expect(page.getByRole('heading', { level: 1, name: 'Menu' })).toHaveCSS('color', 'rgb(17, 17, 17)');
  // Those too that were not drawn yet as printing began.
  await page.evaluate(() => dispatchEvent(new Event('beforeprint')));
  await expect(rows).toHaveCount(await itemsSaid());
  await expect(rows.getByRole('switch')).toHaveCount(await itemsSaid());
  await expect(rows.last()).toBeVisible();
  await expect(rows.last().getByRole('link').first()).toHaveCSS('color', 'rgb(17, 17, 17)');
  await page.emulateMedia({ media: 'screen' });
  await expect(page.getByRole('navigation', { name: 'Navigation' })).toBeVisible();
});

test('the matrix of the applications of the demo has its place in a wide window', async ({ browser, server }) => {
  const desk = await Desk.open(browser, server, await makeTenant(server));
  const targets = ['crm', 'hr', 'affiliate', 'system', 'wrapper', 'SMP', 'MINI_BODEGA'];
  const input = { name: 'bread.baked', source: 'ORDERING', targets, description: 'Bread.', payloadSchema: {} };
  await desk.ask('mutation ($input: RegisterEventTypeInput!) { registerEventType(input: $input) { name } }', { input });
  await desk.publish('bread.baked', {});
  await desk.page.setViewportSize({ width: 1440, height: 900 });
  await desk.page.goto(`${server.url}/app/events/matrix`);
  const matrix = desk.page.getByRole('table', { name: 'Matrix' });
  await expect(matrix.getByRole('link')).toHaveCount(targets.length);
  const [right, end] = await matrix.evaluate((table) => [
    table.getBoundingClientRect().right,
    document.documentElement.clientWidth - 24,
  ]);
  expect(right).toBeLessThanOrEqual(end ?? 0);
  await desk.close();
});

/** How many items the sections say that they have. */
async function itemsSaid(): Promise<number> {
  const said = await page
    .locator('main section')
    .evaluateAll((all) => all.map((one) => one.querySelector('h2 + *')?.textContent));
  return said.reduce((sum, count) => sum + Number(count), 0);
}
