import type { DemoNote } from '@mycelium/database/seed-crm';
import { create } from '@mycelium/kit/crud';
import { Note } from '../note/note.ts';
import { letBeFound } from '../note/write-note.ts';
import { Side } from '../side/side.ts';
import { EntryKind } from '../timeline/timeline-entry.ts';
import { actorOf, type Making, madeAt, momentOf, subjectOf, writeEntry } from './making.ts';

/** A note, with those whom it mentions by name. */
export async function seedNote(making: Making, { about, author, content, at, ...facts }: DemoNote): Promise<void> {
  const { ctx, people } = making;
  const moment = momentOf(making, at);
  const actor = actorOf(making, author);
  const subject = subjectOf(making, about);
  const named = content.replace(/@\[([^\]]+)\]\(user:([^)]+)\)/g, (_, name: string, email: string) => {
    const person = people.get(email);
    return person ? `@[${name}](user:${person.id})` : name;
  });
  const row = { ...madeAt(moment), ...facts, content: named, author: actor, subject, side: Side.TENANT };
  const note = create(ctx, Note, row);
  await ctx.em.flush();
  await letBeFound(ctx, note);
  writeEntry(making, { at: moment, subject, actor, kind: EntryKind.NOTE_WRITTEN, relatedId: note.id });
}
