import type { FilterQuery } from '@mikro-orm/core';
import type { Context } from '@mycelium/kit/context';
import { find, oneOf } from '@mycelium/kit/crud';
import { NotFound } from '@mycelium/kit/errors';
import { type PageArgs, page } from '@mycelium/kit/page';
import { Field, ID, InputType } from 'type-graphql';
import { Side } from '../side/side.ts';
import { Subject } from '../subject/subject.ts';
import { carries } from '../tag/find-tags.ts';
import { Note, type NotePage } from './note.ts';

@InputType({ description: 'Which notes; what is left out does not matter.' })
export class NoteFilter {
  @Field(() => Subject, { nullable: true, description: 'Those about this.' })
  subject?: Subject | null;

  @Field(() => String, { nullable: true, description: 'Those that carry this tag.' })
  tag?: string | null;

  @Field(() => ID, { nullable: true, description: 'Who wrote them first.' })
  author?: string | null;

  @Field(() => Side, { nullable: true, description: 'Of which book.' })
  side?: Side | null;

  @Field(() => Boolean, { nullable: true, description: 'Only those that are pinned, or only the others.' })
  pinned?: boolean | null;
}

/** The note, unless it was removed. */
export async function findNote(ctx: Context, id: string): Promise<Note | undefined> {
  const note = await find(ctx, Note, id);
  return note?.removedAt ? undefined : note;
}

/** The same; throws NotFound when there is none or it was removed. */
export async function readNote(ctx: Context, id: string): Promise<Note> {
  const note = await findNote(ctx, id);
  if (!note) throw new NotFound('Note', id);
  return note;
}

/** A page of a tenant's notes: the pinned ones first, then the newest. */
export async function pageOfNotes(
  ctx: Context,
  tenantId: string,
  filter: NoteFilter | null | undefined,
  range: PageArgs,
): Promise<NotePage> {
  return page(ctx, Note, await conditionOf(ctx, tenantId, filter ?? {}), range, byPin);
}

/** The pinned ones first, then the newest. */
export const byPin = { pinned: 'desc', id: 'desc' } as const;

/** What a filter says, as a condition of the notes of a tenant. */
export async function conditionOf(
  ctx: Context,
  tenantId: string,
  { subject, tag, author, side, pinned }: NoteFilter,
): Promise<FilterQuery<Note>> {
  return {
    ...{ tenantId, removedAt: null },
    ...(subject && { subject: { kind: subject.kind, id: oneOf([subject.id]) } }),
    ...(tag && (await carries(ctx, tenantId, tag))),
    ...(author && { author: { id: author } }),
    ...(side && { side }),
    ...(pinned != null && { pinned }),
  } as FilterQuery<Note>;
}
