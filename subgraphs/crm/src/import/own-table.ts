import type { ContactField, Meaning } from './meaning.ts';

/** What a contact has of each in columns of its own; the rest stands together in the last one. */
export const IN_COLUMNS = { mails: 3, phones: 3, addresses: 2 };

const facts = {
  'Contact ID': 'EXTERNAL_ID',
  Kind: 'KIND',
  Name: 'NAME',
  Company: 'COMPANY',
  Role: 'ROLE',
  Department: 'DEPARTMENT',
  Tags: 'TAGS',
  'Owner ID': 'OWNER',
  'Do not contact': 'UNSUBSCRIBED',
  'Do not contact because': 'UNSUBSCRIBED_REASON',
  Birthday: 'BIRTHDAY',
  'External IDs': 'REFERENCES',
} as const satisfies Record<string, ContactField>;
const parts = {
  'E-mail': { Label: 'MAIL_LABEL', Value: 'MAIL' },
  Phone: { Label: 'PHONE_LABEL', Value: 'PHONE' },
  Address: {
    ...{ Label: 'ADDRESS_LABEL', Street: 'STREET', City: 'CITY' },
    ...{ 'Postal Code': 'POSTAL_CODE', Region: 'REGION', Country: 'COUNTRY' },
  },
} as const satisfies Record<string, Record<string, ContactField>>;
const REST = 'More';
/** What exports of before have not. */
const later: ReadonlySet<string> = new Set(['Birthday', 'External IDs']);

/** The columns of our own export, with what each means. */
export const ownColumns: ReadonlyMap<string, Meaning> = new Map<string, Meaning>([
  ...Object.entries(facts).map(([column, field]) => [column, { field }] as const),
  ...columnsOf('E-mail', IN_COLUMNS.mails),
  ...columnsOf('Phone', IN_COLUMNS.phones),
  ...columnsOf('Address', IN_COLUMNS.addresses),
  [REST, { field: 'MORE' }],
]);

/** Whether these are the columns of an export of ours, also of one of before. */
export function isOwnTable(columns: ReadonlySet<string>): boolean {
  return [...ownColumns.keys()].every((column) => columns.has(column) || later.has(column));
}

function columnsOf(part: keyof typeof parts, count: number): [string, Meaning][] {
  const places = Array.from({ length: count }, (_, at) => `${part} ${at + 1}`);
  const facets: [string, ContactField][] = Object.entries(parts[part]);
  return places.flatMap((group) =>
    facets.map(([facet, field]): [string, Meaning] => [`${group} - ${facet}`, { field, group }]),
  );
}

/** An id as it stands in a list of several, which semicolons part. */
export function withoutSemicolon(id: string): string {
  return id.replaceAll('%', '%25').replaceAll(';', '%3B');
}

/** The same as it was before. */
export function withSemicolon(written: string): string {
  return written.replaceAll('%3B', ';').replaceAll('%25', '%');
}
