/** What a column may say about a contact. */
export type ContactField =
  | ('NAME' | 'GIVEN_NAME' | 'MIDDLE_NAME' | 'FAMILY_NAME' | 'NAME_SUFFIX' | 'COMPANY' | 'DEPARTMENT' | 'ROLE')
  | ('MAIL' | 'MAIL_LABEL' | 'MAIL_TYPE' | 'PHONE' | 'PHONE_LABEL')
  | ('ADDRESS_LABEL' | 'ADDRESS' | 'STREET' | 'CITY' | 'POSTAL_CODE' | 'REGION' | 'COUNTRY')
  | (
      | 'TAGS'
      | 'NOTES'
      | 'BIRTHDAY'
      | 'OWNER'
      | 'STAGE'
      | 'EXTERNAL_ID'
      | 'UNSUBSCRIBED'
      | 'UNSUBSCRIBED_REASON'
      | 'KIND'
      | 'MORE'
      | 'PRIVATE'
      | 'VISIBILITY'
    );

/** What a column means. */
export interface Meaning {
  field: ContactField;
  /** Columns of one address, mail or phone have the same. */
  group?: string;
  /** What the address or number is called, where the column itself says so. */
  label?: string;
}

export type Origin = 'MYCELIUM' | 'GOOGLE' | 'OUTLOOK' | 'HUBSPOT' | 'PIPEDRIVE';

/** What a table's columns mean; what nothing is known of stays undefined, and is left out. */
export interface Meanings {
  /** The program that wrote it, where its columns show it. */
  origin?: Origin;
  columns: (Meaning | undefined)[];
}
