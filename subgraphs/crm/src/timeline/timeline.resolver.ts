import { Allow } from '@mycelium/kit/allow';
import type { Context } from '@mycelium/kit/context';
import { find } from '@mycelium/kit/crud';
import { type EventOf, Follow } from '@mycelium/kit/follow';
import { part } from '@mycelium/kit/part';
import { loadAll } from '@mycelium/kit/reference';
import { timelineUpdated } from '@mycelium/schema/subgraphs/crm/activities';
import { Args, Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import { Contact } from '../contact/contact.ts';
import { Note } from '../note/note.ts';
import { Tenant } from '../references.ts';
import { SubjectKind } from '../subject/subject.ts';
import { AcknowledgedEvent } from './acknowledged-event.ts';
import { checkTimeline, TimelineCheck, TimelineCheckArgs } from './check-timeline.ts';
import { pageOfEntries, TimelineArgs, TimelineOfSubjectArgs } from './find-entries.ts';
import { TimelineChange } from './timeline-change.ts';
import { EntryKind, TimelineEntry, TimelinePage } from './timeline-entry.ts';

const ofNotes: readonly EntryKind[] = [EntryKind.NOTE_WRITTEN, EntryKind.NOTE_REMOVED, EntryKind.NOTE_RESTORED];

@Resolver(() => TimelineEntry)
class TimelineEntryResolver {
  @Follow(
    () => TimelineChange,
    [timelineUpdated],
    'crm:read',
    "What is added to the tenant's timelines, as it happens; with `after`, starting with what came since then.",
  )
  async timelineChanged({ payload: { entryId } }: EventOf<typeof timelineUpdated>, ctx: Context) {
    return { entryId, entry: await find(ctx, TimelineEntry, entryId) };
  }

  @FieldResolver(() => Note, {
    nullable: true,
    description: 'The note that it is about, if there is one and it was not removed.',
  })
  async note(@Root() { kind, relatedId }: TimelineEntry, @Ctx() ctx: Context): Promise<Note | undefined> {
    if (!relatedId || !ofNotes.includes(kind)) return undefined;
    const [note] = await loadAll(ctx, Note, [relatedId]);
    return note?.removedAt ? undefined : note;
  }

  @FieldResolver(() => Contact, {
    nullable: true,
    description: 'The contact that it happened to, if it is one and was not removed.',
  })
  async contact(@Root() { subject }: TimelineEntry, @Ctx() ctx: Context): Promise<Contact | undefined> {
    if (subject.kind !== SubjectKind.CONTACT) return undefined;
    const [contact] = await loadAll(ctx, Contact, [subject.id]);
    return contact?.removedAt ? undefined : contact;
  }
}

@Resolver(() => Tenant)
class TenantTimelineResolver {
  @Allow('crm:read')
  @FieldResolver(() => TimelinePage, { description: 'What happened to a subject, or to all of them, newest first.' })
  timeline(
    @Root() tenant: Tenant,
    @Ctx() ctx: Context,
    @Args(() => TimelineArgs) args: TimelineArgs,
  ): Promise<TimelinePage> {
    return pageOfEntries(ctx, tenant.id, args);
  }

  @Allow('crm:read')
  @FieldResolver(() => TimelineCheck, {
    description:
      'Whether everything that the event bus has acknowledged for the CRM stands on a timeline, and what is missing.',
  })
  checkTimeline(
    @Root() tenant: Tenant,
    @Ctx() ctx: Context,
    @Args(() => TimelineCheckArgs) args: TimelineCheckArgs,
  ): Promise<TimelineCheck> {
    return checkTimeline(ctx, tenant.id, args);
  }
}

@Resolver(() => Contact)
class ContactTimelineResolver {
  @Allow('crm:read')
  @FieldResolver(() => TimelinePage, { description: 'What happened to them and with them, newest first.' })
  timeline(
    @Root() { id, tenantId }: Contact,
    @Ctx() ctx: Context,
    @Args(() => TimelineOfSubjectArgs) args: TimelineOfSubjectArgs,
  ): Promise<TimelinePage> {
    return pageOfEntries(ctx, tenantId, { ...args, subject: { kind: SubjectKind.CONTACT, id } });
  }
}

export const timelinePart = part(
  ...[TimelineEntry, AcknowledgedEvent],
  ...[TimelineEntryResolver, TenantTimelineResolver, ContactTimelineResolver],
);
