import { Allow } from '@mycelium/kit/allow';
import type { Context } from '@mycelium/kit/context';
import { type EventOf, Follow } from '@mycelium/kit/follow';
import { PageArgs } from '@mycelium/kit/page';
import { part } from '@mycelium/kit/part';
import { loadAll } from '@mycelium/kit/reference';
import {
  activityCompleted,
  activityCreated,
  activityRemoved,
  activityReopened,
  activityUpdated,
} from '@mycelium/schema/subgraphs/crm/activities';
import { Arg, Args, Ctx, FieldResolver, ID, Mutation, Query, Resolver, Root } from 'type-graphql';
import { Contact } from '../contact/contact.ts';
import { Tenant } from '../references.ts';
import { SubjectKind } from '../subject/subject.ts';
import { Activity, ActivityPage } from './activity.ts';
import { ActivityChange, ActivityChangeKind } from './activity-change.ts';
import { CreateActivityInput, UpdateActivityInput } from './activity-input.ts';
import { completeActivity, reopenActivity } from './complete-activity.ts';
import { ActivityFilter, findActivity, pageOfActivities } from './find-activities.ts';
import { createActivity, removeActivity, restoreActivity, updateActivity } from './write-activity.ts';

const kinds: ReadonlyMap<string, ActivityChangeKind> = new Map([
  [activityCreated.name, ActivityChangeKind.CREATED],
  [activityUpdated.name, ActivityChangeKind.UPDATED],
  [activityCompleted.name, ActivityChangeKind.COMPLETED],
  [activityReopened.name, ActivityChangeKind.REOPENED],
  [activityRemoved.name, ActivityChangeKind.REMOVED],
]);

@Resolver(() => Activity)
class ActivityResolver {
  @Allow('crm:read')
  @Query(() => Activity, { nullable: true, description: 'One activity; null if there is none with this id.' })
  activity(@Arg('id', () => ID) id: string, @Ctx() ctx: Context): Promise<Activity | undefined> {
    return findActivity(ctx, id);
  }

  @Allow('crm:write')
  @Mutation(() => Activity, {
    description: 'Creates an activity; its assignee is notified and, when it is due, reminded.',
  })
  createActivity(
    @Arg('input', () => CreateActivityInput) input: CreateActivityInput,
    @Ctx() ctx: Context,
  ): Promise<Activity> {
    return createActivity(ctx, input);
  }

  @Allow('crm:write')
  @Mutation(() => Activity, { description: 'Changes an activity; a new assignee is notified.' })
  updateActivity(
    @Arg('id', () => ID) id: string,
    @Arg('input', () => UpdateActivityInput) input: UpdateActivityInput,
    @Ctx() ctx: Context,
  ): Promise<Activity> {
    return updateActivity(ctx, id, input);
  }

  @Allow('crm:write')
  @Mutation(() => Activity, {
    description:
      'Completes an activity. The next step is created with it or not at all; one that repeats also gets its next occurrence. One that is completed already stays as it is.',
  })
  completeActivity(
    @Arg('id', () => ID) id: string,
    @Ctx() ctx: Context,
    @Arg('outcome', () => String, { nullable: true, description: 'What came of it; at most 2,000 characters.' })
    outcome?: string | null,
    @Arg('next', () => CreateActivityInput, { nullable: true, description: 'The next step.' })
    next?: CreateActivityInput | null,
  ): Promise<Activity> {
    return completeActivity(ctx, id, outcome, next);
  }

  @Allow('crm:write')
  @Mutation(() => Activity, { description: 'Opens a completed activity again.' })
  reopenActivity(@Arg('id', () => ID) id: string, @Ctx() ctx: Context): Promise<Activity> {
    return reopenActivity(ctx, id);
  }

  @Allow('crm:write')
  @Mutation(() => ID, { description: 'Removes an activity; it can be restored.' })
  removeActivity(@Arg('id', () => ID) id: string, @Ctx() ctx: Context): Promise<string> {
    return removeActivity(ctx, id);
  }

  @Allow('crm:write')
  @Mutation(() => Activity, { description: 'Restores a removed activity.' })
  restoreActivity(@Arg('id', () => ID) id: string, @Ctx() ctx: Context): Promise<Activity> {
    return restoreActivity(ctx, id);
  }

  @Follow(
    () => ActivityChange,
    [activityCreated, activityUpdated, activityCompleted, activityReopened, activityRemoved],
    'crm:read',
    "Each change of the tenant's activities, as it happens; with `after`, starting with those since then.",
  )
  async activityChanged({ type, payload: { activityId } }: EventOf<typeof activityUpdated>, ctx: Context) {
    const kind = kinds.get(type) ?? ActivityChangeKind.UPDATED;
    return { kind, activityId, activity: await findActivity(ctx, activityId) };
  }

  @FieldResolver(() => Contact, { nullable: true, description: 'The contact that it is about, if it is about one.' })
  async contact(@Root() { subject }: Activity, @Ctx() ctx: Context): Promise<Contact | undefined> {
    if (subject.kind !== SubjectKind.CONTACT) return undefined;
    const [contact] = await loadAll(ctx, Contact, [subject.id]);
    return contact?.removedAt ? undefined : contact;
  }

  @FieldResolver(() => Tenant)
  tenant(@Root() { tenantId }: Activity): Tenant {
    return { id: tenantId };
  }
}

@Resolver(() => Tenant)
class TenantActivitiesResolver {
  @Allow('crm:read')
  @FieldResolver(() => ActivityPage, { description: 'What is to be done, and what was done, by when it is due.' })
  activities(
    @Root() tenant: Tenant,
    @Ctx() ctx: Context,
    @Args(() => PageArgs) { first, after }: PageArgs,
    @Arg('filter', () => ActivityFilter, { nullable: true }) filter?: ActivityFilter,
  ): Promise<ActivityPage> {
    return pageOfActivities(ctx, tenant.id, filter, { first, after });
  }
}

@Resolver(() => Contact)
class ContactActivitiesResolver {
  @FieldResolver(() => ActivityPage, {
    description: 'What is to be done about them, and what was done, by when it is due.',
  })
  activities(
    @Root() { id, tenantId }: Contact,
    @Ctx() ctx: Context,
    @Args(() => PageArgs) { first, after }: PageArgs,
    @Arg('open', () => Boolean, { nullable: true, description: 'Only what is to be done, or only what is done.' })
    open?: boolean,
  ): Promise<ActivityPage> {
    return pageOfActivities(ctx, tenantId, { subject: { kind: SubjectKind.CONTACT, id }, open }, { first, after });
  }
}

export const activityPart = part(Activity, ActivityResolver, TenantActivitiesResolver, ContactActivitiesResolver);
