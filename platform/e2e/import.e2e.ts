import { readFile } from 'node:fs/promises';
import { expect, type Page } from '@playwright/test';
import { expectAccessible } from './accessible.ts';
import { Desk } from './desk.ts';
import { go } from './go.ts';
import { inWindows1252, outlookLines, outlookRow } from './outlook-file.ts';
import { makeTenant } from './tenant.ts';
import { test } from './worker-server.ts';

/** By why it is refused, the places of the rows. */
const wrong = { nameless: [10, 60, 110], private: [20, 70, 120], tooLong: [30, 80, 130], unclosed: [40, 90, 140] };

const reasons = {
  nameless: 'No name, company, email address or phone number in this row',
  private: 'Marked as private',
  tooLong: 'More cells than columns',
  unclosed: 'A quotation mark is not closed',
};

/** 300 people as Outlook has them, 12 of whom cannot be read or kept. */
function lastYearsContacts(): Buffer {
  const rows = Array.from({ length: 300 }, (_, at) => outlookRow(at + 1));
  for (const place of wrong.nameless) rows[place - 1] = { Notes: 'who was this?', Private: 'False' };
  for (const place of wrong.private) rows[place - 1] = { ...outlookRow(place), Private: 'True' };
  const lines = outlookLines(rows).map((line, place) => {
    if (wrong.tooLong.includes(place)) return `${line},"Puebla","72000"`;
    return wrong.unclosed.includes(place) ? line.slice(0, -1) : line;
  });
  return inWindows1252(lines);
}

/** What somebody makes of the rows that were refused, with an editor. */
function mended(table: string): string {
  const [header = '', ...lines] = table.replace('\uFEFF', '').trimEnd().split('\r\n');
  expect(header).toMatch(/^Title,First Name,.*,Refused because$/);
  expect(lines).toHaveLength(12);
  return [header, ...lines.map(mendedLine)].join('\r\n');
}

function mendedLine(line: string, at: number): string {
  if (line.endsWith('NOTHING_TO_NAME_IT')) return line.replace(/^,,,,/, `,Remedios,,Olvidada ${at},`);
  if (line.endsWith('PRIVATE')) return line.replace(',True,', ',False,');
  // What could not be read stands whole in the first cell.
  const record = /^"((?:""|[^"])*)"/.exec(line)?.[1]?.replaceAll('""', '"') ?? '';
  return line.endsWith('TOO_MANY_CELLS') ? record.replace(',"Puebla","72000"', '') : `${record}"`;
}

async function choose(page: Page, name: string, buffer: Buffer): Promise<void> {
  await page.getByLabel('File with contacts').setInputFiles({ name, mimeType: 'text/csv', buffer });
  await expect(page.getByRole('heading', { level: 2, name })).toBeVisible();
}

test('last year’s contacts come from Outlook: what is refused is seen before anything is written, mended and loaded, and all is taken back', async ({
  browser,
  server,
}) => {
  const desk = await Desk.open(browser, server, await makeTenant(server));
  const { page } = desk;
  const contacts = async () => {
    const { viewer } = await desk.ask<{ viewer: { tenant: { contacts: { totalCount: number } } } }>(
      '{ viewer { tenant { contacts { totalCount } } } }',
      {},
    );
    return viewer.tenant.contacts.totalCount;
  };

  await go(page, '/crm/contacts');
  await page.getByRole('link', { name: 'Import contacts' }).click();
  await expect(page.getByText('up to 64 MB and 200,000 rows')).toBeVisible();
  await choose(page, 'outlook-2025.csv', lastYearsContacts());
  await expect(page.getByText('New: 288 · Refused: 12')).toBeVisible();
  await expect(page.getByText('Nothing is written yet.')).toBeVisible();
  const refused = page.getByRole('list', { name: 'Refused' }).getByRole('listitem');
  await expect(refused).toHaveCount(12);
  for (const reason of Object.values(reasons)) await expect(refused.filter({ hasText: reason })).toHaveCount(3);
  await expect(refused.first()).toContainText('Line 11');
  await page.getByText('How the file was read (from Outlook)').click();
  await expect(page.getByLabel('Character encoding')).toHaveValue('WINDOWS_1252');
  await expect(page.getByLabel('What “E-mail Address” is imported as')).toHaveValue('MAIL');
  await expectAccessible(page);
  await page.getByRole('radiogroup', { name: 'Rows' }).getByText('New 288').click();
  const created = page.getByRole('list', { name: 'New' });
  await expect(created.getByText('Ángela Cœur 5', { exact: true }).first()).toBeVisible();
  await expect(created.getByText('Crème & Co. – 5 € menú').first()).toBeVisible();
  expect(await contacts()).toBe(0);

  await page.getByRole('radiogroup', { name: 'Rows' }).getByText('Refused 12').click();
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: 'Download refused rows' }).click(),
  ]);
  expect(download.suggestedFilename()).toBe('outlook-2025-refused.csv');
  const table = await readFile(await download.path(), 'utf8');
  await page.getByRole('link', { name: 'All imports' }).click();
  await page.getByRole('link', { name: 'Import contacts' }).click();
  await choose(page, 'mended.csv', Buffer.from(mended(table)));
  await expect(page.getByText('New: 12', { exact: true })).toBeVisible();
  await page.getByRole('button', { name: 'Import 12 contacts' }).click();
  await expect(page.getByText('Imported', { exact: true })).toBeVisible();
  expect(await contacts()).toBe(12);

  await page.getByRole('link', { name: 'All imports' }).click();
  await page.getByRole('link', { name: 'outlook-2025.csv' }).click();
  await page.getByRole('button', { name: 'Import 288 contacts' }).click();
  await expect(page.getByText('Imported', { exact: true })).toBeVisible();
  expect(await contacts()).toBe(300);
  await go(page, '/crm/contacts?find=olvidada');
  await expect(page.getByRole('list', { name: 'Contacts' }).getByRole('listitem')).toHaveCount(3);

  for (const name of ['outlook-2025.csv', 'mended.csv']) {
    await go(page, '/crm/imports');
    await page.getByRole('link', { name }).click();
    await expect(page.getByText('It can be undone until')).toBeVisible();
    await page.getByRole('button', { name: 'Undo this import' }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'Undo this import' }).click();
    await expect(page.getByText('Undone', { exact: true })).toBeVisible();
  }
  expect(await contacts()).toBe(0);
  await go(page, '/crm/contacts');
  await expect(page.getByRole('heading', { name: 'No contacts yet' })).toBeVisible();
  await desk.close();
});

test('what is no table is refused in plain words, and nothing is begun', async ({ browser, server }) => {
  const desk = await Desk.open(browser, server, await makeTenant(server));
  const { page } = desk;
  await go(page, '/crm/imports/new');
  const file = page.getByLabel('File with contacts');
  const send = (name: string, mimeType: string, text: string) =>
    file.setInputFiles({ name, mimeType, buffer: Buffer.from(text) });
  await send('contacts.xlsx', 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet', 'PK');
  await expect(page.getByRole('alert')).toContainText('This is not a table.');
  await send('empty.csv', 'text/csv', '');
  await expect(page.getByRole('alert')).toContainText('The file is empty.');
  await send('header.csv', 'text/csv', 'Name,Email\r\n');
  await expect(page.getByRole('alert')).toContainText('The file has no rows.');
  await send('picture.csv', 'text/csv', '\u0089PNG\r\n\u001a\n\u0000\u0000\u0000\rIHDR');
  await expect(page.getByRole('alert')).toContainText('This is not a table.');
  await expect(page.getByRole('heading', { name: 'No imports yet' })).toBeVisible();
  await desk.close();
});

test('a column that means something else is said so, and the same file is planned anew', async ({
  browser,
  server,
}) => {
  const desk = await Desk.open(browser, server, await makeTenant(server));
  const { page } = desk;
  await go(page, '/crm/imports/new');
  await choose(page, 'list.csv', Buffer.from('Wer;Wo;Kontakt\r\nMolino Real;Puebla;molino@real.example\r\n'));
  await page.getByText('How the file was read').click();
  await page.getByLabel('What “Wer” is imported as').selectOption({ label: 'Company' });
  await page.getByLabel('What “Kontakt” is imported as').selectOption({ label: 'Email address' });
  await page.getByRole('button', { name: 'Plan again' }).click();
  await expect(page.getByText('New: 1', { exact: true })).toBeVisible();
  await expect(page.getByRole('list', { name: 'New' })).toContainText('molino@real.example');
  await page.getByRole('link', { name: 'All imports' }).click();
  const imports = page.getByRole('list', { name: 'Imports' }).getByRole('listitem');
  await expect(imports.filter({ hasText: 'Discarded' })).toHaveCount(1);
  await expect(imports.filter({ hasText: 'Ready to import' })).toHaveCount(1);
  await desk.close();
});
