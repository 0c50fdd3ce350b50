import type { RefusedRow } from '@mycelium/kit/tables/read-table';
import type { Cell } from './cells-by-field.ts';

/** Something that is not as it should be with a cell, or with a row as a whole. */
export interface Finding {
  line: number;
  /** The name of its column; undefined for the row as a whole. */
  column?: string;
  value?: string;
  reason: FindingReason;
}

export type FindingReason = Refusal | Warning | RefusedRow['refused'];

/** What is left out because of it: the cell, or a row in which nothing else is. */
export type Refusal =
  | ('NOTHING_TO_NAME_IT' | 'NOT_EMAIL' | 'NOT_A_DATE' | 'TOO_LONG' | 'WRONG_FORM' | 'TOO_MANY' | 'EXCHANGE_ADDRESS')
  | ('PHONE_INVALID' | 'PHONE_LOST_BY_SPREADSHEET')
  | ('PRIVATE' | 'WRONG_BOOK' | 'NO_MAIL_TO_WORK_HERE' | 'CHANGED_SINCE');

/** What is kept, and should be looked at. */
export type Warning =
  | ('NO_WAY_TO_REACH' | 'CHANGED' | 'PRIVATE' | 'OWNER_UNKNOWN' | 'NO_SUCH_VISIBILITY')
  | ('PHONE_COUNTRY_UNKNOWN' | 'PHONE_OF_BEFORE' | 'PHONE_PREMIUM');

/** Where findings of a row are put down. */
export interface Findings {
  refuse: (reason: Refusal, cell?: Cell, value?: string) => void;
  warn: (reason: Warning, cell?: Cell, value?: string) => void;
}
