import { expect } from '@playwright/test';
import { expectAccessible } from './accessible.ts';
import { Desk } from './desk.ts';
import { test } from './worker-server.ts';

test.describe.configure({ mode: 'serial' });

let desk: Desk;

test.beforeAll(async ({ browser, server }) => {
  desk = await Desk.open(browser, server);
  await expect(desk.page.getByText('Live', { exact: true })).toBeVisible();
});
test.afterAll(() => desk?.close());

const options = () => desk.page.getByRole('listbox').getByRole('option');

async function type(text: string): Promise<void> {
  await desk.page.keyboard.press('Control+k');
  await desk.page.getByRole('combobox', { name: 'Search or go to' }).fill(text);
}

test('a tab, a person, a product and an application are found by their names', async () => {
  const { page } = desk;
  const places: [string, RegExp][] = [
    ['matrix', /\/app\/events\/matrix$/],
    ['guadalupe', /\/app\/people\/[0-9a-f-]{36}$/],
    ['digital menu', /\/app\/services\/DIGITAL_MENU$/],
    ['affiliate', /\/app\/(access|events\/applications)\//],
  ];
  for (const [text, address] of places) {
    await type(text);
    await expect(options().first()).toBeVisible();
    await page.keyboard.press('Enter');
    await expect(page).toHaveURL(address);
  }
  await type('');
  await expect(options().nth(1)).toContainText('Digital menu');
  await expectAccessible(page);
  await page.keyboard.press('Escape');
});

test('an event is found by its id', async () => {
  const eventId = await desk.publish('user.created', { entityId: 'user-1', email: 'john.doe@company.com' });
  await type(eventId);
  await expect(options()).toHaveCount(1);
  await desk.page.keyboard.press('Enter');
  await expect(desk.panel).toContainText('user.created');
});

test('an item is sold out and gets a price by what is typed, and both are undone', async () => {
  const { page } = desk;
  await type('86 lengua');
  await expect(options().first()).toContainText('sold out');
  await page.keyboard.press('Enter');
  await expect(page.getByText('is sold out.')).toBeVisible();
  await page.getByRole('button', { name: 'Undo' }).click();
  await type('86 lengua');
  await expect(options().first()).toContainText('sold out');
  await page.keyboard.press('Escape');

  // Nobody waits until one's own Undo has been answered.
  await type('price lengua 7,25');
  await expect(options().first()).toContainText('7.25');
  await page.keyboard.press('Enter');
  await expect(page.getByText('7.25 now.')).toBeVisible();
  await page.getByRole('button', { name: 'Undo' }).click();
  await type('lengua');
  await expect(options().first()).not.toContainText('7.25');
  await page.keyboard.press('Escape');
});

test('it is dark, and light again, by the command field', async () => {
  const { page } = desk;
  const scheme = () => page.evaluate(() => document.documentElement.dataset.mantineColorScheme);
  for (const colours of ['dark', 'light']) {
    await type(colours);
    await page.keyboard.press('Enter');
    await expect.poll(scheme).toBe(colours);
  }
});
