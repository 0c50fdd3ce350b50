import { createReadStream } from 'node:fs';
import { getCountries } from 'libphonenumber-js/max';
import { expect, test } from 'vitest';
import { type ContactTable, lookAtContacts, readContacts } from './contact-table.ts';
import { meaningsOf } from './meanings-of.ts';
import { readContact } from './read-contact.ts';

const open = (file: string) => () => createReadStream(new URL(`../../test/cases/import/${file}`, import.meta.url));
const owners = new Map([['dana whitfield', 'dana']]);

async function look(file: string): Promise<ContactTable> {
  const table = await lookAtContacts(open(file));
  if ('refused' in table) throw new Error(table.refused);
  return table;
}

/** The table of a file, its contacts, and what was found to be wrong as line, column and reason. */
async function read(file: string, country = 'US') {
  const table = await look(file);
  const by = { country: getCountries().find((each) => each === country), owners };
  const rows = [];
  for await (const batch of readContacts(open(file), table, by)) rows.push(...batch);
  const found = rows.flatMap(({ refusals, warnings }) => [...refusals, ...warnings]);
  return {
    ...table,
    contacts: rows.map(({ contact }) => contact),
    findings: found.map(({ line, column, reason }) => [line, column, reason]),
    values: found.map(({ value }) => value),
  };
}

test('Google: several numbers in a cell, labels, an organisation without a name, an address twice, a name alone', async () => {
  const { meanings, contacts, findings } = await read('google-contacts.csv');
  expect(meanings.origin).toBe('GOOGLE');
  expect(contacts).toMatchObject([
    {
      ...{ kind: 'PERSON', name: 'Marisol Ibáñez', company: 'Harina del Valle', role: 'Ventas', tags: ['Proveedores'] },
      notes: 'Entrega los martes.\nLlamar antes de las 9, "puerta trasera".',
      mails: [{ value: 'marisol@harina.test', label: 'Work' }],
      phones: [
        { value: '+13235550117', label: 'Mobile' },
        { value: '+13235550118', label: 'Mobile' },
        { value: '+13235550119', extension: '417', label: 'Work' },
      ],
      addresses: [{ street: '40 Mill Rd', city: 'Los Angeles', country: 'US' }],
    },
    { kind: 'ORGANISATION', name: 'Gas & Ice 24h', phones: [{ value: '+13235550120' }] },
    {
      ...{ name: 'Efe Yıldız', tags: ['Franchise'], mails: [{ value: 'efe@yildiz.test', label: 'Home' }] },
      phones: [{ value: '0532 555 01 21', isInternational: false }],
    },
    { name: 'Solo', mails: [], phones: [] },
  ]);
  expect(findings).toEqual([
    [7, 'Phone 1 - Value', 'PHONE_COUNTRY_UNKNOWN'],
    [8, undefined, 'NO_WAY_TO_REACH'],
  ]);
  const turkish = await read('google-contacts.csv', 'TR');
  expect(turkish.contacts[2]?.phones).toMatchObject([{ value: '+905325550121', isInternational: true }]);
});

test("Google's older export, in UTF-16", async () => {
  const { look, meanings, contacts, findings } = await read('google-contacts-legacy-utf16le.csv');
  expect([look.encoding, look.columns[0], meanings.origin]).toEqual(['utf-16le', 'Name', 'GOOGLE']);
  expect(contacts).toMatchObject([
    {
      name: 'Олена Коваль',
      tags: ['Хліб'],
      mails: [{ value: 'olena@koval.test' }],
      phones: [{ value: '+380445550122' }],
    },
    { name: '田中 明', birthday: '--03-09', mails: [{ value: 'akira@tanaka.test', label: 'Work' }] },
  ]);
  expect(findings).toEqual([]);
});

test('Outlook: old letters, no date, an Exchange address, categories, and what is private', async () => {
  const { look, meanings, contacts, findings } = await read('outlook-windows-1252.csv', 'FR');
  expect([look.encoding, meanings.origin]).toEqual(['windows-1252', 'OUTLOOK']);
  expect(contacts).toMatchObject([
    {
      ...{ name: 'Élodie Crêpin', company: 'Fromages & Œufs', role: 'Gérante', tags: ['Fournisseur', 'VIP'] },
      ...{ birthday: undefined, notes: 'Tarif : 1 250 € / mois — à revoir', isPrivate: false },
      mails: [{ value: 'elodie@crepin.test' }],
      phones: [
        { value: '+33478550124', label: 'Business Phone' },
        { value: '06 39 98 01 24', label: 'Mobile Phone', isInternational: false },
      ],
      addresses: [{ label: 'Business', street: '12, rue Haute\n2e étage', city: 'Lyon', postalCode: '69005' }],
    },
    {
      ...{ name: 'José Muñoz', company: 'Tortillería Ñandú', birthday: '1979-03-14', isPrivate: true },
      mails: [{ value: 'jose@nandu.test' }],
      phones: [{ value: '+522225550125' }, { value: '+522225550126' }],
    },
  ]);
  expect(findings).toEqual([
    [2, 'Mobile Phone', 'PHONE_COUNTRY_UNKNOWN'],
    [4, 'E-mail Address', 'EXCHANGE_ADDRESS'],
    [4, 'Private', 'PRIVATE'],
  ]);
});

test('Outlook in German: its headers, and dates in the order that one of them shows', async () => {
  const { look, meanings, dateOrders, contacts, findings } = await read('outlook-german-semicolon.csv', 'DE');
  expect([look.delimiter, meanings.origin, dateOrders.at(-1)]).toEqual([';', 'OUTLOOK', 'DMY']);
  expect(contacts).toMatchObject([
    {
      ...{ name: 'Jördis Weiß', company: 'Bäckerei Weiß GmbH', role: 'Inhaberin', notes: 'Ruhetag: Mo' },
      ...{ birthday: '1968-12-31', tags: ['Lieferant'], mails: [{ value: 'joerdis@weiss.test' }] },
      phones: [
        { value: '+492215550127', label: 'Telefon geschäftlich' },
        { value: '+4915155501270', label: 'Mobiltelefon' },
      ],
      addresses: [{ label: 'geschäftlich', street: 'Hauptstr. 3', city: 'Köln' }],
    },
    { name: 'Till Öztürk-Groß', birthday: '1990-02-01', phones: [{ value: '+492215550128' }] },
  ]);
  expect(findings).toEqual([]);
});

test('HubSpot: long numbers stay whole, who has unsubscribed is not written to, and what nothing names is refused', async () => {
  const { look, meanings, contacts, findings } = await read('hubspot-contacts.csv');
  expect([look.columns[0], meanings.origin]).toEqual(['Record ID', 'HUBSPOT']);
  const [first, second, third] = contacts;
  expect(first).toMatchObject({
    references: [{ system: 'hubspot', id: '90071992547409931' }],
    ...{ name: 'Nia Okafor', company: 'Okafor Catering', ownerId: 'dana' },
    ...{ tags: ['stage: opportunity'], doNotContact: undefined, phones: [{ value: '+12135550130' }] },
    mails: [{ value: 'nia@okafor.test' }, { value: 'n.okafor@okafor.test' }, { value: 'nia.o@mail.test' }],
  });
  expect(second).toMatchObject({ references: [{ id: '90071992547409932' }], ownerId: undefined, doNotContact: {} });
  expect(third).toBeUndefined();
  expect(findings).toEqual([[4, undefined, 'NOTHING_TO_NAME_IT']]);
});

test('a Turkish spreadsheet: a number that lost its digits is left out alone, and an address loses its Turkish capital', async () => {
  const { look, meanings, contacts, findings, values } = await read('excel-turkish-bom-semicolon.csv', 'TR');
  expect([look.delimiter, look.columns]).toEqual([';', ['Adı', 'Soyadı', 'E-Posta', 'Telefon', 'Şehir', 'Ciro']]);
  expect(meanings).toEqual({
    origin: undefined,
    columns: [
      ...[{ field: 'GIVEN_NAME' }, { field: 'FAMILY_NAME' }, { field: 'MAIL' }, { field: 'PHONE' }, { field: 'CITY' }],
      undefined,
    ],
  });
  expect(contacts).toMatchObject([
    { name: 'İPEK IŞIK', mails: [{ value: 'ipek@isik.test' }], phones: [], addresses: [{ city: 'İstanbul' }] },
    { name: 'Çağrı Ğüneş', phones: [{ value: '+905325550132' }] },
    { name: 'ipek ışık', mails: [{ value: 'ipek@isik.test' }], phones: [{ value: '+905325550131' }] },
  ]);
  expect(findings).toEqual([
    [3, 'Telefon', 'PHONE_LOST_BY_SPREADSHEET'],
    [3, 'E-Posta', 'CHANGED'],
  ]);
  expect(values).toEqual(['9,05321E+11', 'İPEK@ISIK.TEST']);
});

test('Pipedrive: by its prefixes, with its owner and a visibility that does not exist here', async () => {
  const { meanings, contacts, findings } = await read('pipedrive-persons.csv');
  expect(meanings.origin).toBe('PIPEDRIVE');
  expect(contacts).toMatchObject([
    {
      references: [{ system: 'pipedrive', id: '17' }],
      ...{ name: 'Asha van der Berg-Patel', company: 'Spice Route BV', ownerId: 'dana' },
      ...{ tags: ['Hot lead'], mails: [{ value: 'asha@vdbp.test', label: 'Work' }] },
      phones: [
        { value: '+31205550135', label: 'Work' },
        { value: '+31655501350', label: 'Mobile' },
      ],
    },
  ]);
  expect(findings).toEqual([[2, 'Person - Visible to', 'NO_SUCH_VISIBILITY']]);
});

test("Excel's Unicode text, a Mac's lines, and a single column", async () => {
  const excel = await read('excel-unicode-text.txt');
  expect(excel.look).toMatchObject({ encoding: 'utf-16le', delimiter: '\t' });
  expect(excel.contacts).toMatchObject([
    { name: 'Zoë, "Zo" Ångström', phones: [{ value: '+4685550133' }], mails: [{ value: 'zoe@angstrom.test' }] },
    { name: 'Łukasz' },
  ]);
  const names = async (file: string) => (await read(file)).contacts.map((contact) => contact?.name);
  expect(await names('mac-cr.csv')).toEqual(['Ana Uno', 'Bea Dos']);
  expect(await names('one-column.csv')).toEqual(['ana1@test.test', 'bea2@test.test']);
});

test.each([
  ['empty.csv', 'EMPTY_FILE'],
  ['header-only.csv', 'NO_ROWS'],
  ['picture.csv', 'NOT_TEXT'],
])('%s is refused as %s', async (file, refused) => {
  expect(await lookAtContacts(open(file))).toEqual({ refused });
});

const ofRow = (columns: string[], cells: string[]) => {
  const meanings = meaningsOf(columns).columns;
  return readContact({ line: 2, cells }, { columns, meanings, dateOrders: [], owners });
};

test.each([
  ['Nombre', 'x'.repeat(201), [undefined, 'TOO_LONG']],
  ['Nombre', 'Ana\u202etxt', [undefined, 'WRONG_FORM']],
  ['Empresa', 'x'.repeat(201), ['Ana', 'TOO_LONG']],
  ['Etiquetas', `vip;${'x'.repeat(51)}`, ['Ana', 'TOO_LONG']],
  ['Fecha de nacimiento', '30/02/2020', ['Ana', 'NOT_A_DATE']],
  ['Teléfono', 'call my sister', ['Ana', 'PHONE_INVALID']],
  ['Teléfono', '+55 11 8765-4321', ['Ana', 'PHONE_OF_BEFORE']],
  ['Celular', Array.from({ length: 21 }, (_, at) => `+1 323 555 01${at + 10}`).join(' ::: '), ['Ana', 'TOO_MANY']],
  ['Correo', 'ana@@test', ['Ana', 'NOT_EMAIL']],
  ['Responsable', 'Nobody Known', ['Ana', 'OWNER_UNKNOWN']],
])('%s: %j is found to be %j, and what can be kept is kept', (column, value, [name, reason]) => {
  const isName = column === 'Nombre';
  const { contact, refusals, warnings } = isName
    ? ofRow(['Nombre'], [value])
    : ofRow(['Nombre', 'Correo electrónico', column], ['Ana', 'ana@test.test', value]);
  expect(contact?.name).toBe(name);
  expect([...refusals, ...warnings]).toMatchObject([{ line: 2, column, reason }]);
});

test('the name and the last name apart are told from the name as a whole', () => {
  expect(ofRow(['Nombre', 'Apellidos', 'Correo'], ['Ana', 'Muñoz', 'a@b.test']).contact?.name).toBe('Ana Muñoz');
  expect(ofRow(['Ad Soyad', 'E-posta'], ['Ipek Işık', 'a@b.test']).contact?.name).toBe('Ipek Işık');
});
