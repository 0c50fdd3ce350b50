import { expect, type Page } from '@playwright/test';
import { expectAccessible } from './accessible.ts';
import { Desk } from './desk.ts';
import { go } from './go.ts';
import { addMenu, makeTenant } from './tenant.ts';
import { test } from './worker-server.ts';

test.describe.configure({ mode: 'serial' });

let desk: Desk;
let page: Page;

test.beforeAll(async ({ browser, server }) => {
  const owner = await makeTenant(server);
  await addMenu(server, owner);
  desk = await Desk.open(browser, server, owner);
  page = desk.page;
  await go(page, '/locations');
});
test.afterAll(() => desk?.close());

const onTop = () => page.getByRole('radiogroup', { name: 'How prices have it' }).getByText('On top of the price');
const button = (name: string) => page.getByRole('button', { name, exact: true });

test('a location is opened, and says with an example where its days begin', async () => {
  await expect(page.getByText('The Bakery has no location yet')).toBeVisible();
  await page.getByRole('link', { name: 'New location' }).click();
  await button('Open location').click();
  await expect(page.getByText('Enter a name.')).toBeVisible();
  await page.getByLabel('Name').fill('Pearl');
  await page.getByLabel('Street and number').fill('303 Pearl Pkwy');
  await page.getByLabel('City').fill('San Antonio');
  await page.getByRole('combobox', { name: 'Time zone' }).fill('madrid');
  await page.getByRole('option', { name: 'Europe/Madrid' }).click();
  await page.getByLabel('Business day begins at').fill('03:00');
  await expect(page.getByText('An order at 02:59 on Saturday still belongs to Friday')).toBeVisible();
  await page.getByLabel('Top of each receipt').fill('The Bakery\nPearl');
  await expect(page.getByRole('figure', { name: 'How receipts begin' })).toContainText('The Bakery');
  await expectAccessible(page);
  await button('Open location').click();
  await expect(page.getByRole('heading', { level: 2, name: 'Pearl' })).toBeVisible();
  await expect(page.getByRole('list', { name: 'Locations of The Bakery' })).toContainText('Pearl');
});

test('a location is closed, and opened again at once', async () => {
  const row = page.getByRole('list', { name: 'Locations of The Bakery' }).getByRole('listitem');
  await button('Close location').click();
  await expect(row).toContainText('Closed');
  await button('Undo').click();
  await expect(row).toContainText('Open');
});

test('a country proposes its usual taxes, which are added as soon as somebody says so', async () => {
  await page.getByRole('combobox', { name: 'Country of its taxes' }).fill('spain');
  await page.getByRole('option', { name: 'Spain' }).click();
  await button('Save').click();
  const proposal = page.getByRole('group', { name: 'Usual taxes in Spain' });
  await expect(proposal).toContainText('Please check them with your accountant.');
  await expect(proposal.getByRole('checkbox', { name: 'IVA 10 %' })).toBeChecked();
  await expectAccessible(page);
  await button('Add these taxes').click();
  await expect(proposal).toBeHidden();
  await page.getByRole('alert').filter({ hasText: 'Added IVA 10 %.' }).getByRole('button', { name: 'Undo' }).click();
  await expect(proposal).toBeVisible();
});

test('a tax is added that is taken of another one, and shows what a guest pays', async () => {
  await page.getByRole('link', { name: 'Taxes' }).click();
  await expect(page.getByText('No taxes yet')).toBeVisible();
  const add = async (name: string, percent: string) => {
    await page.getByRole('link', { name: 'New tax' }).click();
    await expect(page.getByRole('heading', { level: 2, name: 'New tax' })).toBeVisible();
    await page.getByLabel('Name').fill(name);
    await page.getByLabel('Percent').fill(percent);
  };
  await add('Excise', '8');
  await onTop().click();
  await button('Add tax').click();
  await expect(page.getByRole('heading', { level: 2, name: 'Excise' })).toBeVisible();
  await add('Sales tax', '8.25');
  await onTop().click();
  await page.getByRole('checkbox', { name: 'Excise' }).check();
  const example = page.getByRole('region', { name: 'An example' });
  await expect(example).toContainText('$8.91 on top (8.25%) · also of Excise');
  await expect(example).toContainText('The guest pays$116.91');
  await expectAccessible(page);
  await button('Add tax').click();
  await expect(page.getByRole('list', { name: 'Taxes' }).getByRole('listitem')).toHaveCount(2);
});
