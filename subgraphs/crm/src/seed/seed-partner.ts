import { ref } from '@mikro-orm/core';
import type { DemoPartner } from '@mycelium/database/seed-crm';
import { create } from '@mycelium/kit/crud';
import { AffiliateAccountRow } from '../affiliate/affiliate-account.ts';
import { Contact } from '../contact/contact.ts';
import { letPartnersBeFound } from '../partner/let-partners-be-found.ts';
import { Partner, PartnerStatus } from '../partner/partner.ts';
import { PayoutKind, PayoutRow } from '../partner/payout.ts';
import { Side } from '../side/side.ts';
import { Subject, SubjectKind } from '../subject/subject.ts';
import { EntryKind } from '../timeline/timeline-entry.ts';
import { actorOf, type Making, madeAt, momentOf, subjectOf, writeEntry } from './making.ts';

const RATED_AFTER_MS = 90_000;

/** A partner with their account at affiliate, their rate, and what they were paid. */
export async function seedPartner(
  making: Making,
  { contact: key, since, ratePercent, payouts }: DemoPartner,
): Promise<void> {
  const { ctx } = making;
  const at = momentOf(making, since);
  const contact = ctx.em.getReference(Contact, subjectOf(making, key).id);
  const made = madeAt(at);
  const account = create(ctx, AffiliateAccountRow, { ...madeAt(at), partnerId: made.id, name: contact.name });
  const partner = create(ctx, Partner, {
    ...{ ...made, side: Side.TENANT, contact: ref(contact), status: PartnerStatus.ACTIVE },
    ...{ rate: ratePercent.toFixed(6), ratedAt: at, affiliateAccountId: account.id, registeredAt: at },
    idempotencyKey: `demo ${key}`,
  });
  const subject = Object.assign(new Subject(), { kind: SubjectKind.PARTNER, id: partner.id });
  const { name } = contact;
  const entry = { subject, actor: actorOf(making, undefined), relatedId: contact.id };
  writeEntry(making, { ...entry, at, kind: EntryKind.PARTNER_REGISTERED, facts: { name } });
  const rated = { kind: EntryKind.COMMISSION_UPDATED, facts: { name, ratePercent } };
  writeEntry(making, { ...entry, ...rated, at: new Date(at.getTime() + RATED_AFTER_MS), from: 'affiliate' });
  for (const [place, payout] of payouts.entries()) {
    const { kind, amount, currency } = payout;
    const paidAt = momentOf(making, payout.at);
    const paid = kind === 'REFERRAL' ? EntryKind.REFERRAL_COMPLETED : EntryKind.COMMISSION_PROCESSED;
    const eventId = writeEntry(making, { ...entry, at: paidAt, kind: paid, facts: { name, amount, currency } });
    create(ctx, PayoutRow, {
      ...{ ...madeAt(paidAt), partner: ref(partner), kind: PayoutKind[kind] },
      ...{ amount: { amount, currency }, idempotencyKey: `demo ${key} ${place}`, eventId },
    });
  }
  await ctx.em.flush();
  await letPartnersBeFound(ctx, contact.id);
}
