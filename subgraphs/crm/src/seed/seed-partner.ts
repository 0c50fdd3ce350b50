import { ref } from '@mikro-orm/core';
import type { DemoPartner } from '@mycelium/database/seed-crm';
import { create } from '@mycelium/kit/crud';
import { v7 as uuidv7 } from 'uuid';
import { AffiliateAccountRow } from '../affiliate/affiliate-account.ts';
import { Contact } from '../contact/contact.ts';
import { Partner, PartnerStatus } from '../partner/partner.ts';
import { PayoutKind, PayoutRow } from '../partner/payout.ts';
import { Side } from '../side/side.ts';
import { Subject, SubjectKind } from '../subject/subject.ts';
import { EntryKind } from '../timeline/timeline-entry.ts';
import { actorOf, type Making, madeAt, momentOf, subjectOf, writeEntry } from './making.ts';

/** A partner with their account at affiliate, their rate, and what they were paid. */
export function seedPartner(making: Making, { contact: key, since, ratePercent, payouts }: DemoPartner): void {
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
  const actor = actorOf(making, undefined);
  const kind = EntryKind.COMMISSION_UPDATED;
  writeEntry(making, { at, subject, actor, kind, facts: { ratePercent }, from: 'affiliate' });
  for (const [place, payout] of payouts.entries()) {
    const { amount, currency } = payout;
    create(ctx, PayoutRow, {
      ...{ ...madeAt(momentOf(making, payout.at)), partner: ref(partner), kind: PayoutKind[payout.kind] },
      ...{ amount: { amount, currency }, idempotencyKey: `demo ${key} ${place}`, eventId: uuidv7() },
    });
  }
}
