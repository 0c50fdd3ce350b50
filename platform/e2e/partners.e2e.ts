import { expect } from '@playwright/test';
import { Desk } from './desk.ts';
import { go } from './go.ts';
import { openPage } from './log-in.ts';
import { makeTenant } from './tenant.ts';
import { test } from './worker-server.ts';

const CONTACT = 'mutation ($name: String!) { createContact(input: { name: $name }) { id } }';

test('whoever sends business becomes a partner, is paid once however often it is pressed, and everybody sees the sum', async ({
  browser,
  server,
}) => {
  const owner = await makeTenant(server);
  const desk = await Desk.open(browser, server, owner);
  await desk.ask(CONTACT, { name: 'Agencia Ibáñez' });
  const { page, panel } = desk;
  await go(page, '/crm/partners');
  await page.getByRole('link', { name: 'New partner' }).click();
  await panel.getByRole('combobox', { name: 'Contact' }).fill('ibanez');
  await page.getByRole('option', { name: 'Agencia Ibáñez' }).click();
  await panel.getByRole('button', { name: 'Register' }).click();
  await expect(panel.getByRole('heading', { name: 'Agencia Ibáñez' })).toBeVisible();
  await expect(panel.getByText(/^[0-9a-f]{8}-/)).toBeVisible();

  const other = await openPage(browser, server, { email: owner });
  await other.goto(page.url());
  const elsewhere = other.getByRole('complementary');
  await expect(elsewhere.getByText('Nothing yet')).toBeVisible();

  await panel.getByRole('link', { name: 'Set commission' }).click();
  await panel.getByLabel('Commission in percent').fill('12.5');
  await panel.getByRole('button', { name: 'Set commission' }).click();
  await expect(panel.getByText('12.5%', { exact: true })).toBeVisible();

  await panel.getByRole('link', { name: 'Pay a referral' }).click();
  await panel.getByLabel('Amount in').fill('nothing');
  await panel.getByRole('button', { name: 'Pay a referral' }).click();
  await expect(panel.getByText('Enter just a number')).toBeVisible();
  await panel.getByLabel('Amount in').fill('150');
  await panel.getByRole('button', { name: 'Pay a referral' }).dblclick();
  for (const each of [panel, elsewhere]) {
    await expect(each.getByRole('list', { name: 'Payouts' }).getByRole('listitem')).toHaveCount(1);
    await expect(each.getByText('$150.00', { exact: true })).toHaveCount(2);
  }

  await panel.getByRole('button', { name: 'Remove' }).click();
  await expect(page.getByText('No partners yet')).toBeVisible();
  await page.getByRole('button', { name: 'Undo' }).click();
  await page.getByRole('link', { name: 'Agencia Ibáñez' }).click();
  await expect(panel.getByText('Paid in total')).toBeVisible();
  await other.context().close();
  await desk.close();
});

test('a contact whom nobody knows becomes a partner at once, and their contact leads to it', async ({
  browser,
  server,
}) => {
  const desk = await Desk.open(browser, server, await makeTenant(server));
  const { page, panel } = desk;
  await go(page, '/crm/partners/new');
  await panel.getByText('Somebody new').click();
  await panel.getByLabel('Name').fill('Óscar Peña');
  await panel.getByRole('button', { name: 'Register' }).click();
  await panel.getByRole('link', { name: 'Óscar Peña', exact: true }).click();
  await panel.getByRole('link', { name: 'Show this partner' }).click();
  await expect(panel.getByText('Affiliate account')).toBeVisible();
  await go(page, '/crm/partners?find=pena');
  await expect(page.getByRole('list', { name: 'Partners' }).getByRole('link', { name: 'Óscar Peña' })).toBeVisible();
  await desk.close();
});
