import { blindIndex } from '@mycelium/kit/blind-index';
import type { Context } from '@mycelium/kit/context';
import { Invalid } from '@mycelium/kit/errors';
import { maskEmail, maskPhone } from '@mycelium/kit/masks';
import { timeZoneOfTenant } from '../people/people.ts';
import { countryOfZone } from '../reach/country.ts';
import { isRoleMailbox } from '../reach/mail-address.ts';
import { isPhone, mayBePhone, type NoPhone, readPhones } from '../reach/phone-number.ts';
import type { Contact } from './contact.ts';
import { ContactMailRow } from './contact-mail.ts';
import { ContactPhoneRow } from './contact-phone.ts';
import { referencesOf } from './contact-reference.ts';

/** A mail address or phone number that was read, with what its owner calls it. */
interface Way {
  value: string;
  label?: string | null;
}

export interface KeptPhone extends Way {
  extension?: string;
  isInternational: boolean;
}

/** Which phones these are: as they are dialled from anywhere, and as they were typed where their country is not known. Throws Invalid for what is none. */
export async function readPhonesOf(ctx: Context, tenantId: string, phones: readonly Way[]): Promise<KeptPhone[]> {
  const isNational = phones.some(({ value }) => !/^\s*(?:\+|00)/.test(value.normalize('NFKC')));
  const zone = isNational ? await timeZoneOfTenant(ctx, tenantId) : undefined;
  const country = zone ? countryOfZone(zone) : undefined;
  return phones.map(({ value, label }, index) => {
    const [read, ...others] = readPhones(value, country);
    if (!read || others.length > 0) throw noPhone('INVALID', index);
    if (isPhone(read)) {
      const [number = '', extension] = read.value.split(';ext=');
      return { value: number, extension, label, isInternational: true };
    }
    const isLost = read.refused === 'PHONE_LOST_BY_SPREADSHEET';
    if (isLost || !mayBePhone(value)) throw noPhone(isLost ? read.refused : 'INVALID', index);
    return { value, label, isInternational: false };
  });
}

function noPhone(reason: NoPhone['refused'], index: number): Invalid {
  const lost = 'A spreadsheet has lost the digits of this number.';
  const message = reason === 'PHONE_LOST_BY_SPREADSHEET' ? lost : 'This is no phone number.';
  return new Invalid(message, ['input', 'phones', index, 'value'], { reason: `PHONE_${reason.replace('PHONE_', '')}` });
}

/** An address as its row keeps it: sealed, with its blind indexes. */
export function mailColumns({ vault }: Pick<Context, 'vault'>, tenantId: string, { value, label }: Way) {
  return {
    ...{ label: label ?? undefined, sealedValue: vault.seal(value) },
    mailIndex: blindIndex(vault, tenantId, 'email', value) ?? '',
    domainIndex: blindIndex(vault, tenantId, 'email-domain', value) ?? '',
    mailboxIndex: blindIndex(vault, tenantId, 'same-mailbox', value),
    isOffice: isRoleMailbox(value),
  };
}

/** A number as its row keeps it. */
export function phoneColumns({ vault }: Pick<Context, 'vault'>, tenantId: string, phone: KeptPhone) {
  const { value, label, extension, isInternational } = phone;
  return {
    ...{ label: label ?? undefined, extension, isInternational, sealedValue: vault.seal(value) },
    phoneIndex: blindIndex(vault, tenantId, 'phone', value),
    lastFourIndex: blindIndex(vault, tenantId, 'phone-last-four', value),
    lineIndex: blindIndex(vault, tenantId, 'same-line', value),
  };
}

/** Gives a contact these addresses, the first one as the main one; those that it has already stay as they are. */
export function setMails(ctx: Context, contact: Contact, mails: readonly Way[]): boolean {
  const { tenantId, side } = contact;
  if (isTheSame(ctx, contact.mails.getItems(), mails)) return false;
  const rows = mails.map((mail, position) => ({
    tenantId,
    side,
    contact,
    position,
    ...mailColumns(ctx, tenantId, mail),
  }));
  contact.mails.set(rows.map((row) => ctx.em.create(ContactMailRow, row)));
  return true;
}

/** The same for its phones. */
export function setPhones(ctx: Context, contact: Contact, phones: readonly KeptPhone[]): boolean {
  const { tenantId, side } = contact;
  if (isTheSame(ctx, contact.phones.getItems(), phones)) return false;
  const rows = phones.map((each, position) => ({
    tenantId,
    side,
    contact,
    position,
    ...phoneColumns(ctx, tenantId, each),
  }));
  contact.phones.set(rows.map((row) => ctx.em.create(ContactPhoneRow, row)));
  return true;
}

/** What the log may keep of what stands in rows beside a contact. */
export interface Masks {
  mails: string[];
  phones: string[];
  references: string[];
}

export function masksOf({ vault }: Context, contact: Contact): Masks {
  const { mails, phones } = contact;
  return {
    mails: mails.getItems().map(({ sealedValue }) => maskEmail(vault.open(sealedValue))),
    phones: phones.getItems().map(({ sealedValue }) => maskPhone(vault.open(sealedValue))),
    references: referencesOf(contact).map(({ system, id }) => `${system}:${id}`),
  };
}

type Kept = Pick<ContactMailRow & ContactPhoneRow, 'sealedValue' | 'label'> & { extension?: string };

function isTheSame(ctx: Context, kept: readonly Kept[], given: readonly (Way & { extension?: string })[]): boolean {
  return (
    kept.length === given.length &&
    given.every(
      ({ value, label, extension }, at) =>
        ctx.vault.open(kept[at]?.sealedValue ?? '') === value &&
        (kept[at]?.label ?? null) === (label ?? null) &&
        (kept[at]?.extension ?? null) === (extension ?? null),
    )
  );
}
