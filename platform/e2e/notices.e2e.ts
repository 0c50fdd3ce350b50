import { expect } from '@playwright/test';
import { expectAccessible } from './accessible.ts';
import { Desk } from './desk.ts';
import { letSyncFail } from './failing-sync.ts';
import { go } from './go.ts';
import { makeTenant } from './tenant.ts';
import { test } from './worker-server.ts';

test.describe.configure({ mode: 'serial' });

let desk: Desk;

test.beforeAll(async ({ browser, server }) => {
  desk = await Desk.open(browser, server, await makeTenant(server));
});
test.afterAll(() => desk?.close());

test('what happens comes under the bell without being loaded again, leads to its page, and is read by that', async () => {
  const { page } = desk;
  const bell = page.getByRole('button', { name: 'Notices' });
  await bell.click();
  await expect(page.getByRole('dialog', { name: 'Notices' })).toContainText('Nothing new');
  await expectAccessible(page);
  await page.keyboard.press('Escape');
  await expect(page.getByRole('dialog')).toHaveCount(0);
  await expect(bell).toBeFocused();

  await letSyncFail(desk);
  await expect(bell).toHaveAccessibleName('Notices, 1 unread', { timeout: 20_000 });
  await page.keyboard.press('Enter');
  const notices = page.getByRole('list', { name: 'Notices' }).getByRole('listitem');
  await expect(notices).toHaveCount(1);
  await expect(notices).toContainText('The sync with SMP failed');
  await expectAccessible(page);

  await page.setViewportSize({ width: 390, height: 800 });
  const { x = -1, width = 0 } = (await page.getByRole('dialog', { name: 'Notices' }).boundingBox()) ?? {};
  expect(x).toBeGreaterThanOrEqual(0);
  expect(x + width).toBeLessThanOrEqual(390);
  await page.setViewportSize({ width: 1440, height: 1000 });

  await notices.getByRole('link').click();
  await expect(page).toHaveURL(/\/app\/sync\/[0-9a-f-]{36}/);
  await expect(bell).toHaveAccessibleName('Notices');
  await bell.click();
  await expect(page.getByRole('button', { name: 'Mark all as read' })).toBeDisabled();
  await page.keyboard.press('Escape');
});

test('a person chooses language, time zone and e-mails, and finds them so at the next log-in', async () => {
  const { page } = desk;
  await go(page, '/account');
  const zone = page.getByRole('combobox', { name: 'Time zone' });
  await zone.selectOption('Europe/Istanbul');
  const syncs = page.getByRole('checkbox', { name: 'Syncs that fail' });
  await expect(syncs).toBeChecked();
  await page.getByText('Syncs that fail or need your approval').click();
  await expect(syncs).not.toBeChecked();
  await page.getByRole('radiogroup').getByText('Türkçe').click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Hesabınız');
  await expect
    .poll(() => desk.ask('{ viewer { preferences { language timeZone emails { group wanted } } } }', {}))
    .toMatchObject({ viewer: { preferences: { language: 'tr', timeZone: 'Europe/Istanbul' } } });

  await page.evaluate(() => localStorage.removeItem('mycelium.language'));
  await page.reload();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Hesabınız');
  await expect(page.getByRole('combobox', { name: 'Saat dilimi' })).toHaveValue('Europe/Istanbul');
  await expect(page.getByRole('checkbox', { name: 'Başarısız olan' })).not.toBeChecked();
});
