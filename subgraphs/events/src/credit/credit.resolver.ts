import { Allow, checkTenant } from '@mycelium/kit/allow';
import type { Context } from '@mycelium/kit/context';
import { oneOf } from '@mycelium/kit/crud';
import { type EventOf, Follow } from '@mycelium/kit/follow';
import { PageArgs, page } from '@mycelium/kit/page';
import { part } from '@mycelium/kit/part';
import { creditAllocated, creditConsumed } from '@mycelium/schema/subgraphs/events';
import { Arg, Args, Ctx, FieldResolver, ID, Int, Mutation, Resolver, Root } from 'type-graphql';
import { Tenant } from '../references.ts';
import { EventTracking } from '../tracking/tracking.ts';
import { allocateCredits, consumeCredits } from './change-credits.ts';
import { CreditAccount, CreditAccountPage } from './credit-account.ts';
import { CreditChange, CreditEntry, CreditEntryPage, CreditLedgerExport } from './credit-entry.ts';
import { csvOfEntries } from './export-ledger.ts';
import { deliveryOf } from './of-entries.ts';

const APPLICATION = { description: 'crm, hr, affiliate or system.' };
const AMOUNT = { description: 'In whole credits, at least 1.' };
const ONCE = { description: 'The same key for the same account returns the same entry and changes nothing.' };
const ENTITY = {
  nullable: true,
  description: "An entity of the application; leave out for the application's own account.",
};
const PURPOSE = { nullable: true, description: 'What for, for example employee_benefits.' };

@Resolver(() => CreditEntry)
class CreditResolver {
  @Allow('credits:write')
  @Mutation(() => CreditEntry, { description: 'Allocates credits to an application and notifies it.' })
  allocateCredits(
    @Arg('application', () => String, APPLICATION) application: string,
    @Arg('amount', () => Int, AMOUNT) amount: number,
    @Arg('idempotencyKey', () => String, ONCE) idempotencyKey: string,
    @Ctx() ctx: Context,
    @Arg('entityId', () => ID, ENTITY) entityId?: string,
    @Arg('purpose', () => String, PURPOSE) purpose?: string,
  ): Promise<CreditEntry> {
    return allocateCredits(ctx, { application, entityId, amount, purpose, idempotencyKey });
  }

  @Allow('credits:write')
  @Mutation(() => CreditEntry, {
    description:
      'Takes credits from an application and notifies it. More than its balance is a CONFLICT that carries the balance.',
  })
  consumeCredits(
    @Arg('application', () => String, APPLICATION) application: string,
    @Arg('amount', () => Int, AMOUNT) amount: number,
    @Arg('idempotencyKey', () => String, ONCE) idempotencyKey: string,
    @Ctx() ctx: Context,
    @Arg('entityId', () => ID, ENTITY) entityId?: string,
    @Arg('purpose', () => String, PURPOSE) purpose?: string,
  ): Promise<CreditEntry> {
    return consumeCredits(ctx, { application, entityId, amount, purpose, idempotencyKey });
  }

  @Follow(
    () => CreditChange,
    [creditAllocated, creditConsumed],
    'credits:read',
    'Each ledger entry as it is written; with `after`, starting with those since then.',
  )
  async creditsChanged({ id: eventId, feed: tenantId }: EventOf<typeof creditAllocated>, { em }: Context) {
    return { entry: (await em.findOne(CreditEntry, { tenantId, eventId })) ?? undefined };
  }

  @FieldResolver(() => CreditAccount)
  account(@Root() entry: CreditEntry): Promise<CreditAccount> {
    return entry.account.loadOrFail();
  }

  @Allow('events:read')
  @FieldResolver(() => EventTracking, {
    nullable: true,
    description: 'What became of the event that notified the application; null once nothing about it is kept.',
  })
  delivery(@Root() entry: CreditEntry, @Ctx() ctx: Context): Promise<EventTracking | undefined> {
    return deliveryOf(ctx, entry);
  }
}

@Resolver(() => Tenant)
class TenantCreditsResolver {
  @Allow('credits:read')
  @FieldResolver(() => CreditAccountPage, { description: 'What its applications may spend, by application.' })
  creditAccounts(
    @Root() { id: tenantId }: Tenant,
    @Args(() => PageArgs) { first, after }: PageArgs,
    @Ctx() ctx: Context,
    @Arg('application', () => String, { nullable: true, description: 'Only accounts of this application.' })
    application?: string,
  ): Promise<CreditAccountPage> {
    checkTenant(ctx, tenantId);
    const where = { tenantId, ...(application ? { application } : {}) };
    return page(ctx, CreditAccount, where, { first, after }, { application: 'asc', entity: 'asc', id: 'asc' });
  }

  @Allow('credits:read')
  @FieldResolver(() => CreditEntryPage, { description: 'What was allocated and consumed, newest first.' })
  creditEntries(
    @Root() { id }: Tenant,
    @Args(() => PageArgs) { first, after }: PageArgs,
    @Ctx() ctx: Context,
    @Arg('application', () => String, { nullable: true, description: 'Only accounts of this application.' })
    application?: string,
    @Arg('accountId', () => ID, { nullable: true, description: 'Only this account.' }) accountId?: string,
  ): Promise<CreditEntryPage> {
    return entriesOf(ctx, id, { application, accountId }, { first, after });
  }

  @Allow('credits:read')
  @FieldResolver(() => CreditLedgerExport, { description: 'The same as a table, page by page.' })
  async creditEntriesExport(
    @Root() { id }: Tenant,
    @Arg('first', () => Int, { defaultValue: 200, description: 'At most 200.' }) first: number,
    @Ctx() ctx: Context,
    @Arg('after', () => String, { nullable: true }) after?: string,
    @Arg('application', () => String, { nullable: true, description: 'Only accounts of this application.' })
    application?: string,
    @Arg('accountId', () => ID, { nullable: true, description: 'Only this account.' }) accountId?: string,
  ): Promise<CreditLedgerExport> {
    const { edges, pageInfo } = await entriesOf(ctx, id, { application, accountId }, { first, after });
    const { hasNextPage, endCursor } = pageInfo;
    return { csv: await csvOfEntries(edges.map(({ node }) => node)), hasNextPage, endCursor };
  }
}

function entriesOf(
  ctx: Context,
  tenantId: string,
  { application, accountId }: { application?: string; accountId?: string },
  { first, after }: PageArgs,
): Promise<CreditEntryPage> {
  checkTenant(ctx, tenantId);
  const account = { ...(application ? { application } : {}), ...(accountId ? { id: oneOf([accountId]) } : {}) };
  const where = { tenantId, ...(application || accountId ? { account } : {}) };
  return page(ctx, CreditEntry, where, { first, after }, { id: 'desc' });
}

export const creditPart = part(CreditAccount, CreditEntry, CreditResolver, TenantCreditsResolver);
