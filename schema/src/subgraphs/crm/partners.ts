import { z } from 'zod';
import { eventType } from '../../event-type.ts';

const entity = z.looseObject({ entityId: z.string() });

export const partnerRegistered = eventType({
  name: 'partner.registered',
  description: 'A new partner in the CRM, who gets an affiliate account.',
  source: 'crm',
  toldBy: 'PEOPLE',
  targets: ['affiliate'],
  // Also when a key of affiliate registers the partner.
  addressee: () => 'affiliate',
  payload: entity.extend({ name: z.string() }),
});

export const commissionUpdated = eventType({
  name: 'commission.updated',
  description: "A partner's commission has another rate.",
  source: 'affiliate',
  toldBy: 'PEOPLE',
  targets: ['crm'],
  // Also when a key of the CRM sets it.
  addressee: () => 'crm',
  payload: entity.extend({ ratePercent: z.number().min(0).max(100) }),
});

export const commissionProcessed = eventType({
  name: 'commission.processed',
  description: 'A commission was calculated and has to be booked.',
  source: 'affiliate',
  // The first word about an entity is booked, so it is that of the program which made the payment.
  toldBy: 'PROGRAMS',
  targets: ['system'],
  payload: entity,
});

export const referralCompleted = eventType({
  name: 'referral.completed',
  description: 'A referral was paid out, which has to be logged once.',
  source: 'affiliate',
  // The first word about an entity is booked, so it is that of the program which made the payment.
  toldBy: 'PROGRAMS',
  targets: ['system'],
  payload: entity.extend({ payout: z.object({ amount: z.int().positive(), currency: z.string().length(3) }) }),
});

const partner = z.object({ partnerId: z.uuid() });

export const partnerCreated = eventType({
  name: 'partner.created',
  description: 'A partner was registered, or restored.',
  source: 'crm',
  targets: [],
  payload: partner,
});

export const partnerUpdated = eventType({
  name: 'partner.updated',
  description: 'A partner was changed.',
  source: 'crm',
  targets: [],
  payload: partner,
});

export const partnerRemoved = eventType({
  name: 'partner.removed',
  description: 'A partner was removed; it can be restored.',
  source: 'crm',
  targets: [],
  payload: partner,
});
