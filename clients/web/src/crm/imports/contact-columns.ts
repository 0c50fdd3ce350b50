import type { ContactColumn } from '../../generated/graphql.ts';

const all: Record<ContactColumn, true> = {
  ...{ NAME: true, GIVEN_NAME: true, MIDDLE_NAME: true, FAMILY_NAME: true, NAME_SUFFIX: true },
  ...{ KIND: true, COMPANY: true, DEPARTMENT: true, ROLE: true },
  ...{ MAIL: true, MAIL_LABEL: true, MAIL_TYPE: true, PHONE: true, PHONE_LABEL: true },
  ...{ ADDRESS: true, ADDRESS_LABEL: true, STREET: true, CITY: true, POSTAL_CODE: true, REGION: true, COUNTRY: true },
  ...{ TAGS: true, NOTES: true, OWNER: true, UNSUBSCRIBED: true, UNSUBSCRIBED_REASON: true, PRIVATE: true },
  ...{ BIRTHDAY: true, STAGE: true, EXTERNAL_ID: true, REFERENCES: true, VISIBILITY: true, MORE: true },
};

/** What a column may mean, in the order in which it is chosen from. */
export const contactColumns = Object.keys(all) as ContactColumn[];
