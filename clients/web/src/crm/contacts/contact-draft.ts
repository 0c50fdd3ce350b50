import type { ContactKind, CreateContactInput, UpdateContactInput } from '../../generated/graphql.ts';
import type { ContactCard } from './contacts.ts';

export const contactKinds = ['PERSON', 'ORGANISATION', 'USER'] as const satisfies ContactKind[];

/** An e-mail address or a phone number as it stands in a form. */
export interface Way {
  value: string;
  label: string;
}

/** A contact as it stands in a form. */
export interface ContactDraft {
  kind: ContactKind;
  name: string;
  company: string;
  role: string;
  department: string;
  tags: readonly string[];
  mails: readonly Way[];
  phones: readonly Way[];
  /** Whether they must not be written to or called, and why. */
  isBarred: boolean;
  reason: string;
}

export const newContact: ContactDraft = {
  ...{ kind: 'PERSON', name: '', company: '', role: '', department: '' },
  ...{ tags: [], mails: [], phones: [], isBarred: false, reason: '' },
};

export function draftOfContact(contact: ContactCard): ContactDraft {
  const { kind, name, company, role, department, tags, doNotContact } = contact;
  const wayOf = ({ value, label }: { value: string; label: string | null }): Way => ({ value, label: label ?? '' });
  return {
    ...{ kind, name, company: company ?? '', role: role ?? '', department: department ?? '', tags },
    mails: contact.mails.map(wayOf),
    phones: contact.phones.map((phone) => wayOf({ ...phone, value: dialled(phone) })),
    ...{ isBarred: doNotContact !== null, reason: doNotContact?.reason ?? '' },
  };
}

/** What a draft says, as the graph wants it; lines that were left empty are none. */
export function contactInputOf(draft: ContactDraft): Omit<CreateContactInput, 'side'> {
  const { kind, name, company, role, department, tags, mails, phones, isBarred, reason } = draft;
  return {
    ...{ kind, name: name.trim(), company: company.trim() || null, role: role.trim() || null },
    department: kind === 'USER' ? department.trim() || null : null,
    ...{ tags: [...tags], mails: given(mails), phones: given(phones) },
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

function dialled({ value, extension }: { value: string; extension: string | null }): string {
  return extension ? `${value} x${extension}` : value;
}
