import type { MergeField, WholeContactQuery } from '../../generated/graphql.ts';

/** With how they are reached. */
export type WholeContact = NonNullable<WholeContactQuery['contact']>;

/** A field of two contacts in which they differ, as text. */
interface Side {
  field: MergeField;
  values: [string, string];
}

const texts: Partial<Record<MergeField, (contact: WholeContact) => string>> = {
  NAME: ({ name }) => name,
  COMPANY: ({ company }) => company ?? '',
  ROLE: ({ role }) => role ?? '',
  DEPARTMENT: ({ department }) => department ?? '',
  BIRTHDAY: ({ birthday }) => birthday ?? '',
  MAILS: ({ mails }) => mails.map(({ value }) => value).join(', '),
  PHONES: ({ phones }) => phones.map(({ value }) => value).join(', '),
};

/** In what two contacts differ; the rest needs no choice. */
export function sidesOf([one, other]: readonly [WholeContact, WholeContact]): Side[] {
  const all = Object.entries(texts) as [MergeField, (contact: WholeContact) => string][];
  return all
    .map(([field, textOf]): Side => ({ field, values: [textOf(one), textOf(other)] }))
    .filter(({ values: [mine, theirs] }) => mine !== theirs);
}

/** What was chosen, as the graph wants it. */
export function choicesOf(chosen: Partial<Record<MergeField, 0 | 1>>, ids: readonly [string, string]) {
  return (Object.entries(chosen) as [MergeField, 0 | 1][]).map(([field, side]) => ({ field, contactId: ids[side] }));
}
