import { expect } from '@playwright/test';
import { Desk } from './desk.ts';
import { go } from './go.ts';
import { openPage } from './log-in.ts';
import { addColleague, makeTenant } from './tenant.ts';
import { test } from './worker-server.ts';

const CONTACT =
  'mutation ($name: String!, $tags: [String!], $kind: ContactKind) { createContact(input: { name: $name, tags: $tags, kind: $kind }) { id } }';
const NOTE = 'mutation ($input: CreateNoteInput!) { createNote(input: $input) { id } }';

test('a view that is saved is there for whom it is meant, live, and shows what it showed', async ({
  browser,
  server,
}) => {
  const owner = await makeTenant(server);
  const desk = await Desk.open(browser, server, owner);
  await desk.ask(CONTACT, { name: 'Molino Real', tags: ['maíz'], kind: 'ORGANISATION' });
  await desk.ask(CONTACT, { name: 'Ada Muñoz', tags: ['maíz'], kind: 'PERSON' });
  await desk.ask(CONTACT, { name: 'Bea Ruiz', tags: [], kind: 'PERSON' });
  const other = await openPage(browser, server, { email: await addColleague(server, owner, 'MANAGER') });
  await go(other, '/crm/contacts');
  await expect(other.getByRole('link', { name: 'Bea Ruiz' })).toBeVisible();

  const { page } = desk;
  await go(page, '/crm/contacts');
  const contacts = page.getByRole('list', { name: 'Contacts' }).getByRole('listitem');
  const views = page.getByRole('navigation', { name: 'Saved views' });
  await page.getByLabel('Kind').selectOption('Person');
  await page.getByLabel('With the tag').fill('MAÍZ');
  await expect(contacts).toHaveCount(1);
  await page.getByRole('button', { name: 'Columns' }).click();
  // What is checked stands in the address, which changes a moment later.
  await page.getByRole('checkbox', { name: 'Kind' }).click();
  await expect(contacts.getByText('Person', { exact: true })).toBeVisible();
  await page.keyboard.press('Escape');

  await page.getByRole('button', { name: 'Save view' }).click();
  await page.getByLabel('Name of the view').fill('People of maize');
  await page.getByLabel('For all colleagues').check();
  await page.getByRole('dialog').getByRole('button', { name: 'Save' }).click();
  const shared = views.getByRole('link', { name: 'People of maize' });
  await expect(shared).toHaveAttribute('aria-current', 'true');
  await other.getByRole('navigation', { name: 'Saved views' }).getByRole('link', { name: 'People of maize' }).click();
  await expect(other.getByRole('link', { name: 'Bea Ruiz' })).toHaveCount(0);
  await expect(other.getByRole('list', { name: 'Contacts' }).getByRole('listitem')).toHaveText(/Ada Muñoz.*Person/);

  await views.getByRole('link', { name: 'Default' }).click();
  await expect(contacts).toHaveCount(3);
  await page.getByLabel('Kind').selectOption('Organization');
  await page.getByRole('button', { name: 'Save view' }).click();
  await page.getByLabel('Name of the view').fill('Mine alone');
  await page.getByRole('dialog').getByRole('button', { name: 'Save' }).click();
  await expect(views.getByRole('link', { name: 'Mine alone' })).toBeVisible();

  await shared.click();
  await expect(contacts).toHaveCount(1);
  await page.getByRole('button', { name: 'Change view People of maize' }).click();
  await page.getByRole('menuitem', { name: 'Rename' }).click();
  await page.getByLabel('Name of the view').fill('Maize people');
  await page.getByRole('dialog').getByRole('button', { name: 'Save' }).click();
  const elsewhere = other.getByRole('navigation', { name: 'Saved views' });
  await expect(elsewhere.getByRole('link', { name: 'Maize people' })).toBeVisible();
  await expect(elsewhere.getByRole('link', { name: 'Mine alone' })).toHaveCount(0);

  await page.getByRole('button', { name: 'Change view Maize people' }).click();
  await page.getByRole('menuitem', { name: 'Remove' }).click();
  await expect(elsewhere.getByRole('link', { name: 'Maize people' })).toHaveCount(0);
  await page.getByRole('button', { name: 'Undo' }).click();
  await expect(elsewhere.getByRole('link', { name: 'Maize people' })).toBeVisible();
  await expect(contacts).toHaveCount(1);
  await other.context().close();
  await desk.close();
});

test('a tag is renamed wherever it stands, taken off everything and put back, and becomes part of another one', async ({
  browser,
  server,
}) => {
  const owner = await makeTenant(server);
  const desk = await Desk.open(browser, server, owner);
  const subject = { kind: 'TENANT', id: desk.tenantId };
  await desk.ask(CONTACT, { name: 'Molino Real', tags: ['maíz', 'VIP'] });
  await desk.ask(NOTE, { input: { subject, content: 'Delivers on Tuesdays.', tags: ['VIP', 'entregas'] } });
  const other = await openPage(browser, server, { email: owner });
  await go(other, '/crm/contacts');
  const elsewhere = other.getByRole('list', { name: 'Contacts' });
  await expect(elsewhere.getByText('VIP')).toBeVisible();

  const { page, panel } = desk;
  await go(page, '/crm/tags');
  const tags = page.getByRole('list', { name: 'Tags' });
  await expect(tags.getByRole('listitem').filter({ hasText: 'VIP' })).toHaveText(/1 contact.*1 note/);
  await tags.getByRole('link', { name: 'VIP' }).click();
  await panel.getByLabel('Name').fill('Key account');
  await panel.getByLabel('Red').check();
  await panel.getByRole('button', { name: 'Save' }).click();
  await expect(tags.getByRole('link', { name: 'Key account' })).toBeVisible();
  await expect(elsewhere.locator('[data-colour="RED"]')).toHaveText('Key account');
  await tags.getByRole('link', { name: '1 note' }).first().click();
  await expect(page.getByRole('list', { name: 'Notes' }).getByRole('listitem')).toHaveCount(1);
  await page.goBack();

  await panel.getByRole('button', { name: 'Remove' }).click();
  await expect(elsewhere.getByText('Key account')).toHaveCount(0);
  await page.getByRole('button', { name: 'Undo' }).click();
  await expect(elsewhere.locator('[data-colour="RED"]')).toHaveText('Key account');

  await tags.getByRole('link', { name: 'maíz' }).click();
  await panel.getByLabel('Name').fill('key ACCOUNT');
  await panel.getByRole('button', { name: 'Save' }).click();
  await expect(panel.getByText('There is already a tag Key account.')).toBeVisible();
  await panel.getByRole('button', { name: 'Merge' }).click();
  await expect(page.getByRole('dialog', { name: 'Merge maíz into Key account?' })).toBeVisible();
  await page.getByRole('dialog').getByRole('button', { name: 'Merge' }).click();
  await expect(panel.getByRole('heading', { name: 'Key account' })).toBeVisible();
  await expect(tags.getByRole('listitem')).toHaveCount(2);
  await expect(elsewhere.getByText('maíz')).toHaveCount(0);
  await expect(elsewhere.getByText('Key account')).toHaveCount(1);
  await other.context().close();
  await desk.close();
});
