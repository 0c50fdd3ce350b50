import { z } from 'zod';
import { eventType } from '../event-type.ts';
import type { Promises } from '../promises.ts';

/** Whom a tenant deals with, what was agreed and what is to be done; and what the platform's staff keep about the tenant. */
export const promises = {
  port: 4107,
  permissions: {
    'crm:read': ['MANAGER', 'MARKETER', 'SUPPORT', 'AUDITOR'],
    'crm:write': ['MANAGER', 'MARKETER'],
  },
  applications: {
    crm: 'Customer management: contacts, partners and what was agreed with them.',
    affiliate: 'Partner management: affiliate accounts, commissions and referrals.',
  },
  history: {
    Contact: 'crm:read',
    Partner: 'crm:read',
    Activity: 'crm:read',
    Note: 'crm:read',
    Opportunity: 'crm:read',
    Pipeline: 'crm:read',
    Tag: 'crm:read',
  },
  notices: { 'activity.due': 'CRM', 'activity.overdue': 'CRM', 'activity.assigned': 'CRM', 'note.mentioned': 'CRM' },
} satisfies Promises;

export const accountUpdated = eventType({
  name: 'account.updated',
  description:
    "What the platform's staff keep about a tenant was changed: its stage or owner, its health, what is to be done.",
  source: 'crm',
  targets: [],
  payload: z.object({ accountId: z.uuid() }),
});

const entity = z.looseObject({ entityId: z.string() });

export const userCreated = eventType({
  name: 'user.created',
  description: 'A new user in the CRM, whom HR takes on.',
  source: 'crm',
  toldBy: 'PEOPLE',
  targets: ['hr'],
  payload: entity.extend({ email: z.email(), department: z.string().optional() }),
});

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

const contact = z.object({ contactId: z.uuid() });

export const contactCreated = eventType({
  name: 'contact.created',
  description: 'A contact was created, or restored.',
  source: 'crm',
  targets: [],
  payload: contact,
});

export const contactUpdated = eventType({
  name: 'contact.updated',
  description: 'A contact was changed.',
  source: 'crm',
  targets: [],
  payload: contact,
});

export const contactRemoved = eventType({
  name: 'contact.removed',
  description: 'A contact was removed; it can be restored.',
  source: 'crm',
  targets: [],
  payload: contact,
});

export const contactsImported = eventType({
  name: 'contact.imported',
  description:
    'Many contacts were imported, or an import was undone: one event for each batch, which names the last of them.',
  source: 'crm',
  targets: [],
  payload: contact.extend({ importId: z.uuid(), count: z.int().positive() }),
});

const note = z.object({ noteId: z.uuid() });

export const noteCreated = eventType({
  name: 'note.created',
  description: 'A note was written, or restored.',
  source: 'crm',
  targets: [],
  payload: note,
});

export const noteUpdated = eventType({
  name: 'note.updated',
  description: 'A note was changed.',
  source: 'crm',
  targets: [],
  payload: note,
});

export const noteRemoved = eventType({
  name: 'note.removed',
  description: 'A note was removed; it can be restored.',
  source: 'crm',
  targets: [],
  payload: note,
});

export const timelineUpdated = eventType({
  name: 'timeline.updated',
  description: 'Something was added to the timeline of a subject.',
  source: 'crm',
  targets: [],
  payload: z.object({ entryId: z.uuid() }),
});

export const importUpdated = eventType({
  name: 'import.updated',
  description: 'An import of contacts went on: it was planned, a batch of it was written or undone, or it has ended.',
  source: 'crm',
  targets: [],
  payload: z.object({ importId: z.uuid() }),
});

const activity = z.object({ activityId: z.uuid() });

export const activityCreated = eventType({
  name: 'activity.created',
  description: 'An activity was created, or restored.',
  source: 'crm',
  targets: [],
  payload: activity,
});

export const activityUpdated = eventType({
  name: 'activity.updated',
  description: 'An activity was changed.',
  source: 'crm',
  targets: [],
  payload: activity,
});

export const activityCompleted = eventType({
  name: 'activity.completed',
  description: 'An activity was completed.',
  source: 'crm',
  targets: [],
  payload: activity,
});

export const activityReopened = eventType({
  name: 'activity.reopened',
  description: 'A completed activity was reopened.',
  source: 'crm',
  targets: [],
  payload: activity,
});

export const activityRemoved = eventType({
  name: 'activity.removed',
  description: 'An activity was removed; it can be restored.',
  source: 'crm',
  targets: [],
  payload: activity,
});

const pipeline = z.object({ pipelineId: z.uuid() });

export const pipelineCreated = eventType({
  name: 'pipeline.created',
  description: 'A pipeline was created, or restored.',
  source: 'crm',
  targets: [],
  payload: pipeline,
});

export const pipelineUpdated = eventType({
  name: 'pipeline.updated',
  description: 'A pipeline or its stages were changed.',
  source: 'crm',
  targets: [],
  payload: pipeline,
});

export const pipelineRemoved = eventType({
  name: 'pipeline.removed',
  description: 'A pipeline was removed; it can be restored.',
  source: 'crm',
  targets: [],
  payload: pipeline,
});

const opportunity = z.object({ opportunityId: z.uuid() });

export const opportunityCreated = eventType({
  name: 'opportunity.created',
  description: 'An opportunity was created, or restored.',
  source: 'crm',
  targets: [],
  payload: opportunity,
});

export const opportunityUpdated = eventType({
  name: 'opportunity.updated',
  description: 'An opportunity was changed.',
  source: 'crm',
  targets: [],
  payload: opportunity,
});

export const opportunityMoved = eventType({
  name: 'opportunity.moved',
  description: 'An opportunity came to another stage, or to another place in its stage.',
  source: 'crm',
  targets: [],
  payload: opportunity,
});

export const opportunityRemoved = eventType({
  name: 'opportunity.removed',
  description: 'An opportunity was removed; it can be restored.',
  source: 'crm',
  targets: [],
  payload: opportunity,
});

const tag = z.object({ tagId: z.uuid() });

export const tagCreated = eventType({
  name: 'tag.created',
  description: 'A tag was used for the first time, or restored.',
  source: 'crm',
  targets: [],
  payload: tag,
});

export const tagUpdated = eventType({
  name: 'tag.updated',
  description: 'A tag was changed, and with it all that carries it.',
  source: 'crm',
  targets: [],
  payload: tag,
});

export const tagRemoved = eventType({
  name: 'tag.removed',
  description: 'A tag was removed from all that carried it, or became part of another one.',
  source: 'crm',
  targets: [],
  payload: tag,
});

const view = z.object({
  viewId: z.uuid(),
  /** Whose own it is, if it is not shared. */
  personId: z.string().optional(),
});

export const viewCreated = eventType({
  name: 'view.created',
  description: 'A view of a list was saved, or restored.',
  source: 'crm',
  targets: [],
  payload: view,
});

export const viewUpdated = eventType({
  name: 'view.updated',
  description: 'A saved view was changed.',
  source: 'crm',
  targets: [],
  payload: view,
});

export const viewRemoved = eventType({
  name: 'view.removed',
  description: 'A saved view was removed, or is shared no longer.',
  source: 'crm',
  targets: [],
  payload: view,
});
