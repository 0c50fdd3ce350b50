import { z } from 'zod';
import { type EventType, eventType } from './events.ts';
import { momentSchema } from './moment.ts';

const creditPayload = z.object({
  application: z.string(),
  /** Of an account within the application, when it is not the application's own. */
  entityId: z.string().optional(),
  amount: z.int().positive(),
  balance: z.int().nonnegative(),
  purpose: z.string().optional(),
});

/** Credits are between the hub and the application concerned, and told by the ledger alone; balances of one account are told in their order. */
const credits = {
  source: 'wrapper',
  targets: ['crm', 'hr', 'affiliate', 'system'],
  addressee: ({ application }) => application,
  orderingKey: ({ application, entityId = '' }) => `credits:${application}:${entityId}`,
  payload: creditPayload,
} satisfies Partial<EventType<z.infer<typeof creditPayload>>>;

export const creditAllocated = eventType({
  name: 'credit.allocated',
  description: 'Credits were allocated to an application.',
  ...credits,
});

export const creditConsumed = eventType({
  name: 'credit.consumed',
  description: 'An application has consumed credits.',
  ...credits,
});

const entity = z.looseObject({ entityId: z.string() });

eventType({
  name: 'user.created',
  description: 'A new user in the CRM, whom HR is to take on.',
  source: 'crm',
  toldBy: 'PEOPLE',
  targets: ['hr'],
  payload: entity.extend({ email: z.email(), department: z.string().optional() }),
});

eventType({
  name: 'employee.updated',
  description: 'The record of an employee was changed.',
  source: 'hr',
  toldBy: 'PEOPLE',
  targets: ['crm'],
  payload: entity,
});

eventType({
  name: 'benefits.updated',
  description: "An employee's benefits have changed.",
  source: 'hr',
  toldBy: 'PEOPLE',
  targets: ['crm'],
  payload: entity,
});

eventType({
  name: 'partner.registered',
  description: 'A new partner in the CRM, who gets an affiliate account.',
  source: 'crm',
  toldBy: 'PEOPLE',
  targets: ['affiliate'],
  payload: entity.extend({ name: z.string() }),
});

eventType({
  name: 'commission.updated',
  description: "A partner's commission has another rate.",
  source: 'affiliate',
  toldBy: 'PEOPLE',
  targets: ['crm'],
  payload: entity.extend({ ratePercent: z.number().min(0).max(100) }),
});

export const commissionProcessed = eventType({
  name: 'commission.processed',
  description: 'A commission was worked out and is to be booked.',
  source: 'affiliate',
  // The first word about an entity is booked, so it is that of the program which made the payment.
  toldBy: 'PROGRAMS',
  targets: ['system'],
  payload: entity,
});

export const referralCompleted = eventType({
  name: 'referral.completed',
  description: 'The payout of a referral was made and is to be logged, once.',
  source: 'affiliate',
  // The first word about an entity is booked, so it is that of the program which made the payment.
  toldBy: 'PROGRAMS',
  targets: ['system'],
  payload: entity.extend({ payout: z.object({ amount: z.int().positive(), currency: z.string().length(3) }) }),
});

export const securityAlert = eventType({
  name: 'security.alert',
  description: 'A security incident that HR must know of.',
  source: 'system',
  toldBy: 'PEOPLE',
  targets: ['hr'],
  payload: z.looseObject({ title: z.string(), severity: z.enum(['LOW', 'MEDIUM', 'HIGH', 'CRITICAL']) }),
});

eventType({
  name: 'config.updated',
  description: 'The configuration of the system was changed; every application is told.',
  source: 'system',
  toldBy: 'PEOPLE',
  targets: 'all',
  payload: z.looseObject({ key: z.string() }),
});

export const maintenanceScheduled = eventType({
  name: 'maintenance.scheduled',
  description: 'A maintenance window, for which every application prepares.',
  source: 'system',
  toldBy: 'PEOPLE',
  targets: 'all',
  payload: z
    .looseObject({ title: z.string(), startsAt: momentSchema, endsAt: momentSchema })
    .refine(({ startsAt, endsAt }) => new Date(startsAt) < new Date(endsAt), {
      error: 'It ends before it begins',
      path: ['endsAt'],
      params: { reason: 'ENDS_BEFORE_IT_BEGINS' },
    }),
});
