/** How Outlook in English names the columns of its address book; those that hold nothing are left out here. */
const HEADER = [
  ...['Title', 'First Name', 'Middle Name', 'Last Name', 'Suffix', 'Company', 'Department', 'Job Title'],
  ...['Business Street', 'Business City', 'Business Postal Code', 'Business Country/Region'],
  ...['Business Phone', 'Mobile Phone', 'Birthday', 'Categories'],
  ...['E-mail Address', 'E-mail Type', 'E-mail Display Name', 'Notes', 'Private', 'Sensitivity'],
] as const;

type Row = Partial<Record<(typeof HEADER)[number], string>>;

const first = ['José', 'Zoë', 'Begoña', 'Chloé', 'Øystein', 'Ángela'];
const last = ['Muñoz', 'Cœur', 'Ibáñez', 'Núñez', 'Sørensen', 'Hélène'];

/** Somebody whom nothing is wrong with, another one for each number. */
export function outlookRow(place: number): Row {
  const name = { 'First Name': first[place % 6] ?? '', 'Last Name': `${last[(place * 5) % 6]} ${place}` };
  return {
    ...name,
    Company: place % 7 === 0 ? 'Crème & Co. – 5 € menú' : '',
    'Business Phone': `(222) 555-${String(1000 + place)}`,
    Birthday: '0/0/00',
    'E-mail Address': `person${place}@proveedores.example`,
    'E-mail Type': 'SMTP',
    Private: 'False',
    Sensitivity: 'Normal',
  };
}

/** The lines of an address book, without their ends; what is text already stays as it is. */
export function outlookLines(rows: readonly (Row | string)[]): string[] {
  const line = (row: Row) => HEADER.map((column) => `"${(row[column] ?? '').replaceAll('"', '""')}"`).join();
  return [HEADER.map((name) => `"${name}"`).join(), ...rows.map((row) => (typeof row === 'string' ? row : line(row)))];
}

const beyondLatin1: Readonly<Record<string, number>> = { '€': 0x80, œ: 0x9c, '–': 0x96 };

/** Lines as Outlook writes them on Windows: in Windows-1252, with CR and LF. */
export function inWindows1252(lines: readonly string[]): Buffer {
  const text = `${lines.join('\r\n')}\r\n`;
  return Buffer.from([...text].map((sign) => beyondLatin1[sign] ?? sign.charCodeAt(0)));
}
