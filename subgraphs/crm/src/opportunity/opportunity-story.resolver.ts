import { Allow } from '@mycelium/kit/allow';
import type { Context } from '@mycelium/kit/context';
import { PageArgs } from '@mycelium/kit/page';
import { Arg, Args, Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import { ActivityPage } from '../activity/activity.ts';
import { pageOfActivities } from '../activity/find-activities.ts';
import { pageOfNotes } from '../note/find-notes.ts';
import { NotePage } from '../note/note.ts';
import { SubjectKind } from '../subject/subject.ts';
import { pageOfEntries, TimelineOfSubjectArgs } from '../timeline/find-entries.ts';
import { TimelinePage } from '../timeline/timeline-entry.ts';
import { Opportunity } from './opportunity.ts';

/** What was written down about an opportunity, is to be done, and happened. */
@Resolver(() => Opportunity)
export class OpportunityStoryResolver {
  @Allow('crm:read')
  @FieldResolver(() => NotePage, { description: 'Notes about it: the pinned ones first, then the newest.' })
  notes(
    @Root() { id, tenantId }: Opportunity,
    @Ctx() ctx: Context,
    @Args(() => PageArgs) { first, after }: PageArgs,
  ): Promise<NotePage> {
    return pageOfNotes(ctx, tenantId, { subject: subjectOf(id) }, { first, after });
  }

  @Allow('crm:read')
  @FieldResolver(() => ActivityPage, {
    description: 'What is to be done about it, and what was done, by when it is due.',
  })
  activities(
    @Root() { id, tenantId }: Opportunity,
    @Ctx() ctx: Context,
    @Args(() => PageArgs) { first, after }: PageArgs,
    @Arg('open', () => Boolean, { nullable: true, description: 'Only what is to be done, or only what is done.' })
    open?: boolean,
  ): Promise<ActivityPage> {
    return pageOfActivities(ctx, tenantId, { subject: subjectOf(id), open }, { first, after });
  }

  @Allow('crm:read')
  @FieldResolver(() => TimelinePage, { description: 'What happened to it and about it, newest first.' })
  timeline(
    @Root() { id, tenantId }: Opportunity,
    @Ctx() ctx: Context,
    @Args(() => TimelineOfSubjectArgs) args: TimelineOfSubjectArgs,
  ): Promise<TimelinePage> {
    return pageOfEntries(ctx, tenantId, { ...args, subject: subjectOf(id) });
  }
}

function subjectOf(id: string): { kind: SubjectKind; id: string } {
  return { kind: SubjectKind.OPPORTUNITY, id };
}
