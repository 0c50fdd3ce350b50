import { randomUUID } from 'node:crypto';
import { expect, type Page } from '@playwright/test';
import { go } from './go.ts';
import { openPage } from './log-in.ts';
import { test } from './worker-server.ts';

test.describe.configure({ mode: 'serial' });

let desk: Page;

test.beforeAll(async ({ browser, server }) => {
  desk = await openPage(browser, server, { savesData: false });
  await expect(desk.getByText('Live', { exact: true })).toBeVisible();
});
test.afterAll(() => desk?.context().close());

const areas = () => desk.getByRole('navigation', { name: 'Navigation' });
const heading = (name: string) => desk.getByRole('heading', { level: 1, name, exact: true });

test('without a connection the dot says so at once, and a page that has not arrived comes when it is back', async () => {
  await desk.context().setOffline(true);
  await expect(desk.getByText('Offline')).toBeVisible({ timeout: 1_000 });
  await areas().getByRole('link', { name: 'People' }).click();
  await expect(heading('People').or(desk.getByText('This page did not load', { exact: true }))).toBeVisible();
  await expect(areas()).toBeVisible();
  await desk.context().setOffline(false);
  await expect(heading('People')).toBeVisible();
  await expect(desk.getByRole('list', { name: 'People' })).toContainText('Guadalupe Reyes');
  await expect(desk.getByText('Live', { exact: true })).toBeVisible();
});

test('an open row keeps the corners of its list', async () => {
  const row = desk.getByRole('list', { name: 'People' }).getByRole('listitem').first();
  await row.getByRole('link').click();
  await expect(row).toHaveAttribute('data-open');
  await expect(row).toHaveCSS('border-top-left-radius', '7px');
  await desk.goBack();
});

test('a page whose code does not come says so in its place, and is tried again by hand', async () => {
  await desk.goto(desk.url());
  await expect(heading('People')).toBeVisible();
  // It comes only once somebody has asked for it: by itself it is tried again, too.
  await desk.evaluate(() =>
    document.addEventListener(
      'click',
      ({ target }) => {
        if (target instanceof HTMLElement && target.innerText === 'Try again') document.body.dataset.tried = '';
      },
      true,
    ),
  );
  await desk.route(/\/assets\/LogPage/, async (route) =>
    (await desk.locator('body[data-tried]').count()) > 0 ? route.continue() : route.abort(),
  );
  await areas().getByRole('link', { name: 'Log', exact: true }).click();
  await expect(desk.getByText('This page did not load', { exact: true })).toBeVisible();
  await expect(desk.getByRole('button', { name: 'Reload' })).toBeVisible();
  await desk.getByRole('button', { name: 'Try again' }).click();
  await expect(heading('Log')).toBeVisible();
  await desk.unrouteAll({ behavior: 'wait' });
});

test('a page whose code takes its time shows its shape meanwhile, and what is left stays until then', async () => {
  await desk.goto(`${new URL(desk.url()).origin}/app/account`);
  await expect(heading('Your account')).toBeVisible();
  const { promise: isLetThrough, resolve: letThrough } = Promise.withResolvers<void>();
  await desk.route(/\/assets\/AccessPage/, async (route) => {
    await isLetThrough;
    await route.continue();
  });
  await areas().getByRole('link', { name: 'API access' }).click();
  await expect(heading('API access')).toBeVisible();
  await expect(desk.getByRole('main').getByRole('status')).toHaveText('Loading…');
  await expect(heading('Your account')).toBeHidden();
  letThrough();
  await expect(desk.getByRole('main').getByRole('status')).toHaveCount(0);
  await expect(heading('API access')).toBeVisible();
  await desk.unrouteAll({ behavior: 'wait' });
});

test('so does one among the tabs of its area, below them', async () => {
  await desk.goto(`${new URL(desk.url()).origin}/app/events/queue`);
  const tab = (name: string) => desk.getByRole('navigation', { name: 'Events' }).getByRole('link', { name });
  const filter = desk.getByLabel('From', { exact: true });
  await expect(filter).toBeVisible();
  const { promise: isLetThrough, resolve: letThrough } = Promise.withResolvers<void>();
  await desk.route(/\/assets\/WebhooksPage/, async (route) => {
    await isLetThrough;
    await route.continue();
  });
  await tab('Webhooks').click();
  await expect(desk.getByRole('main').getByRole('status')).toHaveText('Loading…');
  await expect(tab('Webhooks')).toBeVisible();
  await expect(filter).toBeHidden();
  letThrough();
  await expect(tab('Webhooks')).toHaveAttribute('aria-current', 'page');
  await expect(desk.getByRole('main').getByRole('status')).toHaveCount(0);
  await desk.unrouteAll({ behavior: 'wait' });
});

test('all pages come while nothing is done, and open without a connection', async () => {
  await desk.goto(desk.url());
  // A browser remembers 250 of what it has loaded, unless more is asked for.
  await desk.evaluate(() => performance.setResourceTimingBufferSize(2_000));
  const arrived = () => desk.evaluate(() => performance.getEntriesByType('resource').map(({ name }) => name));
  await expect
    .poll(async () => (await arrived()).some((name) => name.includes('WebhooksPage')), { timeout: 30_000 })
    .toBe(true);
  await expect
    .poll(async () => (await arrived()).some((name) => name.includes('ClientPanel')), { timeout: 30_000 })
    .toBe(true);
  await desk.context().setOffline(true);
  await areas().getByRole('link', { name: 'API access' }).click();
  await expect(heading('API access')).toBeVisible();
  await desk.context().setOffline(false);
});

test('a panel that could not be read leads back to its list, and is tried again where that may help', async () => {
  let code = 'UNAVAILABLE';
  await desk.route(/\/graphql/, async (route) => {
    const response = await route.fetch();
    const answer = await response.json();
    if (answer.data?.apiClient === undefined) return route.fulfill({ response, json: answer });
    const errors = [{ message: 'It could not be read.', path: ['apiClient'], extensions: { code } }];
    return route.fulfill({ response, json: { data: { apiClient: null }, errors } });
  });
  const panel = desk.getByRole('complementary');
  const back = panel.getByRole('link', { name: 'Back to the list' });
  await go(desk, `/access/${randomUUID()}`);
  await expect(panel.getByRole('button', { name: 'Try again' })).toBeVisible();
  await expect(back).toBeVisible();
  code = 'FORBIDDEN';
  await go(desk, `/access/${randomUUID()}`);
  await expect(panel.getByText('Your role does not allow this')).toBeVisible();
  await expect(panel.getByRole('button', { name: 'Try again' })).toHaveCount(0);
  await back.click();
  await expect(desk).toHaveURL(/access$/);
  await expect(panel).toHaveCount(0);
  await desk.unrouteAll({ behavior: 'wait' });
});

test('a page with a fault stays within its place, and is tried again', async () => {
  const page = await desk.context().newPage();
  // Nothing is announced meanwhile: it would put right what is forged here.
  await page.routeWebSocket(/\/graphql/, () => {});
  let isForged = true;
  await page.route(/\/graphql/, async (route) => {
    const response = await route.fetch();
    const answer = await response.json();
    if (isForged && answer.data?.queues) answer.data.queues.tenants = [null];
    return route.fulfill({ response, json: answer });
  });
  await page.goto(`${new URL(desk.url()).origin}/app/work`);
  const places = page.getByRole('navigation', { name: 'Navigation' });
  await expect(page.getByText('Something went wrong in this part')).toBeVisible();
  await expect(places).toBeVisible();
  isForged = false;
  await places.getByRole('link', { name: 'Menu', exact: true }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Menu', exact: true })).toBeVisible();
  await page.unrouteAll({ behavior: 'wait' });
  await page.close();
});
