import { expect } from '@playwright/test';
import { Desk } from './desk.ts';
import { go } from './go.ts';
import { openSession } from './log-in.ts';
import type { Server } from './server.ts';
import { makeTenant } from './tenant.ts';
import { test } from './worker-server.ts';

const CONTACT = 'mutation ($input: CreateContactInput!) { createContact(input: $input) { id } }';

test('a contact is found by a name typed without its accents, and a caller by the last four digits', async ({
  browser,
  server,
}) => {
  const desk = await Desk.open(browser, server, await makeTenant(server));
  const { page, panel } = desk;
  const input = { name: 'José Muñoz', phones: [{ value: '+52 222 555 0142', label: 'molino' }] };
  await desk.ask(CONTACT, { input });
  await desk.ask(CONTACT, { input: { name: 'Munich Brewery' } });
  await go(page, '/crm/contacts');
  for (const text of ['jose munoz', '0142']) {
    await page.getByRole('textbox', { name: 'Find a contact' }).fill(text);
    const rows = page.getByRole('list', { name: 'Contacts' }).getByRole('listitem');
    await expect(rows).toHaveText([/José Muñoz/]);
    await page.keyboard.press('Control+k');
    await page.getByRole('combobox', { name: 'Search or go to' }).fill(text);
    await page.getByRole('option', { name: /José Muñoz/ }).click();
    await expect(panel.getByRole('heading', { name: 'José Muñoz' })).toBeVisible();
    await panel.getByRole('button', { name: 'Close', exact: true }).click();
  }
  await desk.close();
});

test('how somebody is reached is shown to whoever asks, which the log says, and is called at a touch', async ({
  browser,
  server,
}) => {
  const desk = await Desk.open(browser, server, await makeTenant(server));
  const { page, panel } = desk;
  await desk.ask(CONTACT, {
    input: { name: 'Molino Real', phones: [{ value: '+52 222 555 0142' }], mails: [{ value: 'ventas@molino.test' }] },
  });
  await go(page, '/crm/contacts');
  await page.getByRole('link', { name: 'Molino Real' }).click();
  await expect(panel.getByLabel('Phone number 1', { exact: true })).toHaveValue('***0142');
  await panel.getByRole('button', { name: 'Show email addresses and phone numbers' }).click();
  await expect(panel.getByRole('link', { name: '+522225550142' })).toHaveAttribute('href', 'tel:+522225550142');
  await expect(panel.getByLabel('Email address 1', { exact: true })).toHaveValue('ventas@molino.test');
  await panel.getByRole('button', { name: 'Add a postal address' }).click();
  await panel.getByLabel('City').fill('Puebla');
  await panel.getByLabel('Owner').selectOption('Me');
  await panel.getByLabel('Phone number 1', { exact: true }).fill('222 555 0143');
  await panel.getByRole('button', { name: 'Save' }).click();
  await expect(panel.getByRole('link', { name: '+522225550143' })).toBeVisible();
  await expect(panel.getByLabel('City')).toHaveValue('Puebla');
  await expect(panel.getByRole('button', { name: 'Discard changes' })).toHaveCount(0);
  await panel.getByLabel('Do not contact').check();
  await panel.getByRole('button', { name: 'Save' }).click();
  await expect(panel.getByRole('alert').filter({ hasText: 'Do not contact' })).toBeVisible();
  await expect(panel.getByRole('link', { name: '+522225550143' })).toHaveCount(0);

  // Whoever adds the same again is told.
  await go(page, '/crm/contacts/new');
  await expect(panel.getByRole('heading', { name: 'New contact' })).toBeVisible();
  await panel.getByLabel('Name').fill('Molino Real');
  await panel.getByRole('button', { name: 'Add a phone number' }).click();
  await panel.getByLabel('Phone number 1', { exact: true }).fill('+52 222 555 0143');
  await panel.getByRole('button', { name: 'Create' }).click();
  await expect(panel.getByText('This contact may be here twice')).toBeVisible();
  await desk.close();
});

test('the supplier who is there twice is merged with the better phone, both histories are one, and on Thursday two again', async ({
  browser,
  server,
}) => {
  const desk = await Desk.open(browser, server, await makeTenant(server));
  const { page, panel } = desk;
  const made: string[] = [];
  for (const phone of ['+52 222 555 0126', '+52 222 555 0199']) {
    const mails = [{ value: 'pagos@molino-real.test' }, { value: 'lupita@molino-real.test' }];
    const input = { name: 'Molino Real', phones: [{ value: phone }], mails };
    const { createContact } = await desk.ask<{ createContact: { id: string } }>(CONTACT, { input });
    const content = `Spoke on ${phone}.`;
    await desk.ask('mutation ($input: CreateNoteInput!) { createNote(input: $input) { id } }', {
      input: { subject: { kind: 'CONTACT', id: createContact.id }, content },
    });
    made.push(createContact.id);
  }
  await go(page, '/crm/duplicates');
  await page.getByRole('link', { name: 'Merge' }).click();
  await page.getByRole('radio', { name: '+522225550199' }).check();
  await expect(page.getByRole('region', { name: 'What it will be' })).toContainText('1 note');
  await page.getByRole('button', { name: 'Merge' }).click();
  await expect(panel.getByRole('list', { name: 'Notes' }).getByRole('listitem')).toHaveCount(2);
  await panel.getByRole('button', { name: 'Show email addresses and phone numbers' }).click();
  await expect(panel.getByLabel('Phone number 1', { exact: true })).toHaveValue('+522225550199');
  // The address of the other one leads here.
  await go(page, `/crm/contacts/${made[1]}`);
  await expect(page).toHaveURL(new RegExp(`${made[0]}$`));
  await desk.ask('mutation ($input: CreateNoteInput!) { createNote(input: $input) { id } }', {
    input: { subject: { kind: 'CONTACT', id: made[0] }, content: 'Said on Wednesday.' },
  });

  await onThursday(server);
  await page.goto(`${server.url}/app/crm/contacts/${made[0]}`);
  await panel.getByRole('button', { name: 'Undo this merge' }).click();
  await expect(panel.getByText('Came since, and stayed here: 1 note')).toBeVisible();
  await expect(panel.getByRole('list', { name: 'Notes' }).getByRole('listitem')).toHaveCount(2);
  await go(page, `/crm/contacts/${made[1]}`);
  await expect(panel.getByRole('list', { name: 'Notes' })).toContainText('Spoke on +52 222 555 0199.');
  await expect(page).toHaveURL(new RegExp(`${made[1]}$`));
  await ask(server, 'mutation { resetClock { now } }');
  await desk.close();
});

/** Moves the clock of the business to the next Thursday. */
function onThursday(server: Server): Promise<unknown> {
  const days = ((4 - new Date().getUTCDay() + 6) % 7) + 1;
  return ask(server, 'mutation ($by: Int) { moveClock(by: $by) { now } }', { by: days * 86_400 });
}

async function ask(server: Server, query: string, variables: Record<string, unknown> = {}): Promise<unknown> {
  const { accessToken } = await openSession(server, 'admin@mycelium.test');
  return server.ask(query, variables, accessToken);
}
