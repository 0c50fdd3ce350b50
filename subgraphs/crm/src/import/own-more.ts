import { z } from 'zod';
import type { Address } from '../contact/address.ts';
import { addressSchema } from '../contact/address-schema.ts';
import { referenceSchema } from '../contact/reference-key.ts';
import { readMails } from '../reach/mail-address.ts';
import type { Cell } from './cells-by-field.ts';
import type { ContactDraft } from './contact-draft.ts';
import type { Findings } from './finding.ts';
import { IN_COLUMNS } from './own-table.ts';

const optional = z
  .string()
  .nullish()
  .transform((text) => text ?? undefined);
const moreSchema = z.object({
  mails: z
    .array(z.object({ value: z.string().refine((value) => readMails(value)[0] === value), label: optional }))
    .max(20),
  phones: z
    .array(z.object({ value: z.string().max(100), label: optional, extension: optional, isInternational: z.boolean() }))
    .max(20),
  addresses: z.array(addressSchema).max(10),
  tags: z.array(z.string()).max(50),
  references: z.array(referenceSchema).max(20).optional(),
});

type More = Pick<ContactDraft, 'mails' | 'phones' | 'tags' | 'references'> & { addresses: Address[] };

/** What does not fit into the columns of our own export, as its last cell has it; with nothing of that kind it is empty. */
export function moreCell(all: More): string {
  const fits =
    all.mails.length <= IN_COLUMNS.mails &&
    all.phones.length <= IN_COLUMNS.phones &&
    all.addresses.length <= IN_COLUMNS.addresses &&
    !all.tags.some((tag) => /[;,|]|:::|^\* /.test(tag)) &&
    !all.references.some(({ id }) => id.includes(';'));
  return fits ? '' : JSON.stringify(all);
}

/** What such a cell says, which is then all of it. */
export function moreOf(cell: Cell | undefined, { refuse }: Findings): Partial<More> {
  if (!cell) return {};
  const more = moreSchema.safeParse(jsonOf(cell.text));
  if (!more.success) refuse('WRONG_FORM', cell);
  return more.data ?? {};
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
