import { type FilterQuery, LockMode, type OrderDefinition } from '@mikro-orm/core';
import type { Context } from '@mycelium/kit/context';
import { find, oneOf } from '@mycelium/kit/crud';
import { NotFound } from '@mycelium/kit/errors';
import { parseInput } from '@mycelium/kit/input';
import { type PageArgs, page } from '@mycelium/kit/page';
import { Field, ID, InputType, registerEnumType } from 'type-graphql';
import { daySchema } from '../activity/activity-input.ts';
import { Side } from '../side/side.ts';
import { carries } from '../tag/find-tags.ts';
import { Opportunity, type OpportunityPage } from './opportunity.ts';

@InputType({ description: 'Which opportunities; what is left out does not matter.' })
export class OpportunityFilter {
  @Field(() => Side, { nullable: true, description: 'Of which book.' })
  side?: Side | null;

  @Field(() => ID, { nullable: true, description: 'Of this pipeline.' })
  pipeline?: string | null;

  @Field(() => ID, { nullable: true, description: 'In this stage.' })
  stage?: string | null;

  @Field(() => ID, { nullable: true, description: 'Who looks after them, by user id.' })
  owner?: string | null;

  @Field(() => String, { nullable: true, description: 'Those that carry this tag, as it is written.' })
  tag?: string | null;

  @Field(() => ID, { nullable: true, description: 'Those with this contact.' })
  contact?: string | null;

  @Field(() => Boolean, { nullable: true, description: 'Only open ones, or only those that were won or lost.' })
  open?: boolean | null;

  @Field(() => String, { nullable: true, description: 'Expected on this day or later, for example 2026-12-01.' })
  expectedFrom?: string | null;

  @Field(() => String, { nullable: true, description: 'Expected before this day.' })
  expectedBefore?: string | null;
}

export enum OpportunitySort {
  BOARD = 'BOARD',
  EXPECTED_CLOSE = 'EXPECTED_CLOSE',
  AMOUNT = 'AMOUNT',
  NEWEST = 'NEWEST',
  CLOSED = 'CLOSED',
}
registerEnumType(OpportunitySort, {
  name: 'OpportunitySort',
  valuesConfig: {
    BOARD: { description: 'As they stand in their stage, for those of one stage.' },
    EXPECTED_CLOSE: { description: 'The earliest first; what is not expected comes last.' },
    AMOUNT: { description: 'The largest first, whatever its currency; what has no amount comes last.' },
    NEWEST: { description: 'Those that were created last first.' },
    CLOSED: { description: 'Only those that were won or lost, the latest first.' },
  },
});

const orders: Record<OpportunitySort, OrderDefinition<Opportunity>> = {
  BOARD: { rank: 'asc', id: 'asc' },
  EXPECTED_CLOSE: { closeOrder: 'asc', id: 'asc' },
  AMOUNT: { amountOrder: 'desc', id: 'desc' },
  NEWEST: { id: 'desc' },
  CLOSED: { closedAt: 'desc', id: 'desc' },
};

/** The opportunity, unless it was removed. */
export async function findOpportunity(ctx: Context, id: string): Promise<Opportunity | undefined> {
  const opportunity = await find(ctx, Opportunity, id);
  return opportunity?.removedAt ? undefined : opportunity;
}

/** The same; throws NotFound when there is none or it was removed. */
export async function readOpportunity(ctx: Context, id: string): Promise<Opportunity> {
  const opportunity = await findOpportunity(ctx, id);
  if (!opportunity) throw new NotFound('Opportunity', id);
  return opportunity;
}

/** The opportunity, whether it was removed or not, held until the transaction is over; throws NotFound when there is none. */
export async function lockRemovedOpportunity({ em }: Context, id: string): Promise<Opportunity> {
  const lockMode = LockMode.PESSIMISTIC_WRITE;
  const opportunity = await em.findOne(Opportunity, { id: oneOf([id]) }, { lockMode, refresh: true });
  if (!opportunity) throw new NotFound('Opportunity', id);
  return opportunity;
}

/** The same; throws NotFound for one that was removed, too. */
export async function lockOpportunity(ctx: Context, id: string): Promise<Opportunity> {
  const opportunity = await lockRemovedOpportunity(ctx, id);
  if (opportunity.removedAt) throw new NotFound('Opportunity', id);
  return opportunity;
}

/** A page of a tenant's opportunities. */
export async function pageOfOpportunities(
  ctx: Context,
  tenantId: string,
  { filter, sort }: { filter?: OpportunityFilter | null; sort?: OpportunitySort | null },
  range: PageArgs,
): Promise<OpportunityPage> {
  const tagged = filter?.tag && (await carries(ctx, tenantId, filter.tag));
  const where = {
    ...{ tenantId, removedAt: null, ...wanted(filter ?? {}), ...(tagged || {}) },
    ...(sort === OpportunitySort.CLOSED && { closedAt: { $ne: null } }),
  };
  return page(
    ctx,
    Opportunity,
    where as FilterQuery<Opportunity>,
    range,
    orders[sort ?? OpportunitySort.EXPECTED_CLOSE],
  );
}

function wanted(filter: OpportunityFilter): object {
  const { side, pipeline, stage, owner, contact, open } = filter;
  const from = parseInput(daySchema.nullish(), filter.expectedFrom, ['filter', 'expectedFrom']);
  const before = parseInput(daySchema.nullish(), filter.expectedBefore, ['filter', 'expectedBefore']);
  return {
    ...(side && { side }),
    ...(pipeline && { pipeline: oneOf([pipeline]) }),
    ...(stage && { stage: oneOf([stage]) }),
    ...(owner && { ownerId: oneOf([owner]) }),
    ...(contact && { links: { $some: { contact: oneOf([contact]) } } }),
    ...(open != null && { closedAt: open ? null : { $ne: null } }),
    ...((from || before) && { expectedClose: { ...(from && { $gte: from }), ...(before && { $lt: before }) } }),
  };
}
