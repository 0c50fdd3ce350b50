import { batched } from '@mycelium/kit/batched';
import type { Context } from '@mycelium/kit/context';
import { oneOf } from '@mycelium/kit/crud';
import { parseInput } from '@mycelium/kit/input';
import { firstPage, type PageArgs, pageArguments } from '@mycelium/kit/page';
import type { Contact } from '../contact/contact.ts';
import { SubjectKind } from '../subject/subject.ts';
import { byPin, conditionOf, pageOfNotes } from './find-notes.ts';
import { Note, type NotePage } from './note.ts';

/** The notes about a contact. The first pages of all contacts of one call are read in as many statements as that of one. */
export async function notesOfContact(
  ctx: Context,
  { id, tenantId }: Contact,
  { first, after }: PageArgs,
): Promise<NotePage> {
  const filter = { subject: { kind: SubjectKind.CONTACT, id } };
  if (after != null) return pageOfNotes(ctx, tenantId, filter, { first, after });
  const most = parseInput(pageArguments, { first }, []).first;
  const nodes = await batched(ctx, { id: `${id} ${most}`, contactId: id, most }, firstOnes);
  return firstPage(ctx, Note, await conditionOf(ctx, tenantId, filter), byPin, {
    ...{ first: most, nodes },
    count: () => batched(ctx, id, countsOf),
  });
}

interface Asked {
  id: string;
  contactId: string;
  most: number;
}

async function firstOnes({ em }: Context, asked: readonly Asked[]): Promise<Note[][]> {
  const most = Math.max(...asked.map((each) => each.most)) + 1;
  const rows = await em.execute<{ id: string }[]>(
    `select n.id from unnest(?::uuid[]) contact (id) cross join lateral (
       select id from crm.note where subject_kind = 'CONTACT' and subject_id = contact.id and removed_at is null
       order by pinned desc, id desc limit ?
     ) n`,
    [listOf(asked.map(({ contactId }) => contactId)), most],
  );
  const notes = await em.find(Note, { id: oneOf(rows.map(({ id }) => id)) }, { orderBy: byPin });
  return asked.map((each) => notes.filter(({ subject }) => subject.id === each.contactId).slice(0, each.most + 1));
}

async function countsOf({ em }: Context, ids: readonly string[]): Promise<number[]> {
  const counts = await em.execute<{ id: string; count: number }[]>(
    `select subject_id as id, count(*)::int as count from crm.note
     where subject_kind = 'CONTACT' and subject_id = any (?::uuid[]) and removed_at is null group by subject_id`,
    [listOf(ids)],
  );
  return ids.map((id) => counts.find((each) => each.id === id)?.count ?? 0);
}

const listOf = (ids: readonly string[]): string => `{${[...new Set(ids)].join(',')}}`;
