import { Allow } from '@mycelium/kit/allow';
import type { Context } from '@mycelium/kit/context';
import { type EventOf, Follow } from '@mycelium/kit/follow';
import { Money, MoneyInput } from '@mycelium/kit/money';
import { PageArgs, page } from '@mycelium/kit/page';
import { part } from '@mycelium/kit/part';
import { partnerCreated, partnerRemoved, partnerUpdated } from '@mycelium/schema/subgraphs/crm/partners';
import { Arg, Args, Ctx, Directive, FieldResolver, Float, ID, Mutation, Query, Resolver, Root } from 'type-graphql';
import { AffiliateAccountRow } from '../affiliate/affiliate-account.ts';
import { Contact } from '../contact/contact.ts';
import { Tenant } from '../references.ts';
import { findPartner, PartnerFilter, pageOfPartners } from './find-partners.ts';
import { accountOf, paidOutOf, partnerOf } from './of-partners.ts';
import { Partner, PartnerPage } from './partner.ts';
import { PartnerChange, PartnerChangeKind } from './partner-change.ts';
import { RegisterPartnerInput, UpdatePartnerInput } from './partner-input.ts';
import { payPartner, setCommission } from './pay-partner.ts';
import { PayoutKind, PayoutPage, PayoutRow } from './payout.ts';
import { RateOrder } from './rate-order.ts';
import { registerPartner, removePartner, restorePartner, updatePartner } from './write-partner.ts';

const kinds: ReadonlyMap<string, PartnerChangeKind> = new Map([
  [partnerCreated.name, PartnerChangeKind.CREATED],
  [partnerUpdated.name, PartnerChangeKind.UPDATED],
  [partnerRemoved.name, PartnerChangeKind.REMOVED],
]);
const KEY = { description: 'Yours, for this call: the same key again does nothing more, and answers the same.' };

@Resolver(() => Partner)
class PartnerResolver {
  @Allow('crm:read')
  @Query(() => Partner, { nullable: true, description: 'One partner; null if there is none with this id.' })
  partner(@Arg('id', () => ID) id: string, @Ctx() ctx: Context): Promise<Partner | undefined> {
    return findPartner(ctx, id);
  }

  @Allow('crm:write')
  @Mutation(() => Partner, { description: 'Makes a contact a partner; affiliate opens an account for them.' })
  registerPartner(
    @Arg('input', () => RegisterPartnerInput) input: RegisterPartnerInput,
    @Ctx() ctx: Context,
  ): Promise<Partner> {
    return registerPartner(ctx, input);
  }

  @Allow('crm:write')
  @Mutation(() => Partner, { description: 'Changes a partner.' })
  updatePartner(
    @Arg('id', () => ID) id: string,
    @Arg('input', () => UpdatePartnerInput) input: UpdatePartnerInput,
    @Ctx() ctx: Context,
  ): Promise<Partner> {
    return updatePartner(ctx, id, input);
  }

  @Allow('crm:write')
  @Mutation(() => ID, { description: 'Removes a partner, whose payouts stay; it can be restored.' })
  removePartner(@Arg('id', () => ID) id: string, @Ctx() ctx: Context): Promise<string> {
    return removePartner(ctx, id);
  }

  @Allow('crm:write')
  @Mutation(() => Partner, { description: 'Restores a removed partner.' })
  restorePartner(@Arg('id', () => ID) id: string, @Ctx() ctx: Context): Promise<Partner> {
    return restorePartner(ctx, id);
  }

  @Allow('crm:write')
  @Mutation(() => Partner, {
    description: "Sets a partner's commission; it is on the partner as soon as the CRM has heard of it from affiliate.",
  })
  setCommission(
    @Arg('partnerId', () => ID) partnerId: string,
    @Arg('ratePercent', () => Float, { description: 'From 0 to 100, with at most 4 decimals.' }) ratePercent: number,
    @Arg('idempotencyKey', () => String, KEY) idempotencyKey: string,
    @Ctx() ctx: Context,
  ): Promise<Partner> {
    return setCommission(ctx, partnerId, { ratePercent, idempotencyKey });
  }

  @Allow('crm:write')
  @Mutation(() => PayoutRow, { description: 'A referral of a partner was paid out.' })
  completeReferral(
    @Arg('partnerId', () => ID) partnerId: string,
    @Arg('amount', () => MoneyInput, { description: 'More than nothing.' }) amount: MoneyInput,
    @Arg('idempotencyKey', () => String, KEY) idempotencyKey: string,
    @Ctx() ctx: Context,
  ): Promise<PayoutRow> {
    return payPartner(ctx, partnerId, PayoutKind.REFERRAL, { amount, idempotencyKey });
  }

  @Allow('crm:write')
  @Mutation(() => PayoutRow, { description: 'A commission of a partner was calculated, and is to be booked.' })
  processCommission(
    @Arg('partnerId', () => ID) partnerId: string,
    @Arg('amount', () => MoneyInput, { description: 'More than nothing.' }) amount: MoneyInput,
    @Arg('idempotencyKey', () => String, KEY) idempotencyKey: string,
    @Ctx() ctx: Context,
  ): Promise<PayoutRow> {
    return payPartner(ctx, partnerId, PayoutKind.COMMISSION, { amount, idempotencyKey });
  }

  @Follow(
    () => PartnerChange,
    [partnerCreated, partnerUpdated, partnerRemoved],
    'crm:read',
    "Each change of the tenant's partners, as it happens; with `after`, starting with those since then.",
  )
  async partnerChanged({ type, payload: { partnerId } }: EventOf<typeof partnerUpdated>, ctx: Context) {
    const kind = kinds.get(type) ?? PartnerChangeKind.UPDATED;
    return { kind, partnerId, partner: await findPartner(ctx, partnerId) };
  }

  @FieldResolver(() => Contact, { description: 'Who it is.' })
  contact(@Root() { contact }: Partner): Promise<Contact> {
    return contact.loadOrFail();
  }

  @FieldResolver(() => Float, { nullable: true, description: 'Their commission in percent; null until it is set.' })
  ratePercent(@Root() { rate }: Partner): number | undefined {
    return rate == null ? undefined : Number(rate);
  }

  @FieldResolver(() => AffiliateAccountRow, {
    nullable: true,
    description: "Their account; null until it is open, and where a program of the tenant's keeps it.",
  })
  affiliateAccount(@Root() partner: Partner, @Ctx() ctx: Context): Promise<AffiliateAccountRow | undefined> {
    return accountOf(ctx, partner);
  }

  @Directive('@listSize(assumedSize: 1)')
  @FieldResolver(() => [Money], { description: 'What they were paid in all, one sum for each currency.' })
  paidOut(@Root() partner: Partner, @Ctx() ctx: Context): Promise<Money[]> {
    return paidOutOf(ctx, partner);
  }

  @FieldResolver(() => PayoutPage, { description: 'What they were paid, the newest first.' })
  payouts(@Root() partner: Partner, @Ctx() ctx: Context, @Args(() => PageArgs) range: PageArgs): Promise<PayoutPage> {
    return page(ctx, PayoutRow, { partner }, range, { createdAt: 'desc', id: 'desc' });
  }

  @FieldResolver(() => Tenant)
  tenant(@Root() { tenantId }: Partner): Tenant {
    return { id: tenantId };
  }
}

@Resolver(() => PayoutRow)
class PayoutResolver {
  @FieldResolver(() => Partner, { description: 'Who was paid.' })
  partner(@Root() { partner }: PayoutRow): Promise<Partner> {
    return partner.loadOrFail();
  }
}

@Resolver(() => Tenant)
class TenantPartnersResolver {
  @Allow('crm:read')
  @FieldResolver(() => PartnerPage, { description: 'Its partners, those who were registered last first.' })
  partners(
    @Root() tenant: Tenant,
    @Ctx() ctx: Context,
    @Args(() => PageArgs) { first, after }: PageArgs,
    @Arg('filter', () => PartnerFilter, { nullable: true }) filter?: PartnerFilter,
  ): Promise<PartnerPage> {
    return pageOfPartners(ctx, tenant.id, filter ?? {}, { first, after });
  }
}

@Resolver(() => Contact)
class ContactPartnerResolver {
  @Allow('crm:read')
  @FieldResolver(() => Partner, { nullable: true, description: 'The partner that they are, if they are one.' })
  partner(@Root() { id }: Contact, @Ctx() ctx: Context): Promise<Partner | undefined> {
    return partnerOf(ctx, id);
  }
}

export const partnerPart = part(
  Partner,
  PayoutRow,
  RateOrder,
  AffiliateAccountRow,
  ...[PartnerResolver, PayoutResolver, TenantPartnersResolver, ContactPartnerResolver],
);
