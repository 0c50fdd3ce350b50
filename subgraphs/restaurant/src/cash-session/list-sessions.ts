import type { FilterQuery } from '@mikro-orm/core';
import type { Context } from '@mycelium/kit/context';
import { oneOf } from '@mycelium/kit/crud';
import { parseInput } from '@mycelium/kit/input';
import { type PageArgs, page } from '@mycelium/kit/page';
import { Field, ID, InputType } from 'type-graphql';
import { z } from 'zod';
import type { Location } from '../location/location.ts';
import { CashSession, type CashSessionPage } from './cash-session.ts';

@InputType({ description: 'Which cash sessions; what is left out restricts nothing.' })
export class CashSessionFilter {
  @Field(() => ID, { nullable: true, description: 'Of this drawer.' })
  drawerId?: string | null;

  @Field(() => String, { nullable: true, description: 'Opened on this business day or later, for example 2026-12-24.' })
  from?: string | null;

  @Field(() => String, { nullable: true, description: 'Opened on this business day or before.' })
  to?: string | null;

  @Field(() => Boolean, { nullable: true, description: 'true: what is open; false: what was closed.' })
  open?: boolean | null;
}

const day = z.iso.date('A day is YYYY-MM-DD').nullish();
const filterSchema = z.object({ from: day, to: day });

/** A page of a location's sessions, the latest first. */
export function pageOfSessions(
  ctx: Context,
  { id }: Location,
  filter: CashSessionFilter = {},
  range: PageArgs,
): Promise<CashSessionPage> {
  const { from, to } = parseInput(filterSchema, { from: filter.from, to: filter.to }, ['filter']);
  const { drawerId, open } = filter;
  const where = {
    locationId: id,
    ...(drawerId != null && { drawerId: oneOf([drawerId]) }),
    ...((from || to) && { businessDate: { ...(from && { $gte: from }), ...(to && { $lte: to }) } }),
    ...(open != null && { closedAt: open ? null : { $ne: null } }),
  };
  return page(ctx, CashSession, where as FilterQuery<CashSession>, range, { id: 'desc' });
}
