import { Allow } from '@mycelium/kit/allow';
import { systemOf } from '@mycelium/kit/as-system';
import { Unaudited } from '@mycelium/kit/audit';
import type { Context } from '@mycelium/kit/context';
import { type EventOf, FollowBook } from '@mycelium/kit/follow';
import { parseInput } from '@mycelium/kit/input';
import { PageArgs } from '@mycelium/kit/page';
import { part } from '@mycelium/kit/part';
import { System } from '@mycelium/kit/transaction';
import { DateTime } from '@mycelium/schema/scalars';
import { accountUpdated } from '@mycelium/schema/subgraphs/crm';
import { Arg, Args, Ctx, Directive, FieldResolver, ID, Int, Mutation, Query, Resolver, Root } from 'type-graphql';
import { z } from 'zod';
import { Activity, ActivityPage } from '../activity/activity.ts';
import { pageOfActivities } from '../activity/find-activities.ts';
import { pageOfNotes } from '../note/find-notes.ts';
import { NotePage } from '../note/note.ts';
import { Tenant } from '../references.ts';
import { Side } from '../side/side.ts';
import { SubjectKind } from '../subject/subject.ts';
import { pageOfEntries, TimelineOfSubjectArgs } from '../timeline/find-entries.ts';
import { TimelinePage } from '../timeline/timeline-entry.ts';
import { Account, AccountPage, NEVER } from './account.ts';
import { AccountChange } from './account-change.ts';
import { AccountDay } from './account-day.ts';
import { AccountArgs, UpdateAccountInput } from './account-input.ts';
import { assessAllSoon } from './assess-accounts.ts';
import { accountOf, findAccount, nextStepOf, pageOfAccounts, trendOf } from './find-accounts.ts';
import { updateAccount } from './write-account.ts';

const daysSchema = z.number().int().min(1, 'At least 1 day').max(366, 'At most 366 days');

@Resolver(() => Account)
class AccountResolver {
  @Allow('platform:admin')
  @Query(() => Account, { nullable: true, description: 'One account; null if there is none with this id.' })
  account(@Arg('id', () => ID) id: string, @Ctx() ctx: Context): Promise<Account | undefined> {
    return findAccount(ctx, id);
  }

  @Allow('platform:admin')
  @Query(() => AccountPage, { description: "The accounts of all tenants; for the platform's staff." })
  accounts(@Args(() => AccountArgs) args: AccountArgs, @Ctx() ctx: Context): Promise<AccountPage> {
    return pageOfAccounts(ctx, args);
  }

  @Allow('platform:admin')
  @System()
  @Mutation(() => Account, { description: 'Puts an account into another stage, or gives it to somebody else.' })
  updateAccount(
    @Arg('id', () => ID) id: string,
    @Arg('input', () => UpdateAccountInput) input: UpdateAccountInput,
    @Ctx() ctx: Context,
  ): Promise<Account> {
    return updateAccount(ctx, id, input);
  }

  @Allow('platform:admin')
  @Unaudited('It changes nothing that somebody keeps: how the tenants are doing is looked at every few minutes anyway.')
  @System()
  @Mutation(() => Boolean, {
    description:
      'Looks at how all tenants are doing, within a moment instead of within five minutes; accountChanged says what has changed.',
  })
  assessAccounts(@Ctx() ctx: Context): boolean {
    assessAllSoon(ctx);
    return true;
  }

  @FollowBook(
    () => AccountChange,
    [accountUpdated],
    "Each change of any account, as it happens; for the platform's staff. With `after`, starting with those since then.",
  )
  async accountChanged({ payload: { accountId } }: EventOf<typeof accountUpdated>, ctx: Context) {
    return { accountId, account: await findAccount(ctx, accountId) };
  }

  @FieldResolver(() => DateTime, {
    nullable: true,
    description: 'When one of the staff last spoke with them: the newest note, or activity that was done.',
  })
  lastContactAt(@Root() { lastContactAt }: Account): Date | undefined {
    return lastContactAt > NEVER ? lastContactAt : undefined;
  }

  @FieldResolver(() => Activity, { nullable: true, description: 'What the staff have to do next about it.' })
  nextStep(@Root() account: Account, @Ctx() ctx: Context): Promise<Activity | undefined> {
    return nextStepOf(ctx, account);
  }

  @Directive('@listSize(assumedSize: 90)')
  @FieldResolver(() => [AccountDay], { description: 'How it was doing, day by day, the oldest first.' })
  trend(
    @Root() account: Account,
    @Arg('days', () => Int, { defaultValue: 90, description: 'Of how many days, at most 366.' }) days: number,
    @Ctx() ctx: Context,
  ): Promise<AccountDay[]> {
    return trendOf(ctx, account, parseInput(daysSchema, days, ['days']));
  }

  @FieldResolver(() => NotePage, { description: "What the staff wrote down about it, as in a tenant's notes." })
  notes(
    @Root() { tenantId }: Account,
    @Ctx() ctx: Context,
    @Args(() => PageArgs) { first, after }: PageArgs,
  ): Promise<NotePage> {
    return pageOfNotes(systemOf(ctx), tenantId, { side: Side.PLATFORM }, { first, after });
  }

  @FieldResolver(() => ActivityPage, { description: 'What the staff have to do about it, by when it is due.' })
  activities(
    @Root() { tenantId }: Account,
    @Ctx() ctx: Context,
    @Args(() => PageArgs) { first, after }: PageArgs,
    @Arg('open', () => Boolean, { nullable: true, description: 'Only what is to be done, or only what is done.' })
    open?: boolean,
  ): Promise<ActivityPage> {
    return pageOfActivities(systemOf(ctx), tenantId, { side: Side.PLATFORM, open }, { first, after });
  }

  @FieldResolver(() => TimelinePage, { description: 'What happened to the tenant, newest first.' })
  timeline(
    @Root() { tenantId }: Account,
    @Ctx() ctx: Context,
    @Args(() => TimelineOfSubjectArgs) args: TimelineOfSubjectArgs,
  ): Promise<TimelinePage> {
    return pageOfEntries(systemOf(ctx), tenantId, { ...args, subject: { kind: SubjectKind.TENANT, id: tenantId } });
  }

  @FieldResolver(() => Tenant)
  tenant(@Root() { tenantId }: Account): Tenant {
    return { id: tenantId };
  }
}

@Resolver(() => Tenant)
class TenantAccountResolver {
  @Allow()
  @FieldResolver(() => Account, {
    nullable: true,
    description: "What the platform's staff keep about it as their customer; null for everybody else.",
  })
  account(@Root() { id }: Tenant, @Ctx() ctx: Context): Promise<Account | undefined> {
    return accountOf(ctx, id);
  }
}

export const accountPart = part(Account, AccountDay, AccountResolver, TenantAccountResolver);
