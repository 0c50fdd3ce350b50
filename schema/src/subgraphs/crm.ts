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
  applications: {},
  history: { Contact: 'crm:read', Activity: 'crm:read' },
  notices: { 'activity.due': 'CRM', 'activity.overdue': 'CRM', 'activity.assigned': 'CRM' },
} satisfies Promises;

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

export const timelineUpdated = eventType({
  name: 'timeline.updated',
  description: 'Something was added to the timeline of a subject.',
  source: 'crm',
  targets: [],
  payload: z.object({ entryId: z.uuid() }),
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
