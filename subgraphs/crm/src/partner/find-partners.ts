import { LockMode } from '@mikro-orm/core';
import type { Context } from '@mycelium/kit/context';
import { find, oneOf } from '@mycelium/kit/crud';
import { NotFound } from '@mycelium/kit/errors';
import { type PageArgs, page } from '@mycelium/kit/page';
import { Field, ID, InputType } from 'type-graphql';
import { validate as isUuid } from 'uuid';
import { Partner, type PartnerPage, PartnerStatus } from './partner.ts';

@InputType({ description: 'Which partners; what is left out does not matter.' })
export class PartnerFilter {
  @Field(() => PartnerStatus, { nullable: true })
  status?: PartnerStatus | null;

  @Field(() => ID, { nullable: true, description: 'Those that this contact is.' })
  contactId?: string | null;
}

/** The partner, unless they were removed. */
export async function findPartner(ctx: Context, id: string): Promise<Partner | undefined> {
  const partner = await find(ctx, Partner, id);
  return partner?.removedAt ? undefined : partner;
}

/** The same, held until the transaction is over; throws NotFound when there is none or it was removed. */
export async function lockPartner(ctx: Context, id: string): Promise<Partner> {
  const partner = await lockRemoved(ctx, id);
  if (partner.removedAt) throw new NotFound('Partner', id);
  return partner;
}

/** The partner, whether it was removed or not, held until the transaction is over; throws NotFound when there is none. */
export async function lockRemoved(ctx: Context, id: string): Promise<Partner> {
  const lockMode = LockMode.PESSIMISTIC_WRITE;
  const partner = isUuid(id) && (await ctx.em.findOne(Partner, { id }, { lockMode, refresh: true }));
  if (!partner) throw new NotFound('Partner', id);
  return partner;
}

/** A page of a tenant's partners, those who were registered last first. */
export function pageOfPartners(
  ctx: Context,
  tenantId: string,
  { status, contactId }: PartnerFilter,
  range: PageArgs,
): Promise<PartnerPage> {
  const where = {
    ...{ tenantId, removedAt: null },
    ...(status && { status }),
    ...(contactId && { contact: oneOf([contactId]) }),
  };
  return page(ctx, Partner, where, range, { registeredAt: 'desc', id: 'desc' });
}
