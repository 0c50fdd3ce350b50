import { type Smp, startSmp } from '@mycelium/smp/smp';
import type { Account } from '@mycelium/smp/smp-account';
import { expect, type Page, test } from '@playwright/test';
import { expectAccessible } from './accessible.ts';
import { openPage } from './log-in.ts';
import { Server } from './server.ts';

test.describe.configure({ mode: 'serial' });

const TOKEN = 'a token for the shop';
const ITEM = 'Pork al pastor';

let server: Server;
let shop: Smp;
let account: Account;
/** Where the owner works, and where the syncs stay open beside it. */
let desk: Page;
let watch: Page;

test.beforeAll(async ({ browser }) => {
  server = await Server.withDemo();
  await server.start();
  shop = await startSmp({ token: TOKEN });
  account = shop.account('las-reinas');
  desk = await openPage(browser, server);
  watch = await desk.context().newPage();
  await watch.goto(`${server.url}/app/sync`);
});

test.afterAll(async () => {
  await server?.stop();
  await shop?.close();
});

/** The row of a product on the page of syncs. */
const row = (name: string) => watch.getByRole('list', { name: 'Sync' }).getByRole('listitem').filter({ hasText: name });
const panel = (page: Page) => page.getByRole('complementary');

async function changePrice(price: string): Promise<void> {
  await desk.getByRole('link', { name: 'Menu', exact: true }).click();
  const field = desk.getByLabel(`Price of ${ITEM}`);
  await field.fill(price);
  await field.press('Enter');
}

/** The item as the shop has it. */
function inShop(): { id: string; priceMinor: number } {
  const item = [...account.items.values()].find(({ name }) => name.en === ITEM);
  if (!item) throw new Error(`The shop has no ${ITEM}.`);
  return item;
}

test('a product is paused and resumed; what stops is said before', async () => {
  await desk.getByRole('link', { name: 'Services' }).click();
  await desk.getByRole('link', { name: 'Signage (SMP)' }).click();
  await expect(panel(desk)).toContainText('On');
  await desk.getByRole('button', { name: 'Pause' }).click();
  await expect(desk.getByRole('dialog')).toContainText('Syncing stops');
  await desk.getByRole('dialog').getByRole('button', { name: 'Pause' }).click();
  await expect(row('Signage')).toContainText('Paused');
  await desk.getByRole('button', { name: 'Resume' }).click();
  await expect(row('Signage')).toContainText('In sync');
});

test('a changed price is synced while one watches', async () => {
  const time = row('Signage').getByRole('time');
  const before = await time.getAttribute('datetime');
  await changePrice('4.35');
  await expect(time).not.toHaveAttribute('datetime', before ?? '');
  await expect(row('Signage')).toContainText('In sync');
});

test('a product is switched on with its settings; what its schema refuses lands at the field', async () => {
  await desk.getByRole('link', { name: 'Services' }).click();
  await desk.getByRole('link', { name: 'Mini bodega' }).click();
  await desk.getByLabel('Address of its catalogue').fill('not an address');
  await desk.getByLabel('Account ID in this product').fill('las-reinas');
  await desk.getByLabel('Secret token', { exact: false }).first().fill(TOKEN);
  await desk.getByRole('button', { name: 'Switch on' }).click();
  await expect(desk.getByLabel('Address of its catalogue')).toHaveAttribute('aria-invalid', 'true');
  await desk.getByLabel('Address of its catalogue').fill(shop.url);
  await desk.getByRole('button', { name: 'Switch on' }).click();
  await expect(panel(desk).getByText('On', { exact: true })).toBeVisible();
  await expect(panel(desk)).not.toContainText(TOKEN);
  await expect(row('Mini bodega')).toContainText('Waiting');
});

test('what a sync would do is tried out, and then done, step by step', async () => {
  await watch.getByRole('link', { name: 'Mini bodega' }).click();
  await watch.getByRole('button', { name: 'Dry run' }).click();
  const foreseen = watch.getByRole('region', { name: 'What the next sync would do' });
  await expect(foreseen.getByRole('listitem').filter({ hasText: 'Menu → Mini bodega' })).toContainText(/\d+ new/);
  await expect(watch.getByRole('region', { name: 'Item by item' })).toContainText('new · Mini bodega');
  expect(account.items.size).toBe(0);
  await watch.getByRole('button', { name: 'Sync everything' }).click();
  await expect(row('Mini bodega')).toContainText('In sync');
  const done = watch.getByRole('region', { name: 'What the last sync did' });
  await expect(done.getByRole('listitem').filter({ hasText: 'Sections' })).toContainText(/\d+ new/);
  expect(account.items.size).toBeGreaterThan(10);

  await panel(watch).getByText('History').click();
  await watch.getByRole('button', { name: 'Everything' }).click();
  await expect(panel(watch)).toContainText('You');
  await expect(watch.getByRole('button', { name: 'Copy number for support' })).toBeVisible();
});

test('what both sides changed waits for a person, who takes one side', async () => {
  await panel(watch).getByText('Settings').click();
  await watch.getByLabel('When both changed the same').selectOption('Ask a person');
  await watch.getByRole('button', { name: 'Save' }).click();
  await expect(watch.getByRole('button', { name: 'Save' })).toBeDisabled();

  account.edit(inShop().id, { priceMinor: 999 });
  await changePrice('4.45');
  await watch.getByRole('link', { name: '1 conflict to resolve' }).last().click();
  const conflict = panel(watch).getByRole('region', { name: `${ITEM} · Price` });
  await expect(conflict).toContainText('$4.45');
  await expect(conflict).toContainText('$9.99');
  await expectAccessible(watch);
  await conflict.getByRole('button', { name: 'Keep theirs' }).click();
  await expect(conflict).toHaveCount(0);
  await expect(watch.getByText('Nothing to resolve')).toBeVisible();
  await expect(desk.getByLabel(`Price of ${ITEM}`)).toHaveValue('9.99');
});

test('what fails stands first with its item, and only that is tried again', async () => {
  const item = [...account.items.values()].find(({ name }) => name.en === ITEM);
  account.rejects.add(item?.reference ?? '');
  await changePrice('4.55');
  await expect(row('Mini bodega')).toContainText('Failed');
  await expect(row('Mini bodega')).toContainText(`${ITEM}: Mini bodega refused it: “This item is refused.”`);
  await expect(watch.getByRole('list', { name: 'Sync' }).getByRole('listitem').first()).toContainText('Mini bodega');
  await watch.getByText('Failed', { exact: true }).first().click();
  await expect(row('Signage')).toHaveCount(0);
  await expect(watch).toHaveURL(/show=error/);
  await watch.getByRole('link', { name: 'Mini bodega' }).click();
  await expectAccessible(watch);

  account.rejects.clear();
  await watch.getByRole('button', { name: 'Try this item again' }).click();
  await expect(watch.getByText('No failed syncs')).toBeVisible();
  await watch.getByText('All', { exact: true }).click();
  await expect(row('Mini bodega')).toContainText('In sync');
  expect(inShop().priceMinor).toBe(455);
});

test('the kitchen sees the products and changes none', async ({ browser }) => {
  const kitchen = await openPage(browser, server, { email: 'kitchen@las-reinas.test' });
  await kitchen.getByRole('link', { name: 'Services' }).click();
  await kitchen.getByRole('link', { name: 'Signage (SMP)' }).click();
  const detail = kitchen.getByRole('complementary').or(kitchen.getByRole('dialog'));
  await expect(detail.getByLabel('Account ID in this product')).toHaveAttribute('readonly');
  await expect(detail.getByRole('button', { name: /Pause|Switch|Save/ })).toHaveCount(0);
  await expect(kitchen.getByRole('link', { name: 'Sync', exact: true })).toHaveCount(0);
  await kitchen.context().close();
});

test("the platform's people see every tenant's syncs, and work for the tenant whose sync they run", async ({
  browser,
}) => {
  const admin = await openPage(browser, server, { email: 'admin@mycelium.test', path: '/sync' });
  await admin.getByRole('button', { name: 'El Farolito' }).click();
  const theirs = admin.getByRole('listitem').filter({ hasText: 'Taquería Las Reinas' });
  await expect(theirs).toHaveCount(2);
  await admin.getByRole('link', { name: 'Signage (SMP)' }).click();
  await expect(admin.getByRole('button', { name: 'Sync now' })).toHaveCount(0);
  await admin.getByRole('button', { name: 'Switch to Taquería Las Reinas' }).click();
  await admin.getByRole('button', { name: 'Sync now' }).click();
  await expect(admin.getByRole('region', { name: 'What the last sync did' })).toContainText('Sections');
  await admin.context().close();
});

test('a run that would take much away waits for a word, with its numbers', async () => {
  const rows = desk.locator('[data-item]');
  const items = await rows.count();
  for (const { id } of [...account.items.values()].slice(5, 40)) account.edit(id, { deleted: true });
  await watch.getByRole('button', { name: 'Sync now' }).click();
  const danger = watch.getByRole('alert', { name: 'This sync would remove a lot' });
  await expect(danger).toContainText('remove 35');
  await expect(row('Mini bodega')).toContainText('Needs your approval');
  const waiting = watch.getByRole('region', { name: 'On request' });
  await expect(waiting.getByRole('region', { name: 'Item by item' })).toContainText('removed · Menu');
  await watch.getByRole('button', { name: 'Sync now' }).click();
  await expect(watch.getByText('A sync is waiting for your approval.', { exact: false })).toBeVisible();
  await watch.getByRole('button', { name: 'Continue' }).click();
  await expect(watch.getByRole('dialog')).toContainText('remove 35');
  await watch.getByRole('dialog').getByRole('button', { name: 'Cancel', exact: true }).click();
  await watch.getByRole('button', { name: 'Cancel this sync' }).click();
  await expect(danger).toHaveCount(0);
  await expect(rows).toHaveCount(items);

  await watch.getByRole('button', { name: 'Sync now' }).click();
  await watch.getByRole('button', { name: 'Continue' }).click();
  await watch.getByRole('dialog').getByRole('button', { name: 'Continue' }).click();
  const done = watch.getByRole('region', { name: 'What the last sync did' });
  await expect(done.getByRole('listitem').filter({ hasText: 'Mini bodega → menu' })).toContainText('35 removed');
  await expect(rows).toHaveCount(items - 35);
});
