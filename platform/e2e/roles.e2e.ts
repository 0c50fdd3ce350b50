import { expect } from '@playwright/test';
import { openPage } from './log-in.ts';
import { test } from './worker-server.ts';

const forms = [
  '/menu/new',
  '/menu/sections/new',
  '/screens/pair',
  '/screens/boards/new',
  '/people/invite',
  '/access/new',
  '/events/queue/publish',
  '/events/webhooks/new',
  '/events/credits/allocate',
  '/events/credits/take',
  '/events/applications/new',
  '/events/applications/types/new',
];

test('whoever may not do a thing is not shown its form, whatever the address', async ({ browser, server }) => {
  const cook = await openPage(browser, server, { email: 'kitchen@las-reinas.test' });
  for (const path of forms) {
    await cook.goto(`${server.url}/app${path}`);
    await expect(cook.getByText('Your role does not allow this').first()).toBeVisible();
    await expect(cook.locator('main form')).toHaveCount(0);
  }
  await cook.getByRole('link', { name: 'Back to the start' }).first().click();
  await expect(cook.getByRole('heading', { level: 1, name: 'Home' })).toBeVisible();
  await cook.context().close();
});

test('the navigation has the areas of a role and no others', async ({ browser, server }) => {
  const cook = await openPage(browser, server, { email: 'kitchen@las-reinas.test', path: '/' });
  const areas = cook.getByRole('navigation', { name: 'Navigation' }).getByRole('link');
  await expect(areas).toHaveText(['Home', 'Menu', 'Screens', 'Services']);
  await cook.context().close();
});
