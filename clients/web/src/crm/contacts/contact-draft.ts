import type { ContactKind, CreateContactInput, UpdateContactInput } from '../../generated/graphql.ts';
import { type BirthdayDraft, birthdayInputOf, draftOfBirthday, noBirthday } from './birthday.ts';
import type { Address, ContactCard, ContactWays } from './contacts.ts';

export const contactKinds = ['PERSON', 'ORGANISATION', 'USER'] as const satisfies ContactKind[];

/** An e-mail address or a phone number as it stands in a form. */
export interface Way {
  value: string;
  label: string;
}

export const addressFields = ['label', 'street', 'city', 'postalCode', 'region', 'country'] as const;

/** A postal address as it stands in a form. */
export type AddressDraft = Record<(typeof addressFields)[number], string>;

/** A contact as it stands in a form. */
export interface ContactDraft {
  kind: ContactKind;
  name: string;
  company: string;
  role: string;
  department: string;
  /** Whose contact it is; empty for nobody's. */
  ownerId: string;
  tags: readonly string[];
  mails: readonly Way[];
  phones: readonly Way[];
  addresses: readonly AddressDraft[];
  birthday: BirthdayDraft;
  /** Whether they must not be written to or called, and why. */
  isBarred: boolean;
  reason: string;
}

export const newContact: ContactDraft = {
  ...{ kind: 'PERSON', name: '', company: '', role: '', department: '', ownerId: '' },
  ...{ tags: [], mails: [], phones: [], addresses: [], birthday: noBirthday, isBarred: false, reason: '' },
};

/** A contact as a form begins with it: behind masks until it was asked how they are reached. */
export function draftOfContact(contact: ContactCard, ways?: ContactWays): ContactDraft {
  const { kind, name, company, role, department, ownerId, tags, doNotContact } = contact;
  const mails = ways?.mails ?? contact.mails.map(({ masked, label }) => ({ value: masked, label }));
  const phones = ways?.phones ?? contact.phones.map(({ masked, ...phone }) => ({ value: masked, ...phone }));
  return {
    ...{ kind, name, company: company ?? '', role: role ?? '', department: department ?? '', tags },
    ownerId: ownerId ?? '',
    mails: mails.map(({ value, label }) => ({ value, label: label ?? '' })),
    phones: phones.map((phone) => ({ value: dialled(phone), label: phone.label ?? '' })),
    addresses: (ways?.addresses ?? []).map(draftOfAddress),
    birthday: draftOfBirthday(ways?.birthday ?? null),
    ...{ isBarred: doNotContact !== null, reason: doNotContact?.reason ?? '' },
  };
}

/** What a draft says, as the graph wants it; lines that were left empty are none. */
export function contactInputOf(draft: ContactDraft): Omit<CreateContactInput, 'side'> {
  const { kind, name, company, role, department, ownerId, tags, mails, phones, addresses, isBarred, reason } = draft;
  return {
    ...{ kind, name: name.trim(), company: company.trim() || null, role: role.trim() || null },
    department: kind === 'USER' ? department.trim() || null : null,
    ...{ ownerId: ownerId || null, tags: [...tags], mails: given(mails), phones: given(phones) },
    addresses: addresses.map(addressInputOf).filter((address) => Object.values(address).some(Boolean)),
    birthday: birthdayInputOf(draft.birthday),
    doNotContact: isBarred ? { reason: reason.trim() || null } : null,
  };
}

/** Only what was changed: who sees addresses and numbers behind masks must not write the masks back. */
export function changedInputOf(
  draft: ContactDraft,
  changes: Partial<ContactDraft>,
  version: number,
): UpdateContactInput {
  const whole = contactInputOf(draft);
  const fields = new Set<string>(Object.keys(changes));
  if (fields.has('isBarred') || fields.has('reason')) fields.add('doNotContact');
  if (fields.has('kind')) fields.add('department');
  return { version, ...Object.fromEntries(Object.entries(whole).filter(([field]) => fields.has(field))) };
}

function given(ways: readonly Way[]): { value: string; label: string | null }[] {
  return ways
    .map(({ value, label }) => ({ value: value.trim(), label: label.trim() || null }))
    .filter(({ value }) => value !== '');
}

function draftOfAddress({ label, street, city, postalCode, region, country }: Address): AddressDraft {
  return {
    ...{ label: label ?? '', street: street ?? '', city: city ?? '' },
    ...{ postalCode: postalCode ?? '', region: region ?? '', country: country ?? '' },
  };
}

function addressInputOf({ label, street, city, postalCode, region, country }: AddressDraft) {
  const word = (text: string) => text.trim() || null;
  return {
    ...{ label: word(label), street: word(street), city: word(city) },
    ...{ postalCode: word(postalCode), region: word(region), country: word(country) },
  };
}

/** A number as it is written, with what is dialled after it. */
export function dialled({ value, extension }: { value: string; extension: string | null }): string {
  return extension ? `${value} x${extension}` : value;
}
