import { expect, type Page } from '@playwright/test';
import { v7 as uuidv7 } from 'uuid';
import { expectAccessible } from './accessible.ts';
import { Desk } from './desk.ts';
import { go } from './go.ts';
import { openShop, order, type Shop, sell } from './sell.ts';
import { addMenu, makeTenant } from './tenant.ts';
import { test } from './worker-server.ts';

test.describe.configure({ mode: 'serial' });

let desk: Desk;
let page: Page;
let shop: Shop;

test.beforeAll(async ({ browser, server }) => {
  const owner = await makeTenant(server);
  const menuId = await addMenu(server, owner);
  desk = await Desk.open(browser, server, owner);
  page = desk.page;
  shop = await openShop(desk, menuId, 'Suadero', 425);
  await sell(desk, shop, '2');
});
test.afterAll(() => desk?.close());

const button = (name: string) => page.getByRole('button', { name, exact: true });
const orders = () => page.getByRole('list', { name: 'Orders', exact: true }).getByRole('listitem');

test('one of two tacos is refunded with its tax, to the cent', async () => {
  await go(page, '/orders');
  await orders().getByRole('link', { name: 'Order 1' }).click();
  await expect(desk.panel).toContainText('2 × Suadero');
  await expect(desk.panel.getByRole('list', { name: 'Totals' })).toContainText('Sales tax on $8.50$0.81');
  await button('Refund').click();
  await page.getByRole('checkbox', { name: 'Suadero · 2 left' }).check();
  const share = page.getByRole('region', { name: 'What this gives back' });
  await expect(share).toContainText('Gives back$4.66');
  await expect(share).toContainText('Taxes in it$0.41');
  await button('Refund $4.66').click();
  await expect(page.getByText('Fill this in.')).toBeVisible();
  await page.getByLabel('Reason').fill('It was cold');
  await expectAccessible(page);
  await button('Refund $4.66').click();
  await expect(page.getByRole('form', { name: 'Refund' })).toBeHidden();
  await expect(orders()).toContainText('Partly refunded');
  await expect(desk.panel.getByRole('list', { name: 'Totals' })).toContainText('Refunded$4.66');
  await expect(desk.panel.getByRole('list', { name: 'Payments' })).toContainText('$4.66, of which tax $0.41');
  await expect(desk.panel.getByRole('list', { name: 'What happened' })).toContainText('Refunded $4.66: It was cold');
});

test('the other one has what is left of it, and then nothing is', async () => {
  await button('Refund').click();
  await page.getByRole('checkbox', { name: 'Suadero · 1 left' }).check();
  await page.getByLabel('Reason').fill('So was this one');
  await button('Refund $4.65').click();
  await expect(desk.panel.getByRole('list', { name: 'Totals' })).toContainText('Refunded$9.31');
  await expect(button('Refund')).toBeHidden();
});

test('a total opens into its steps', async () => {
  await page.getByText('Why this cent?').and(page.getByLabel('Why this cent? Sales tax')).click();
  await expect(desk.panel).toContainText('$8.50 × 9.5% = $0.8075 → $0.81');
});

test('what others order is there at once, and is found by its number, its note and its items', async () => {
  await sell(desk, shop, '1');
  await expect(orders()).toHaveCount(2);
  const find = page.getByLabel('Number, note or item');
  await find.fill('2');
  await expect(orders()).toHaveCount(1);
  await expect(page).toHaveURL(/find=2/);
  await find.fill('suadero');
  await expect(orders()).toHaveCount(2);
  await find.fill('birria');
  await expect(page.getByText('No matching orders')).toBeVisible();
});

test('an order that is not paid is discounted, its item is comped, and it is voided with a reason', async () => {
  await go(page, `/orders/${await order(desk, shop, '2')}`);
  const totals = desk.panel.getByRole('list', { name: 'Totals' });
  await button('Discount').click();
  await page.getByLabel('Name on the receipt').fill('Neighbour');
  await page.getByLabel('How much').fill('10');
  await page.getByRole('form', { name: 'Discount' }).press('Control+Enter');
  await expect(totals).toContainText('Discounts$0.85');
  await button('Comp Suadero').click();
  await page.getByLabel('Reason').fill('On the house');
  await button('Comp').click();
  await expect(totals).toContainText('Total$0.00');
  await button('Void order').first().click();
  await page.getByLabel('Reason').fill('They left');
  await button('Void order').last().click();
  await expect(desk.panel).toContainText('They left');
  await expect(button('Void order')).toBeHidden();
});

test('what another system promised is canceled and paid again; of what was taken, the tip alone goes back', async () => {
  const orderId = await order(desk, shop, '1');
  const promised = (captured: boolean, tip: number) =>
    desk.ask('mutation ($input: RecordExternalInput!) { recordExternal(input: $input) { id } }', {
      input: { id: uuidv7(), orderId, amount: 465, tip, kind: 'VOUCHER', captured },
    });
  await promised(false, 0);
  await go(page, `/orders/${orderId}`);
  const payments = desk.panel.getByRole('list', { name: 'Payments' });
  await expect(payments).toContainText('Promised');
  await button('Cancel payment').click();
  await page.getByRole('dialog').getByRole('button', { name: 'Cancel payment' }).click();
  await expect(payments).toContainText('Canceled');
  await expect(desk.panel).toContainText('Not paid');
  await promised(true, 100);
  await button('Refund').click();
  await page.getByText('A tip', { exact: true }).click();
  await expect(page.getByRole('region', { name: 'What this gives back' })).toContainText('To the other payment$1.00');
  await page.getByLabel('Reason').fill('The wrong table');
  await button('Refund $1.00').click();
  await expect(page.getByText('Refunded $1.00.')).toBeVisible();
});
