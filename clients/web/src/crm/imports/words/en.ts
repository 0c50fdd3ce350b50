export const words = {
  /** Why a row, a cell or a file cannot be imported, or should be looked at. */
  reason: {
    NOTHING_TO_NAME_IT: 'No name, company, email address or phone number in this row',
    NOT_EMAIL: 'Not an email address',
    NOT_A_DATE: 'Not a date',
    TOO_LONG: 'Too long',
    WRONG_FORM: 'Not in the right format',
    TOO_MANY: 'More than a contact can have',
    EXCHANGE_ADDRESS: 'An internal Exchange address, which cannot be written to from outside',
    PHONE_INVALID: 'Not a phone number',
    PHONE_LOST_BY_SPREADSHEET: 'A spreadsheet has lost digits of this number',
    QUOTE_NOT_CLOSED: 'A quotation mark is not closed',
    NOT_TEXT: 'Not readable as text',
    TOO_MANY_CELLS: 'More cells than columns',
    PRIVATE: 'Marked as private',
    WRONG_BOOK: 'People who will work for a tenant belong in its own book',
    NO_MAIL_TO_WORK_HERE: 'Somebody who will work here needs an email address',
    CHANGED_SINCE: 'The contact was changed since the plan was made',
    USED_SINCE: 'The contact has been used since: notes, activities or a merge',
    NO_WAY_TO_REACH: 'Neither an email address nor a phone number',
    CHANGED: 'Written differently here',
    OWNER_UNKNOWN: 'Nobody of this name works here',
    NO_SUCH_VISIBILITY: 'Everybody with access to the CRM sees it here',
    PHONE_COUNTRY_UNKNOWN: 'The country of this number is not known; kept as typed',
    PHONE_OF_BEFORE: 'An old mobile number without its ninth digit; kept as typed',
    PHONE_PREMIUM: 'A premium-rate number',
    EMPTY_FILE: 'The file is empty',
    NO_ROWS: 'The file has no rows',
    TOO_MANY_ROWS: 'More than 200,000 rows. Split the file',
    UNKNOWN_COLUMN: 'The file has no such column',
    UPLOAD_GONE: 'The file is no longer here. Upload it again',
    INTERNAL: 'It failed because of us. Try again',
  },
} as const;

export const done = {
  planImport: 'Planned an import of contacts',
  applyImport: 'Imported contacts',
  undoImport: 'Undid an import of contacts',
  cancelImport: 'Cancelled an import of contacts',
} as const;

export const told = {
  noun: {
    Import: 'Import',
    ImportRow: 'Row of an import',
  },
  field: {
    Import: {
      side: 'book',
      fileName: 'file',
      status: 'status',
      failure: 'failure',
      country: 'country',
    },
  },
  sentence: {},
} as const;
