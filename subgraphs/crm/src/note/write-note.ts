import { LockMode, ref } from '@mikro-orm/core';
import { ownTenant } from '@mycelium/kit/allow';
import type { Context } from '@mycelium/kit/context';
import { change, create, read, unchanged } from '@mycelium/kit/crud';
import { Conflict, NotFound } from '@mycelium/kit/errors';
import { parseInput } from '@mycelium/kit/input';
import { noteCreated, noteRemoved, noteUpdated } from '@mycelium/schema/subgraphs/crm/activities';
import { validate as isUuid } from 'uuid';
import { assessOf } from '../account/assess.ts';
import { actorOf } from '../actor/actor.ts';
import { forgetFound, keepFound } from '../search/keep-found.ts';
import { FoundKind } from '../search/search-entry.ts';
import { feedOf } from '../side/side.ts';
import { bookOf } from '../subject/subject.ts';
import { keepTags } from '../tag/keep-tags.ts';
import { tell } from '../timeline/tell.ts';
import { EntryKind } from '../timeline/timeline-entry.ts';
import { readNote } from './find-notes.ts';
import { firstLine } from './markdown.ts';
import { notifyMentioned, readMentions } from './mentions.ts';
import { Note } from './note.ts';
import { type CreateNoteInput, createNoteSchema, type UpdateNoteInput, updateNoteSchema } from './note-input.ts';
import { NoteVersionRow } from './note-version.ts';

/** A new note; who is mentioned in it gets a notice. Throws Invalid, or NotFound for a subject that the viewer does not see. */
export async function createNote(ctx: Context, input: CreateNoteInput): Promise<Note> {
  const { side: wanted, ...facts } = parseInput(createNoteSchema, input);
  const side = await bookOf(ctx, facts.subject, wanted);
  const mentions = await readMentions(ctx, side, facts.content);
  const tags = await keepTags(ctx, { tenantId: ownTenant(ctx), side }, facts.tags);
  const note = create(ctx, Note, { ...facts, tags, side, author: actorOf(ctx) } as never);
  await ctx.em.flush();
  await letBeFound(ctx, note);
  await publish(ctx, noteCreated, note, EntryKind.NOTE_WRITTEN);
  notifyMentioned(ctx, note, mentions);
  return note;
}

/** Changes what the input names; what it said before is kept. Throws Conflict, with what it says now, when it was changed meanwhile. */
export async function updateNote(ctx: Context, id: string, input: UpdateNoteInput): Promise<Note> {
  const { version, content, tags: given, pinned } = parseInput(updateNoteSchema, input);
  const tags = given && (await keepTags(ctx, await readNote(ctx, id), given));
  const note = await lockNote(ctx, id);
  if (note.version !== version) throw stale(note);
  const isEdited = content != null && content !== note.content;
  const mentions = isEdited ? await readMentions(ctx, note.side, content, note.content) : undefined;
  if (isEdited) keepVersion(ctx, note);
  const edit = isEdited ? { content, editedAt: new Date(), editedBy: actorOf(ctx) } : {};
  await change(ctx, note, { ...edit, tags: tags ?? undefined, pinned: pinned ?? undefined }, () => {
    ctx.publish(noteUpdated, { noteId: id }, feedOf(note));
    if (mentions) notifyMentioned(ctx, note, mentions);
  });
  await letBeFound(ctx, note);
  return note;
}

/** Removes a note, and answers its id; it can be restored. */
export async function removeNote(ctx: Context, id: string): Promise<string> {
  const note = await readNote(ctx, id);
  await change(ctx, note, { removedAt: new Date() });
  await forgetFound(ctx, note);
  await publish(ctx, noteRemoved, note, EntryKind.NOTE_REMOVED);
  return id;
}

/** Takes a removal back; one that was not removed stays as it is. */
export async function restoreNote(ctx: Context, id: string): Promise<Note> {
  const note = await read(ctx, Note, id);
  if (!note.removedAt) return unchanged(ctx, note);
  await change(ctx, note, { removedAt: null });
  await letBeFound(ctx, note);
  await publish(ctx, noteCreated, note, EntryKind.NOTE_RESTORED);
  return note;
}

/** The note as it is once nobody else is changing it, so that whoever is second learns what the first one wrote. */
async function lockNote(ctx: Context, id: string): Promise<Note> {
  const note = isUuid(id)
    ? await ctx.em.findOne(Note, { id }, { lockMode: LockMode.PESSIMISTIC_WRITE, refresh: true })
    : undefined;
  if (!note || note.removedAt) throw new NotFound('Note', id);
  return note;
}

function stale({ content, tags, pinned, version }: Note): Conflict {
  const message = `Somebody has changed this Note since; it is now at version ${version}.`;
  return new Conflict(message, { version, theirs: { content, tags, pinned, version } });
}

function keepVersion(ctx: Context, note: Note): void {
  const { side, content, author, editedBy, editedAt, createdAt } = note;
  const written = { author: editedBy ?? author, writtenAt: editedAt ?? createdAt };
  create(ctx, NoteVersionRow, { side, note: ref(note), content, ...written } as never);
}

/** Has it found by its words. */
export async function letBeFound(ctx: Context, note: Note): Promise<void> {
  const { content, tags } = note;
  await keepFound(ctx, note, { kind: FoundKind.NOTE, title: firstLine(content, 120), body: [content], tags });
}

/** Tells what became of the note, also on the timeline of what it is about. */
async function publish(ctx: Context, type: typeof noteCreated, note: Note, kind: EntryKind): Promise<void> {
  const { id, side, subject } = note;
  const eventId = ctx.publish(type, { noteId: id }, feedOf(note));
  await tell(ctx, { subject, side, kind, relatedId: id }, eventId);
  await assessOf(ctx, note);
}
