import { setImmediate as turn } from 'node:timers/promises';
import { Allow } from '@mycelium/kit/allow';
import type { Context } from '@mycelium/kit/context';
import { type EventOf, Follow } from '@mycelium/kit/follow';
import { PageArgs, page } from '@mycelium/kit/page';
import { part } from '@mycelium/kit/part';
import { noteCreated, noteRemoved, noteUpdated } from '@mycelium/schema/subgraphs/crm/activities';
import { Arg, Args, Ctx, FieldResolver, ID, Mutation, Query, Resolver, Root } from 'type-graphql';
import { Contact } from '../contact/contact.ts';
import { Tenant } from '../references.ts';
import { findNote, NoteFilter, pageOfNotes } from './find-notes.ts';
import { htmlOf } from './markdown.ts';
import { Note, NotePage } from './note.ts';
import { NoteChange, NoteChangeKind } from './note-change.ts';
import { CreateNoteInput, UpdateNoteInput } from './note-input.ts';
import { NoteVersionPage, NoteVersionRow } from './note-version.ts';
import { notesOfContact } from './of-contacts.ts';
import { createNote, removeNote, restoreNote, updateNote } from './write-note.ts';

const kinds: ReadonlyMap<string, NoteChangeKind> = new Map([
  [noteCreated.name, NoteChangeKind.CREATED],
  [noteUpdated.name, NoteChangeKind.UPDATED],
  [noteRemoved.name, NoteChangeKind.REMOVED],
]);

@Resolver(() => Note)
class NoteResolver {
  @Allow('crm:read')
  @Query(() => Note, { nullable: true, description: 'One note; null if there is none with this id.' })
  note(@Arg('id', () => ID) id: string, @Ctx() ctx: Context): Promise<Note | undefined> {
    return findNote(ctx, id);
  }

  @Allow('crm:write')
  @Mutation(() => Note, {
    description: 'Writes a note. Each person whom it mentions with @[Name](user:id) gets a notice.',
  })
  createNote(@Arg('input', () => CreateNoteInput) input: CreateNoteInput, @Ctx() ctx: Context): Promise<Note> {
    return createNote(ctx, input);
  }

  @Allow('crm:write')
  @Mutation(() => Note, { description: 'Changes a note; what it said before stays in its history.' })
  updateNote(
    @Arg('id', () => ID) id: string,
    @Arg('input', () => UpdateNoteInput) input: UpdateNoteInput,
    @Ctx() ctx: Context,
  ): Promise<Note> {
    return updateNote(ctx, id, input);
  }

  @Allow('crm:write')
  @Mutation(() => ID, { description: 'Removes a note; it can be restored.' })
  removeNote(@Arg('id', () => ID) id: string, @Ctx() ctx: Context): Promise<string> {
    return removeNote(ctx, id);
  }

  @Allow('crm:write')
  @Mutation(() => Note, { description: 'Restores a removed note.' })
  restoreNote(@Arg('id', () => ID) id: string, @Ctx() ctx: Context): Promise<Note> {
    return restoreNote(ctx, id);
  }

  @Follow(
    () => NoteChange,
    [noteCreated, noteUpdated, noteRemoved],
    'crm:read',
    "Each change of the tenant's notes, as it happens; with `after`, starting with those since then.",
  )
  async noteChanged({ type, payload: { noteId } }: EventOf<typeof noteUpdated>, ctx: Context) {
    return { kind: kinds.get(type) ?? NoteChangeKind.UPDATED, noteId, note: await findNote(ctx, noteId) };
  }

  @FieldResolver(() => String, {
    description:
      'The content as HTML that is safe to show: links lead to http, https and mailto alone, pictures are links, and HTML in it is text.',
  })
  async html(@Root() { content }: Note): Promise<string> {
    // A long one takes its time; between two of a list others have their turn.
    await turn();
    return htmlOf(content);
  }

  @FieldResolver(() => NoteVersionPage, { description: 'What it said before, newest first.' })
  history(@Root() note: Note, @Ctx() ctx: Context, @Args(() => PageArgs) range: PageArgs): Promise<NoteVersionPage> {
    return page(ctx, NoteVersionRow, { note: note.id }, range, { id: 'desc' });
  }

  @FieldResolver(() => Tenant)
  tenant(@Root() { tenantId }: Note): Tenant {
    return { id: tenantId };
  }
}

@Resolver(() => Tenant)
class TenantNotesResolver {
  @Allow('crm:read')
  @FieldResolver(() => NotePage, { description: 'Notes: the pinned ones first, then the newest.' })
  notes(
    @Root() tenant: Tenant,
    @Ctx() ctx: Context,
    @Args(() => PageArgs) { first, after }: PageArgs,
    @Arg('filter', () => NoteFilter, { nullable: true }) filter?: NoteFilter,
  ): Promise<NotePage> {
    return pageOfNotes(ctx, tenant.id, filter, { first, after });
  }
}

@Resolver(() => Contact)
class ContactNotesResolver {
  @Allow('crm:read')
  @FieldResolver(() => NotePage, { description: 'Notes about them: the pinned ones first, then the newest.' })
  notes(
    @Root() contact: Contact,
    @Ctx() ctx: Context,
    @Args(() => PageArgs) { first, after }: PageArgs,
  ): Promise<NotePage> {
    return notesOfContact(ctx, contact, { first, after });
  }
}

export const notePart = part(Note, NoteVersionRow, ...[NoteResolver, TenantNotesResolver, ContactNotesResolver]);
