import { expect, type Page } from '@playwright/test';
import { expectAccessible } from './accessible.ts';
import { Desk } from './desk.ts';
import { go } from './go.ts';
import { makeTenant } from './tenant.ts';
import { test } from './worker-server.ts';

test.describe.configure({ mode: 'serial' });

let desk: Desk;
let page: Page;

test.beforeAll(async ({ browser, server }) => {
  desk = await Desk.open(browser, server, await makeTenant(server));
  page = desk.page;
  await go(page, '/venues');
});
test.afterAll(() => desk?.close());

const button = (name: string) => page.getByRole('button', { name, exact: true });

test('a venue is added with its week and a holiday; hours that overlap are refused where they are', async () => {
  await expect(page.getByText('No venues yet')).toBeVisible();
  await page.getByRole('link', { name: 'New venue' }).click();
  await page.getByLabel('Name').fill('Pearl');
  await button('Add hours: Friday').click();
  await page.getByLabel('Friday: opens at').fill('18:00');
  await page.getByLabel('Friday: closes at').fill('02:00');
  // The hours of the day before are the likely ones.
  await button('Add hours: Saturday').click();
  await expect(page.getByLabel('Saturday: closes at')).toHaveValue('02:00');
  await page.getByLabel('Saturday: opens at').fill('01:00');
  await button('Add a day').click();
  await page.getByLabel('Date', { exact: true }).fill('2027-12-25');
  await page.getByLabel('Why', { exact: true }).fill('Christmas');
  await expectAccessible(page);
  await button('Add venue').click();
  await expect(page.getByText('These overlap others.')).toBeVisible();
  await page.getByLabel('Saturday: opens at').fill('17:00');
  await button('Add venue').click();
  await expect(page.getByRole('heading', { name: 'Pearl' })).toBeVisible();
  await expect(page.getByLabel('Why', { exact: true })).toHaveValue('Christmas');
});

test('a venue is closed and, with one press, in business again', async () => {
  await button('Close venue').click();
  await expect(page.getByText('Nothing more is collected')).toBeVisible();
  await button('Undo').click();
  await expect(page.getByText('In business')).toBeVisible();
  await expect(button('Close venue')).toBeVisible();
});
