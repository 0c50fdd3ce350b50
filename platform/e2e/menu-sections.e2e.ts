import { expect, type Page } from '@playwright/test';
import { drag } from './drag.ts';
import { openPage } from './log-in.ts';
import { test } from './worker-server.ts';

test.describe.configure({ mode: 'serial' });

let desk: Page;
let other: Page;

test.beforeAll(async ({ browser, server }) => {
  desk = await openPage(browser, server, { path: '/menu' });
  other = await openPage(browser, server, { email: 'kitchen@las-reinas.test', path: '/menu' });
  for (const page of [desk, other]) await expect(page.getByRole('heading', { level: 1, name: 'Menu' })).toBeVisible();
});

test.afterAll(async () => {
  for (const page of [desk, other]) await page?.context().close();
});

const sectionNamed = (page: Page, name: string) => page.getByRole('heading', { level: 2, name, exact: true });

test('a section without a name is not created', async () => {
  await desk.getByRole('link', { name: 'New section' }).click();
  await desk.getByRole('button', { name: 'Add to menu' }).click();
  await expect(desk.getByText('Enter a name.')).toBeVisible();
});

test('a new section shows at every desk at once', async () => {
  await desk.getByLabel('Name (Spanish)').fill('Antojos de noche');
  await desk.getByLabel('Name (English)').fill('Night bites');
  await desk.getByRole('button', { name: 'Add to menu' }).click();
  await expect(sectionNamed(desk, 'Night bites')).toBeVisible();
  await expect(sectionNamed(other, 'Night bites')).toBeVisible();
});

test('it is renamed and moved, and the others see it', async () => {
  await desk.getByRole('link', { name: 'Night bites', exact: true }).click();
  await desk.getByLabel('Name (English)').fill('Late bites');
  await desk.getByRole('button', { name: 'Save' }).click();
  await expect(sectionNamed(other, 'Late bites')).toBeVisible();

  const names = other.getByRole('heading', { level: 2 });
  await expect(names.last()).toHaveText('Late bites');
  await desk.getByRole('button', { name: 'Up', exact: true }).click();
  await expect(names.last()).not.toHaveText('Late bites');
});

test('who may not change the menu reads its sections only', async () => {
  await expect(other.getByRole('link', { name: 'Late bites', exact: true })).toHaveCount(0);
  await expect(other.getByRole('link', { name: 'New section' })).toHaveCount(0);
});

test('a section with items is not removed, and one without is, everywhere', async () => {
  await desk.getByRole('link', { name: 'Tacos', exact: true }).click();
  await expect(desk.getByText(/It still has \d+ items/)).toBeVisible();
  await expect(desk.getByRole('button', { name: 'Remove from menu' })).toHaveCount(0);

  await desk.getByRole('link', { name: 'Late bites', exact: true }).click();
  await desk.getByRole('button', { name: 'Remove from menu' }).click();
  await expect(sectionNamed(desk, 'Late bites')).toHaveCount(0);
  await expect(sectionNamed(other, 'Late bites')).toHaveCount(0);
});

test('it is back with an Undo, from the notice and from the log', async () => {
  const notice = desk.getByRole('alert').filter({ hasText: 'Removed the section Late bites.' });
  await notice.getByRole('button', { name: 'Undo' }).click();
  for (const page of [desk, other]) await expect(sectionNamed(page, 'Late bites')).toBeVisible();
  await desk.getByRole('link', { name: 'Late bites', exact: true }).click();
  await desk.getByRole('button', { name: 'Remove from menu' }).click();
  await expect(sectionNamed(other, 'Late bites')).toHaveCount(0);
  await desk.getByRole('link', { name: 'Log', exact: true }).click();
  await desk
    .getByRole('link', { name: /removed the section Late bites$/ })
    .first()
    .click();
  const panel = desk.getByRole('complementary', { name: /removed the section Late bites$/ });
  await panel.getByRole('button', { name: 'Undo' }).click();
  await expect(sectionNamed(other, 'Late bites')).toBeVisible();
  await panel.getByRole('button', { name: 'Undo' }).click();
  await expect(panel).toContainText('can no longer be taken back');
});

test('the sections of a board are dragged, and stand where their keys would have put them', async () => {
  const { promise: isLetThrough, resolve: letThrough } = Promise.withResolvers<void>();
  await desk.route(/\/graphql/, async (route) => {
    const response = await route.fetch();
    if ((await response.text()).includes('"menus"')) await isLetThrough;
    await route.fulfill({ response });
  });
  await desk.goto(new URL('/app/screens/boards/new', desk.url()).href);
  const sections = desk.getByRole('group', { name: 'Sections, in their order on the board' });
  // While they are on their way they have their shape.
  await expect(sections.locator('.skeleton')).toHaveCount(1);
  letThrough();
  await expect(sections.locator('.skeleton')).toHaveCount(0);
  await desk.unrouteAll({ behavior: 'wait' });
  for (const name of ['Tacos', 'Burritos', 'Soups']) await sections.getByLabel(name, { exact: true }).check();
  const chosen = sections.getByRole('checkbox', { checked: true });
  const names = () =>
    chosen.evaluateAll((boxes) => boxes.map((box) => (box as HTMLInputElement).labels?.[0]?.textContent));
  const rowOf = (name: string) => sections.locator('[data-drag]').filter({ hasText: name });
  await drag(desk, rowOf('Soups'), rowOf('Tacos'));
  await expect.poll(names).toEqual(['Soups', 'Tacos', 'Burritos']);
  await expect(desk.getByText('Soups is section 1 of 3.')).toBeAttached();
  await sections.getByRole('button', { name: 'Move Soups down' }).click();
  await expect.poll(names).toEqual(['Tacos', 'Soups', 'Burritos']);
  await expect(sections.getByRole('button', { name: 'Move Soups down' })).toBeFocused();
});
