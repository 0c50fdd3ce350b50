import { expect } from '@playwright/test';
import { Desk } from './desk.ts';
import { openPage } from './log-in.ts';
import { makeTenant } from './tenant.ts';
import { test } from './worker-server.ts';

const NOTE = 'mutation ($input: CreateNoteInput!) { createNote(input: $input) { id } }';

test('two people change one note at once, and neither loses what they wrote', async ({ browser, server }) => {
  const owner = await makeTenant(server);
  const desk = await Desk.open(browser, server, owner);
  const content = 'Delivers on Tuesdays.\nMinimum 20 kg.\nPays in cash.';
  const { createNote } = await desk.ask<{ createNote: { id: string } }>(NOTE, {
    input: { subject: { kind: 'TENANT', id: desk.tenantId }, content },
  });
  const path = `${server.url}/app/crm/notes/${createNote.id}`;
  const second = await openPage(browser, server, { email: owner });
  await Promise.all([desk.page.goto(path), second.goto(path)]);
  const [mine, theirs] = [desk.panel, second.getByRole('complementary')];
  const text = 'Note';
  await theirs.getByLabel(text, { exact: true }).fill(content.replace('cash', 'advance').replace('20', '25'));
  await mine.getByLabel(text, { exact: true }).fill(content.replace('Tuesdays', 'Fridays'));
  await mine.getByRole('button', { name: 'Save' }).click();
  await expect(desk.page.getByText('Note saved.')).toBeVisible();

  await expect(theirs.getByText('Somebody changed this note while you were writing')).toBeVisible();
  await expect(theirs.getByRole('region', { name: 'Theirs' })).toContainText('Fridays');
  await expect(theirs.getByRole('button', { name: 'Save' })).toBeDisabled();
  await theirs.getByRole('button', { name: 'Merge both' }).click();
  const merged = 'Delivers on Fridays.\nMinimum 25 kg.\nPays in advance.';
  await expect(theirs.getByLabel(text, { exact: true })).toHaveValue(merged);

  // The first one goes on with the same line as the second one meanwhile.
  await mine.getByLabel(text, { exact: true }).fill(content.replace('Tuesdays', 'Fridays').replace('20', '30'));
  await theirs.getByRole('button', { name: 'Save' }).click();
  await expect(mine.getByRole('region', { name: 'Theirs' })).toContainText('Minimum 25 kg.');
  await mine.getByRole('button', { name: 'Merge both' }).click();
  await expect(mine.getByText('In one place both of you changed the same lines')).toBeVisible();
  await expect(mine.getByLabel(text, { exact: true })).toHaveValue(/25 kg\.\nMinimum 30 kg\.\nPays in advance/);
  await mine.getByRole('button', { name: 'Discard changes' }).click();
  await expect(mine.getByLabel(text, { exact: true })).toHaveValue(merged);
  await second.context().close();
  await desk.close();
});
