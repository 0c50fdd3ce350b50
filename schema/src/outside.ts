import { z } from 'zod';
import { eventType } from './event-type.ts';

/** The applications of the business suite that are programs outside: no subgraph answers for them. */
export const applications = {
  crm: 'Customer management: contacts, partners and what was agreed with them.',
  hr: 'Human resources: employees, their benefits and their tasks.',
  affiliate: 'Partner management: affiliate accounts, commissions and referrals.',
} as const;

const entity = z.looseObject({ entityId: z.string() });

export const userCreated = eventType({
  name: 'user.created',
  description: 'A new user in the CRM, whom HR takes on.',
  source: 'crm',
  toldBy: 'PEOPLE',
  targets: ['hr'],
  payload: entity.extend({ email: z.email(), department: z.string().optional() }),
});

export const employeeUpdated = eventType({
  name: 'employee.updated',
  description: 'The record of an employee was changed.',
  source: 'hr',
  toldBy: 'PEOPLE',
  targets: ['crm'],
  payload: entity,
});

export const benefitsUpdated = eventType({
  name: 'benefits.updated',
  description: "An employee's benefits have changed.",
  source: 'hr',
  toldBy: 'PEOPLE',
  targets: ['crm'],
  payload: entity,
});

export const partnerRegistered = eventType({
  name: 'partner.registered',
  description: 'A new partner in the CRM, who gets an affiliate account.',
  source: 'crm',
  toldBy: 'PEOPLE',
  targets: ['affiliate'],
  payload: entity.extend({ name: z.string() }),
});

export const commissionUpdated = eventType({
  name: 'commission.updated',
  description: "A partner's commission has another rate.",
  source: 'affiliate',
  toldBy: 'PEOPLE',
  targets: ['crm'],
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
