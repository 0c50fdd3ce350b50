import { nameOf } from '@mycelium/kit/name';
import type { CellsByField } from './cells-by-field.ts';
import type { ContactDraft } from './contact-draft.ts';
import type { Findings } from './finding.ts';

const NAME_PARTS = ['GIVEN_NAME', 'MIDDLE_NAME', 'FAMILY_NAME', 'NAME_SUFFIX'] as const;
const nameSchema = nameOf(200, '');

/** What a contact is called: as its row says, else as its organisation, its address or its number. */
export function nameOfRow(
  row: CellsByField,
  { company, mails, phones }: Pick<ContactDraft, 'company' | 'mails' | 'phones'>,
  { refuse }: Findings,
): Pick<ContactDraft, 'kind' | 'name'> | undefined {
  const whole = row.first('NAME');
  const parts = NAME_PARTS.flatMap((field) => row.all(field).slice(0, 1));
  const person = oneLine(whole?.text ?? parts.map(({ text }) => text).join(' '));
  const name = person || oneLine(company ?? '') || mails[0]?.value || phones[0]?.value;
  if (!name) refuse('NOTHING_TO_NAME_IT');
  else if (nameSchema.safeParse(name).success) return { kind: !person && company ? 'ORGANISATION' : 'PERSON', name };
  else
    refuse(
      name.length > 200 ? 'TOO_LONG' : 'WRONG_FORM',
      whole ?? parts[0] ?? row.first('COMPANY'),
      name.slice(0, 200),
    );
}

function oneLine(text: string): string {
  return text.replaceAll(/\s+/g, ' ').trim();
}
