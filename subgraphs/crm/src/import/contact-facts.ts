import { isDeepStrictEqual } from 'node:util';
import type { Address } from '../contact/address.ts';
import type { ContactReference } from '../contact/contact-reference.ts';
import { keyOfReference } from '../contact/reference-key.ts';
import type { KeptPhone } from '../contact/ways.ts';
import { keyOfTag } from '../tag/tag-key.ts';
import type { ContactDraft } from './contact-draft.ts';
import { withOneStage } from './stage-tag.ts';

/** What of a contact an import can write. */
export interface ContactFacts {
  kind: ContactDraft['kind'];
  name: string;
  company?: string;
  role?: string;
  department?: string;
  ownerId?: string;
  tags: string[];
  mails: { value: string; label?: string }[];
  phones: KeptPhone[];
  addresses: Address[];
  birthday?: string;
  /** Left out where there are none. */
  references?: ContactReference[];
  doNotContact?: { reason?: string };
}

export function factsOfDraft(draft: ContactDraft): ContactFacts {
  const { kind, name, company, role, department, ownerId, tags, mails, phones, addresses, doNotContact } = draft;
  return {
    ...{ kind, name, company, role, department, ownerId, tags, mails, phones, addresses, doNotContact },
    ...{ birthday: draft.birthday, references: someOf(draft.references) },
  };
}

const MOST = { tags: 50, ways: 20, addresses: 10, references: 20 };

/**
 * A contact with what somebody else says of it. What it has stays, unless that is to be replaced; addresses, numbers and tags
 * are added; whoever must not be contacted is not, whatever the other one says.
 */
export function united(known: ContactFacts, other: ContactFacts, isReplaced: boolean): ContactFacts {
  const one = <Field extends 'company' | 'role' | 'department' | 'ownerId' | 'birthday'>(field: Field) =>
    isReplaced ? (other[field] ?? known[field]) : (known[field] ?? other[field]);
  const takesName = isNamed(other) && (isReplaced || !isNamed(known));
  return {
    kind: isReplaced ? other.kind : known.kind,
    name: takesName ? other.name : known.name,
    ...{ company: one('company'), role: one('role'), department: one('department'), ownerId: one('ownerId') },
    birthday: one('birthday'),
    tags: joined(...withOneStage(known.tags, other.tags, isReplaced), keyOfTag, MOST.tags),
    mails: joined(known.mails, other.mails, ({ value }) => value.toLowerCase(), MOST.ways),
    phones: joined(known.phones, other.phones, ({ value, extension }) => `${value};${extension ?? ''}`, MOST.ways),
    addresses: joined(
      known.addresses,
      other.addresses,
      (address) => textOfAddress(address).toLowerCase(),
      MOST.addresses,
    ),
    references: someOf(joined(known.references ?? [], other.references ?? [], keyOfReference, MOST.references)),
    doNotContact: known.doNotContact ?? other.doNotContact,
  };
}

/** A list that says something, or nothing. */
export function someOf<Item>(list: readonly Item[]): Item[] | undefined {
  return list.length > 0 ? [...list] : undefined;
}

/** Whether it is called more than how it is reached. */
export function isNamed({ name, mails, phones }: Pick<ContactFacts, 'name' | 'mails' | 'phones'>): boolean {
  return ![...mails, ...phones].some(({ value }) => value.toLowerCase() === name.toLowerCase());
}

/** Whether both say the same; what is left out is said as little as what is empty. */
export function saysTheSame(one: ContactFacts, other: ContactFacts): boolean {
  const plain = (facts: ContactFacts): unknown =>
    JSON.parse(JSON.stringify(facts, (_key, value: unknown) => value ?? undefined));
  return isDeepStrictEqual(plain(one), plain(other));
}

/** An address without what it is called, in one line. */
export function textOfAddress({ street, postalCode, city, region, country }: Address): string {
  return [street, postalCode, city, region, country].filter(Boolean).join(', ').replaceAll(/\s+/g, ' ');
}

function joined<Item>(
  known: readonly Item[],
  more: readonly Item[],
  keyOf: (item: Item) => string,
  most: number,
): Item[] {
  const items = new Map(known.map((item) => [keyOf(item), item]));
  for (const item of more) if (items.size < most && !items.has(keyOf(item))) items.set(keyOf(item), item);
  // What was kept twice already is left as it is.
  return [...known, ...[...items.values()].slice(new Set(known.map(keyOf)).size)];
}
