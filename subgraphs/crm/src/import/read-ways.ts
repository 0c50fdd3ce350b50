import type { CountryCode } from 'libphonenumber-js/max';
import type { KeptPhone } from '../contact/ways.ts';
import { readMails } from '../reach/mail-address.ts';
import { isPhone, mayBePhone, readPhones } from '../reach/phone-number.ts';
import type { Cell, CellsByField } from './cells-by-field.ts';
import type { ContactDraft } from './contact-draft.ts';
import type { Findings } from './finding.ts';

/** How many of each a contact has, and how long a number is. */
const MOST = 20;
const LONGEST = 100;
/** The addresses of a row, each once however large its letters are. */
export function readMailCells(row: CellsByField, findings: Findings): ContactDraft['mails'] {
  const mails = new Map<string, { value: string; label?: string }>();
  for (const cell of mainFirst(row, 'MAIL', 'MAIL_LABEL')) {
    if (row.of('MAIL_TYPE', cell.group)?.text === 'EX' || /^\/o=/i.test(cell.text)) {
      findings.refuse('EXCHANGE_ADDRESS', cell);
      continue;
    }
    for (const value of cell.text.split(':::').flatMap((part) => readMails(part))) {
      const address = value?.includes('İ') ? value.toLowerCase().replaceAll('\u0307', '') : value;
      if (!address) findings.refuse('NOT_EMAIL', cell);
      else if (mails.size === MOST) findings.refuse('TOO_MANY', cell, address);
      else {
        if (address !== value) findings.warn('CHANGED', cell);
        const key = address.toLowerCase();
        if (!mails.has(key)) mails.set(key, { value: address, label: cell.label });
      }
    }
  }
  return [...mails.values()];
}

/** The numbers of a row, each once; one of a country that is not known as it was typed. */
export function readPhoneCells(row: CellsByField, country: CountryCode | undefined, findings: Findings): KeptPhone[] {
  const phones = new Map<string, KeptPhone>();
  for (const cell of mainFirst(row, 'PHONE', 'PHONE_LABEL')) {
    for (const part of cell.text.split(':::').filter((each) => each.trim() !== '')) {
      for (const phone of readPhones(part, country).map((read) => keptPhone(read, part.trim(), cell, findings))) {
        if (!phone) continue;
        const key = [phone.value, phone.extension].join(';');
        if (phones.size === MOST) findings.refuse('TOO_MANY', cell, phone.value);
        else if (!phones.has(key)) phones.set(key, phone);
      }
    }
  }
  return [...phones.values()];
}

function keptPhone(
  read: ReturnType<typeof readPhones>[number],
  typed: string,
  cell: Cell,
  { refuse, warn }: Findings,
): KeptPhone | undefined {
  const { label } = cell;
  if (isPhone(read)) {
    if (read.warning === 'PREMIUM') warn('PHONE_PREMIUM', cell, typed);
    const [value = '', extension] = read.value.split(';ext=');
    return { value, extension, label, isInternational: true };
  }
  const isLost = read.refused === 'PHONE_LOST_BY_SPREADSHEET';
  if (isLost || !mayBePhone(typed) || typed.length > LONGEST) {
    refuse(isLost ? 'PHONE_LOST_BY_SPREADSHEET' : 'PHONE_INVALID', cell, typed.slice(0, LONGEST));
    return undefined;
  }
  warn(read.refused === 'INVALID_MOBILE' ? 'PHONE_OF_BEFORE' : 'PHONE_COUNTRY_UNKNOWN', cell, typed);
  return { value: typed, label, isInternational: false };
}

/** With their labels; Google marks the main one by a star. */
function mainFirst(row: CellsByField, field: 'MAIL' | 'PHONE', labelField: 'MAIL_LABEL' | 'PHONE_LABEL'): Cell[] {
  const labelled = row.all(field).map((cell) => {
    const said = cell.group && row.of(labelField, cell.group)?.text;
    const isMain = said?.startsWith('*') ?? false;
    const label = (said?.replace(/^\*\s*/, '') ?? cell.label)?.slice(0, 40) || undefined;
    return { isMain, cell: { ...cell, label } };
  });
  return labelled.sort((a, b) => Number(b.isMain) - Number(a.isMain)).map(({ cell }) => cell);
}
