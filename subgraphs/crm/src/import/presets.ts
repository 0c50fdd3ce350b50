import { headerWords } from './header-words.ts';
import type { ContactField, Meaning, Origin } from './meaning.ts';
import { isOwnTable, ownColumns } from './own-table.ts';

/** How a program calls its columns. */
interface Preset {
  origin: Origin;
  recognises: (columns: ReadonlySet<string>) => boolean;
  meaningOf: (column: string) => Meaning | undefined;
}

const fieldsOf = (fields: Record<string, ContactField>): ReadonlyMap<string, Meaning> =>
  new Map(Object.entries(fields).map(([column, field]) => [column, { field }]));

const google = fieldsOf({
  Name: 'NAME',
  'First Name': 'GIVEN_NAME',
  'Given Name': 'GIVEN_NAME',
  'Middle Name': 'MIDDLE_NAME',
  'Additional Name': 'MIDDLE_NAME',
  'Last Name': 'FAMILY_NAME',
  'Family Name': 'FAMILY_NAME',
  'Name Suffix': 'NAME_SUFFIX',
  'Organization Name': 'COMPANY',
  'Organization Title': 'ROLE',
  'Organization Department': 'DEPARTMENT',
  'Organization 1 - Name': 'COMPANY',
  'Organization 1 - Title': 'ROLE',
  'Organization 1 - Department': 'DEPARTMENT',
  Birthday: 'BIRTHDAY',
  Notes: 'NOTES',
  Labels: 'TAGS',
  'Group Membership': 'TAGS',
});
const googleParts: Record<string, ContactField> = {
  'E-mail Value': 'MAIL',
  'E-mail Label': 'MAIL_LABEL',
  'E-mail Type': 'MAIL_LABEL',
  'Phone Value': 'PHONE',
  'Phone Label': 'PHONE_LABEL',
  'Phone Type': 'PHONE_LABEL',
  'Address Label': 'ADDRESS_LABEL',
  'Address Type': 'ADDRESS_LABEL',
  'Address Formatted': 'ADDRESS',
  'Address Street': 'STREET',
  'Address City': 'CITY',
  'Address Region': 'REGION',
  'Address Postal Code': 'POSTAL_CODE',
  'Address Country': 'COUNTRY',
};

const hubspot = fieldsOf({
  'Record ID': 'EXTERNAL_ID',
  'First Name': 'GIVEN_NAME',
  'Last Name': 'FAMILY_NAME',
  Email: 'MAIL',
  'Additional email addresses': 'MAIL',
  'Phone Number': 'PHONE',
  'Contact owner': 'OWNER',
  'Associated Company': 'COMPANY',
  'Company Name': 'COMPANY',
  'Job Title': 'ROLE',
  'Street Address': 'STREET',
  City: 'CITY',
  'State/Region': 'REGION',
  'Postal Code': 'POSTAL_CODE',
  'Country/Region': 'COUNTRY',
  'Unsubscribed from all email': 'UNSUBSCRIBED',
  'Lifecycle Stage': 'STAGE',
  'Date of birth': 'BIRTHDAY',
});

const PERSON = 'Person - ';
const pipedrive = fieldsOf({
  ID: 'EXTERNAL_ID',
  Name: 'NAME',
  'First name': 'GIVEN_NAME',
  'Last name': 'FAMILY_NAME',
  Label: 'TAGS',
  Labels: 'TAGS',
  Organization: 'COMPANY',
  'Job title': 'ROLE',
  Owner: 'OWNER',
  Notes: 'NOTES',
  Birthday: 'BIRTHDAY',
  'Visible to': 'VISIBILITY',
});

/** Outlook's own columns, in the languages in which it names them so. */
const OUTLOOK = [
  ['E-mail Address', 'E-mail Type'],
  ['Anrede', 'E-Mail-Adresse'],
  ['First Name', 'Business Street'],
];

export const presets: readonly Preset[] = [
  {
    origin: 'MYCELIUM',
    recognises: isOwnTable,
    meaningOf: (column) => ownColumns.get(column),
  },
  {
    origin: 'GOOGLE',
    recognises: (columns) =>
      (columns.has('Group Membership') && columns.has('Given Name')) ||
      (columns.has('Labels') && columns.has('Organization Name')) ||
      (columns.has('E-mail 1 - Value') && !columns.has('Contact ID')),
    meaningOf: (column) => {
      const [, part, place, facet] = /^(E-mail|Phone|Address) (\d+) - (.+)$/.exec(column) ?? [];
      const field = googleParts[`${part} ${facet}`];
      return field ? { field, group: `${part} ${place}` } : google.get(column);
    },
  },
  {
    origin: 'HUBSPOT',
    recognises: (columns) =>
      columns.has('Record ID') && ['Lifecycle Stage', 'Contact owner', 'Lead Status'].some((each) => columns.has(each)),
    meaningOf: (column) =>
      /^Mobile Phone Number$/i.test(column) ? { field: 'PHONE', label: 'Mobile' } : hubspot.get(column),
  },
  {
    origin: 'PIPEDRIVE',
    recognises: (columns) => [...columns].every((column) => column.startsWith(PERSON)),
    meaningOf: (column) => {
      const name = column.slice(PERSON.length);
      const [, way, label] = /^(Phone|Email)(?: - (.+))?$/.exec(name) ?? [];
      return way ? { field: way === 'Phone' ? 'PHONE' : 'MAIL', label } : pipedrive.get(name);
    },
  },
  {
    origin: 'OUTLOOK',
    recognises: (columns) => OUTLOOK.some((own) => own.every((column) => columns.has(column))),
    meaningOf: headerWords,
  },
];
