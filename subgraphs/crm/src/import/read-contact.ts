import { type DateOrder, readDate } from '@mycelium/kit/tables/date-cells';
import type { CountryCode } from 'libphonenumber-js/max';
import type { Address } from '../contact/address.ts';
import { keyOfTag } from '../tag/tag-key.ts';
import { type Cell, type CellsByField, cellsByField } from './cells-by-field.ts';
import type { ContactDraft } from './contact-draft.ts';
import type { Finding, Findings } from './finding.ts';
import type { Meaning, Origin } from './meaning.ts';
import { moreOf } from './own-more.ts';
import { nameOfRow } from './read-name.ts';
import { readReferences } from './read-references.ts';
import { readMailCells, readPhoneCells } from './read-ways.ts';
import { stageTag } from './stage-tag.ts';

/** What a row says; without a contact it is refused. */
export interface ReadContact {
  line: number;
  contact?: ContactDraft;
  /** Its cells as they were read; undefined where they could not be. */
  cells?: readonly string[];
  refusals: Finding[];
  warnings: Finding[];
}

/** What the rows of a table are read by. */
export interface Reading {
  columns: readonly string[];
  meanings: readonly (Meaning | undefined)[];
  /** The program that wrote the table. */
  origin?: Origin;
  /** Of numbers without a country code. */
  country?: CountryCode;
  /** By column. */
  dateOrders: readonly (DateOrder | undefined)[];
  /** The tenant's people by their folded names. */
  owners: ReadonlyMap<string, string>;
}

const LONGEST = {
  COMPANY: 200,
  DEPARTMENT: 200,
  ROLE: 200,
  EXTERNAL_ID: 200,
  NOTES: 65_536,
  UNSUBSCRIBED_REASON: 500,
};
const LONGEST_OF_ADDRESS = { STREET: 300, CITY: 100, POSTAL_CODE: 20, REGION: 100, COUNTRY: 100 };
const ADDRESS_FIELDS = ['ADDRESS', 'STREET', 'CITY', 'POSTAL_CODE', 'REGION', 'COUNTRY'] as const;
const KINDS: readonly ContactDraft['kind'][] = ['PERSON', 'ORGANISATION', 'USER'];
const NOBODY = new Set(['no owner', 'unassigned', '']);
const EVERYBODY = new Set(['entire company', 'everyone', 'all users', '']);

/** The contact that a row describes, and what is wrong with its cells: a cell that cannot be kept is left out alone. */
export function readContact(
  { line, cells }: { line: number; cells: readonly string[] },
  reading: Reading,
): ReadContact {
  const row = cellsByField(cells, reading);
  const read: ReadContact = { line, cells, refusals: [], warnings: [] };
  const findings: Findings = {
    refuse: (reason, cell, value = cell?.text) => read.refusals.push({ line, column: cell?.column, value, reason }),
    warn: (reason, cell, value = cell?.text) => read.warnings.push({ line, column: cell?.column, value, reason }),
  };
  const text = (field: keyof typeof LONGEST) => textOf(row.first(field), LONGEST[field], findings);
  const mails = readMailCells(row, findings);
  const phones = readPhoneCells(row, reading.country, findings);
  const company = text('COMPANY');
  const named = nameOfRow(row, { company, mails, phones }, findings);
  if (!named) return read;
  if (mails.length + phones.length === 0) findings.warn('NO_WAY_TO_REACH');
  const visibility = row.first('VISIBILITY');
  if (visibility && !EVERYBODY.has(visibility.text.toLowerCase())) findings.warn('NO_SUCH_VISIBILITY', visibility);
  const mark = row.first('PRIVATE');
  const isPrivate = isYes(mark);
  if (isPrivate) findings.warn('PRIVATE', mark);
  read.contact = {
    ...named,
    kind: kindOf(row.first('KIND')) ?? named.kind,
    company: named.name === company ? undefined : company,
    department: text('DEPARTMENT'),
    role: text('ROLE'),
    mails,
    phones,
    addresses: addressesOf(row, findings),
    tags: tagsOf(row, findings),
    notes: text('NOTES'),
    birthday: birthdayOf(row.first('BIRTHDAY'), reading, findings),
    ownerId: ownerOf(row.first('OWNER'), reading, findings),
    ownId: reading.origin === 'MYCELIUM' ? text('EXTERNAL_ID') : undefined,
    references: readReferences(row, reading.origin, findings),
    doNotContact: isYes(row.first('UNSUBSCRIBED')) ? { reason: text('UNSUBSCRIBED_REASON') } : undefined,
    isPrivate,
    ...moreOf(row.first('MORE'), findings),
  };
  return read;
}

function textOf(cell: Cell | undefined, longest: number, { refuse }: Findings): string | undefined {
  if (!cell) return undefined;
  if (cell.text.length <= longest) return cell.text;
  refuse('TOO_LONG', cell, cell.text.slice(0, longest));
}

function addressesOf(row: CellsByField, findings: Findings): Address[] {
  const parts = ADDRESS_FIELDS.flatMap((field) => row.all(field));
  const groups = [...new Set(parts.map(({ group }) => group))];
  return groups.slice(0, 10).map((group) => {
    const part = (field: keyof typeof LONGEST_OF_ADDRESS) =>
      textOf(row.of(field, group), LONGEST_OF_ADDRESS[field], findings);
    const label = row.of('ADDRESS_LABEL', group)?.text ?? parts.find((each) => each.group === group)?.label;
    return {
      label: label?.replace(/^\* /, '').slice(0, 40),
      street: part('STREET') ?? textOf(row.of('ADDRESS', group), LONGEST_OF_ADDRESS.STREET, findings),
      city: part('CITY'),
      postalCode: part('POSTAL_CODE'),
      region: part('REGION'),
      country: part('COUNTRY'),
    };
  });
}

/** Marks of Google's own begin with a star. A stage is one tag as it is. */
function tagsOf(row: CellsByField, { refuse }: Findings): string[] {
  const tags = new Map<string, string>();
  const stages = row.all('STAGE').slice(0, 1);
  for (const cell of [...row.all('TAGS'), ...stages]) {
    const parts = cell.text.split(cell.text.includes(':::') ? ':::' : /[;,|\n]/).map((part) => part.trim());
    const said = parts.filter((part) => part !== '' && !part.startsWith('* '));
    for (const tag of cell.field === 'STAGE' ? [stageTag(cell.text)] : said) {
      if (tag.length > 50) refuse('TOO_LONG', cell, tag);
      else if (tags.size === 50) refuse('TOO_MANY', cell, tag);
      else tags.set(keyOfTag(tag), tag);
    }
  }
  return [...tags.values()];
}

function birthdayOf(
  cell: Cell | undefined,
  { country, dateOrders }: Reading,
  { refuse }: Findings,
): string | undefined {
  if (!cell) return undefined;
  const day = readDate(cell.text, dateOrders[cell.at] ?? (country === 'US' ? 'MDY' : 'DMY'));
  if (day === undefined) refuse('NOT_A_DATE', cell);
  return day || undefined;
}

function ownerOf(cell: Cell | undefined, { owners }: Reading, { warn }: Findings): string | undefined {
  if (!cell || NOBODY.has(cell.text.toLowerCase())) return undefined;
  const isId = [...owners.values()].includes(cell.text);
  const owner = isId ? cell.text : owners.get(cell.text.toLowerCase());
  if (!owner) warn('OWNER_UNKNOWN', cell);
  return owner;
}

function kindOf(cell: Cell | undefined): ContactDraft['kind'] | undefined {
  return KINDS.find((kind) => kind === cell?.text);
}

function isYes(cell: Cell | undefined): boolean {
  return /^(?:true|yes|y|1|x|wahr|ja|s[ií]|verdadero|evet|doğru|vrai|oui)$/i.test(cell?.text ?? '');
}
