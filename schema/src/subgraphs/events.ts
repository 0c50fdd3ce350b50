import { z } from 'zod';
import { type EventType, eventType } from '../event-type.ts';
import { momentSchema } from '../moment.ts';
import type { Promises } from '../promises.ts';

/** What applications send each other: registry, deliveries, health, credits, alerts, webhooks. */
export const promises = {
  port: 4102,
  permissions: {
    'events:read': ['MANAGER', 'SUPPORT', 'AUDITOR'],
    'events:publish': ['MANAGER'],
    'events:consume': [],
    'events:manage': ['MANAGER'],
    'webhook:read': ['MANAGER', 'SUPPORT', 'AUDITOR'],
    'webhook:write': [],
    'credits:read': ['MANAGER', 'SUPPORT', 'AUDITOR'],
    'credits:write': ['MANAGER'],
  },
  applications: {
    system: 'Core services: configuration, maintenance and security.',
  },
  history: {
    Alert: 'events:read',
    CreditAccount: 'credits:read',
    CreditEntry: 'credits:read',
    EventJob: 'events:read',
    EventSettings: 'events:read',
    Reconciliation: 'events:read',
    WebhookEndpoint: 'webhook:read',
  },
  notices: { 'alert.raised': 'ALERTS', 'alert.recovered': 'ALERTS' },
  alerts: {
    SUCCESS_RATE: {
      description: 'The success rate of a channel over the last hour is too low; in percent, of at least ten events.',
      ...{ unit: 'PERCENT', threshold: 95 },
    },
    PENDING_AGE: {
      description: 'An event has been waiting for too long; in minutes.',
      ...{ unit: 'MINUTES', threshold: 5 },
    },
    FAILED_EVENTS: {
      description: 'Too many events of a channel were given up in the last hour.',
      ...{ unit: 'EVENTS', threshold: 10 },
    },
    CHANNEL_STOPPED: {
      description: 'A channel has acknowledged nothing for too long while events are waiting; in minutes.',
      ...{ unit: 'MINUTES', threshold: 10 },
    },
    BREAKER_OPEN: { description: 'An application failed so often in a row that sending to it is paused for a while.' },
    WEBHOOK_DISABLED: { description: 'A webhook endpoint was disabled.' },
    WEBHOOK_FULL: {
      description:
        'So many events are waiting for a webhook endpoint that further ones are given up immediately; how many are waiting.',
    },
  },
} satisfies Promises;

export const eventJobChanged = eventType({
  name: 'event_job.changed',
  description: 'A bulk retry, discard or replay of events was queued, made progress, or ended.',
  source: 'system',
  targets: [],
  payload: z.object({ jobId: z.uuid() }),
});

const recipients = z.union([z.literal('OWNERS'), z.array(z.uuid())]);
const alert = z.object({
  alertId: z.uuid(),
  kind: z.string(),
  /** Where: a channel, an application or a webhook endpoint, as far as it is about one. */
  source: z.string().optional(),
  target: z.string().optional(),
  endpointId: z.uuid().optional(),
  eventId: z.string().optional(),
  /** The thing that it is about, what it is called, what in it one looks at first, and since when it is so. */
  thingId: z.uuid().optional(),
  name: z.string().optional(),
  partId: z.uuid().optional(),
  since: z.iso.datetime().optional(),
  /** What was found, and what the rule allows, in the unit of the kind. */
  value: z.number(),
  threshold: z.number(),
  at: z.iso.datetime(),
  /** Who gets an e-mail: these people, or the owners; nobody when left out. */
  emails: recipients.optional(),
  /** The same by the name of before, for webhooks that read it and for events that an older version published. */
  letters: recipients.optional(),
});
const recovered = alert.extend({
  /** What was found now; left out where there was nothing to count. */
  value: z.number().optional(),
  /** How it began. */
  raised: z.object({ at: z.iso.datetime(), value: z.number() }).optional(),
});
export type AlertTold = z.infer<typeof recovered>;

export const alertRaised = eventType({
  name: 'alert.raised',
  description: 'Something broke an alert rule of a tenant.',
  source: 'system',
  targets: ['wrapper', 'crm'],
  orderingKey: ({ alertId }) => `alert:${alertId}`,
  payload: alert,
});

export const alertRecovered = eventType({
  name: 'alert.recovered',
  description: 'What an alert was about is back to normal.',
  source: 'system',
  targets: ['wrapper', 'crm'],
  orderingKey: ({ alertId }) => `alert:${alertId}`,
  payload: recovered,
});

export const alertChanged = eventType({
  name: 'alert.changed',
  description: 'Somebody acknowledged an alert.',
  source: 'system',
  targets: [],
  payload: z.object({ alertId: z.uuid() }),
});

export const conditionChanged = eventType({
  name: 'condition.changed',
  description: 'A problem with a thing began or ended; the rules of the tenant say when that is an alert.',
  source: 'system',
  targets: ['system'],
  // Whoever did it, and also the subgraph of the alerts itself, which would else not hear its own word.
  addressee: () => 'system',
  orderingKey: ({ kind, thingId }) => `condition:${kind}:${thingId}`,
  payload: z.object({
    kind: z.string(),
    thingId: z.uuid(),
    /** What in it one looks at first. */
    partId: z.uuid().optional(),
    name: z.string(),
    isSo: z.boolean(),
    /** Since when; it may be said later. */
    since: z.iso.datetime(),
    /** How often in a row, where that is counted. */
    value: z.number().optional(),
    /** When it is meant to be so, and nobody is to be notified. */
    quiet: z.array(z.object({ from: z.iso.datetime(), to: z.iso.datetime() })).optional(),
    /** When it was said, by the clock of the database: of two, the later one counts. */
    at: z.iso.datetime(),
  }),
});
export type ConditionTold = z.infer<typeof conditionChanged.payload>;

export const webhookChanged = eventType({
  name: 'webhook.changed',
  description: 'A webhook endpoint was created, changed, stopped or removed, or something was sent to it.',
  source: 'system',
  targets: [],
  payload: z.object({ endpointId: z.uuid(), attemptId: z.uuid().optional() }),
});

export const webhookTest = eventType({
  name: 'webhook.test',
  description: 'A test of a webhook endpoint, sent to it alone.',
  source: 'system',
  targets: [],
  payload: z.object({ endpointId: z.uuid(), message: z.string() }),
});

const creditPayload = z.object({
  application: z.string(),
  /** Of an account within the application, when it is not the application's own. */
  entityId: z.string().optional(),
  amount: z.int().positive(),
  balance: z.int().nonnegative(),
  purpose: z.string().optional(),
});

/** Credits are between the hub and the application concerned, and published by the ledger alone; balances of one account come in their order. */
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

export const securityAlert = eventType({
  name: 'security.alert',
  description: 'A security incident that HR must know about. The PINs of a person whom it names stop working.',
  source: 'system',
  toldBy: 'PEOPLE',
  targets: ['hr', 'wrapper'],
  payload: z.looseObject({
    title: z.string(),
    severity: z.enum(['LOW', 'MEDIUM', 'HIGH', 'CRITICAL']),
    /** The person whom it is about, if it is about one. */
    userId: z.string().optional(),
  }),
});

export const configUpdated = eventType({
  name: 'config.updated',
  description: 'The configuration of the system was changed; sent to every application.',
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
