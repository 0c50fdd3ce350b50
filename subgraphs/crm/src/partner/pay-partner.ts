import { ref } from '@mikro-orm/core';
import type { Context } from '@mycelium/kit/context';
import { create, unchanged } from '@mycelium/kit/crud';
import { parseInput } from '@mycelium/kit/input';
import type { Money, MoneyInput } from '@mycelium/kit/money';
import {
  commissionProcessed,
  commissionUpdated,
  partnerUpdated,
  referralCompleted,
} from '@mycelium/schema/subgraphs/crm/partners';
import { v7 as uuidv7 } from 'uuid';
import { feedOf } from '../side/side.ts';
import { EntryKind } from '../timeline/timeline-entry.ts';
import { lockPartner } from './find-partners.ts';
import type { Partner } from './partner.ts';
import { payoutSchema, rateSchema } from './partner-input.ts';
import { PayoutKind, PayoutRow } from './payout.ts';
import { RateOrder } from './rate-order.ts';
import { tellOf } from './tell-of-partner.ts';
import { keyUsed } from './write-partner.ts';

/** Affiliate says the rate, once per key; it stands on the partner when the CRM has heard. */
export async function setCommission(
  ctx: Context,
  partnerId: string,
  given: { ratePercent: number; idempotencyKey: string },
): Promise<Partner> {
  const { ratePercent, idempotencyKey } = parseInput(rateSchema, given, []);
  const partner = await lockPartner(ctx, partnerId);
  const known = await ctx.em.findOne(RateOrder, { idempotencyKey });
  if (known && (known.partnerId !== partnerId || Number(known.rate) !== ratePercent)) throw keyUsed();
  if (known) return unchanged(ctx, partner);
  create(ctx, RateOrder, { partnerId, rate: String(ratePercent), idempotencyKey });
  await ctx.em.flush();
  ctx.publish(commissionUpdated, { entityId: partnerId, ratePercent });
  return partner;
}

/** An entry in the ledger, with the event that says so, once per key. */
export async function payPartner(
  ctx: Context,
  partnerId: string,
  kind: PayoutKind,
  given: { amount: MoneyInput; idempotencyKey: string },
): Promise<PayoutRow> {
  const { amount, idempotencyKey } = parseInput(payoutSchema, given, []);
  const partner = await lockPartner(ctx, partnerId);
  const known = await ctx.em.findOne(PayoutRow, { idempotencyKey });
  if (known && !(known.kind === kind && known.partner.id === partnerId && isSame(known.amount, amount)))
    throw keyUsed();
  if (known) return unchanged(ctx, known);
  const id = uuidv7();
  const told = { entityId: id, partnerId, payout: amount };
  const eventId = ctx.publish(kind === PayoutKind.REFERRAL ? referralCompleted : commissionProcessed, told);
  const entry = create(ctx, PayoutRow, { id, partner: ref(partner), kind, amount, idempotencyKey, eventId });
  await ctx.em.flush();
  const paid = kind === PayoutKind.REFERRAL ? EntryKind.REFERRAL_COMPLETED : EntryKind.COMMISSION_PROCESSED;
  await tellOf(ctx, partner, paid, eventId, { amount: amount.amount, currency: amount.currency });
  // Whoever looks at the partner sees the new sum.
  ctx.publish(partnerUpdated, { partnerId }, feedOf(partner));
  return entry;
}

function isSame(one: Money, other: Money): boolean {
  return one.amount === other.amount && one.currency === other.currency;
}
