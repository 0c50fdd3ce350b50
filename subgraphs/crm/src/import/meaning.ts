/** What a column may say about a contact. */
export const ContactField = {
  NAME: 'NAME',
  GIVEN_NAME: 'GIVEN_NAME',
  MIDDLE_NAME: 'MIDDLE_NAME',
  FAMILY_NAME: 'FAMILY_NAME',
  NAME_SUFFIX: 'NAME_SUFFIX',
  COMPANY: 'COMPANY',
  DEPARTMENT: 'DEPARTMENT',
  ROLE: 'ROLE',
  MAIL: 'MAIL',
  MAIL_LABEL: 'MAIL_LABEL',
  MAIL_TYPE: 'MAIL_TYPE',
  PHONE: 'PHONE',
  PHONE_LABEL: 'PHONE_LABEL',
  ADDRESS_LABEL: 'ADDRESS_LABEL',
  ADDRESS: 'ADDRESS',
  STREET: 'STREET',
  CITY: 'CITY',
  POSTAL_CODE: 'POSTAL_CODE',
  REGION: 'REGION',
  COUNTRY: 'COUNTRY',
  TAGS: 'TAGS',
  NOTES: 'NOTES',
  BIRTHDAY: 'BIRTHDAY',
  OWNER: 'OWNER',
  STAGE: 'STAGE',
  EXTERNAL_ID: 'EXTERNAL_ID',
  REFERENCES: 'REFERENCES',
  UNSUBSCRIBED: 'UNSUBSCRIBED',
  UNSUBSCRIBED_REASON: 'UNSUBSCRIBED_REASON',
  KIND: 'KIND',
  MORE: 'MORE',
  PRIVATE: 'PRIVATE',
  VISIBILITY: 'VISIBILITY',
} as const;
export type ContactField = keyof typeof ContactField;

/** What a column means. */
export interface Meaning {
  field: ContactField;
  /** Columns of one address, mail or phone have the same. */
  group?: string;
  /** What the address or number is called, where the column itself says so; of an id the system that gave it. */
  label?: string;
}

export type Origin = 'MYCELIUM' | 'GOOGLE' | 'OUTLOOK' | 'HUBSPOT' | 'PIPEDRIVE';

/** What a table's columns mean; what nothing is known of stays undefined, and is left out. */
export interface Meanings {
  /** The program that wrote it, where its columns show it. */
  origin?: Origin;
  columns: (Meaning | undefined)[];
}

/** Whose id a column has: the system that it is labelled with, else the program that wrote the file. */
export function systemOf({ label }: Pick<Meaning, 'label'>, origin: Origin | undefined): string | undefined {
  const said = label
    ?.normalize('NFKD')
    .toLowerCase()
    .replaceAll(/[^a-z0-9.]+/g, '-')
    .replaceAll(/^[-.]+|-+$/g, '');
  return said?.slice(0, 40) || (origin === 'MYCELIUM' ? undefined : origin?.toLowerCase());
}
