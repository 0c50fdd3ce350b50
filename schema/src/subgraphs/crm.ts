import { z } from 'zod';
import { eventType } from '../event-type.ts';
import type { Promises } from '../promises.ts';

/** Whom a tenant deals with, what was agreed and what is to be done; and what the platform's staff keep about the tenant. */
/** @public read through the roster */
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
