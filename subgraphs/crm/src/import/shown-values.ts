import { isDeepStrictEqual } from 'node:util';
import { digitsOf, maskEmail, maskPhone } from '@mycelium/kit/masks';
import { type ContactFacts, textOfAddress } from './contact-facts.ts';
import { ImportedField, type ImportRowValue } from './import-view.ts';
import type { PlannedContact } from './planned-contact.ts';

/** Shows a person's value whole, or behind this mask. */
export type Show = (value: string, mask: (value: string) => string) => string;

/** What a plan changes of a contact, field by field. */
export function valuesOf({ before, after, notes }: PlannedContact, show: Show): ImportRowValue[] {
  const fields = Object.values(ImportedField);
  return fields.flatMap((field) => {
    const [was, becomes] = field === 'note' ? [[], notes] : [textsOf(before, field), textsOf(after, field)];
    if (isDeepStrictEqual(was, becomes)) return [];
    const mask = maskOf(field);
    const shown = (texts: string[]) => (mask ? texts.map((text) => show(text, mask)) : texts);
    return [{ field, before: shown(was), after: shown(becomes) }];
  });
}

/** What may be an address or a number behind its mask, and all else as it is. */
export function maskCell(text: string): string {
  if (text.includes('@')) return maskEmail(text);
  return digitsOf(text).length >= 5 ? maskPhone(text) : text;
}

function maskOf(field: ImportedField): ((value: string) => string) | undefined {
  if (field === 'mails') return maskEmail;
  if (field === 'phones') return maskPhone;
  return field === 'addresses' || field === 'birthday' ? () => '***' : undefined;
}

function textsOf(facts: ContactFacts | undefined, field: Exclude<ImportedField, 'note'>): string[] {
  if (!facts) return [];
  if (field === 'mails') return facts.mails.map(({ value }) => value);
  if (field === 'phones')
    return facts.phones.map(({ value, extension }) => (extension ? `${value};ext=${extension}` : value));
  if (field === 'addresses') return facts.addresses.map(textOfAddress);
  if (field === 'references') return (facts.references ?? []).map(({ system, id }) => `${system}:${id}`);
  if (field === 'doNotContact') return facts.doNotContact ? [facts.doNotContact.reason ?? 'yes'] : [];
  const value = facts[field];
  return value === undefined ? [] : [value].flat();
}
