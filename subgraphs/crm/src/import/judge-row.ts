import type { Side } from '../side/side.ts';
import type { ContactDraft } from './contact-draft.ts';
import type { Finding, Refusal } from './finding.ts';
import type { Import } from './import.ts';
import type { ReadContact } from './read-contact.ts';

/** What was found of a row, in the order in which it is shown. */
export interface RowFinding extends Finding {
  isWarning: boolean;
  /** Whether the whole row is refused because of it. */
  isOfRow: boolean;
}

/** A row as it is imported: without a contact it is refused. */
export interface JudgedRow {
  line: number;
  contact?: ContactDraft;
  /** As they were read, of a row in which something is refused: they are mended and imported again. */
  cells?: readonly string[];
  findings: RowFinding[];
}

/** What of an import says so. */
export type JudgedBy = Pick<Import, 'given'> & { side: `${Side}` };

/** What is wrong with a row, and whether it is refused because of that. */
export function judgeRow({ line, contact, cells, refusals, warnings }: ReadContact, of: JudgedBy): JudgedRow {
  const findings = [
    ...refusals.map((each) => ({ ...each, isWarning: false, isOfRow: !contact })),
    ...warnings.map((each) => ({ ...each, isWarning: true, isOfRow: false })),
  ];
  const reason = contact && whyNot(contact, of);
  if (!reason) return { line, contact, cells: refusals.length > 0 ? cells : undefined, findings };
  const mark = findings.find((each) => each.reason === reason);
  const others = findings.filter((each) => each !== mark);
  return { line, cells, findings: [...others, { ...mark, line, reason, isWarning: false, isOfRow: true }] };
}

function whyNot({ isPrivate, kind, mails }: ContactDraft, { given, side }: JudgedBy): Refusal | undefined {
  if (isPrivate && !given.includePrivate) return 'PRIVATE';
  if (kind !== 'USER') return undefined;
  if (side === 'PLATFORM') return 'WRONG_BOOK';
  return mails.length === 0 ? 'NO_MAIL_TO_WORK_HERE' : undefined;
}
