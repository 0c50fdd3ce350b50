import { expect } from '@playwright/test';
import { expectAccessible } from './accessible.ts';
import { Desk } from './desk.ts';
import { letSyncFail } from './failing-sync.ts';
import { makeTenant } from './tenant.ts';
import { test } from './worker-server.ts';

test.describe.configure({ mode: 'serial' });

let desk: Desk;

test.beforeAll(async ({ browser, server }) => {
  desk = await Desk.open(browser, server, await makeTenant(server));
});
test.afterAll(() => desk?.close());

test('the root of the console says that nothing needs anybody, and at once when something does', async () => {
  const { page } = desk;
  await page.getByRole('link', { name: 'Home', exact: true }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Home' })).toBeVisible();
  await expect(page.getByText('Nothing needs you')).toBeVisible();
  await expectAccessible(page);

  await letSyncFail(desk);
  const concerns = page.getByRole('list', { name: 'Needs you' }).getByRole('listitem');
  await expect(concerns).toHaveCount(1, { timeout: 20_000 });
  await expect(concerns).toContainText('The sync with Signage (SMP) failed');

  await concerns.getByRole('link', { name: 'See why' }).click();
  await expect(page).toHaveURL(/\/app\/sync\/[0-9a-f-]{36}/);
});
