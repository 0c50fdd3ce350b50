import { z } from 'zod';
import type { Application } from './applications.ts';

/**
 * Who may publish a type, or take it over from elsewhere: the platform alone, in the transaction of what happened; a
 * program too, whose key speaks for the source; or people as well, in the name of the source.
 */
export const tellers = ['PLATFORM', 'PROGRAMS', 'PEOPLE'] as const;
export type Teller = (typeof tellers)[number];

/** One kind of event: its name in the past tense, who tells it, whom it must reach, and what it carries. */
export interface EventType<Payload = unknown> {
  name: string;
  /** Other names under which products know it. */
  aliases?: readonly string[];
  description: string;
  source: Application;
  /** The platform alone, unless it says otherwise. */
  toldBy?: Teller;
  /** `all`: every application but the source. */
  targets: readonly Application[] | 'all';
  /** The one of the targets that an event is for, where it is not for all of them. Its source tells it, whoever asked for what happened. */
  addressee?(payload: Payload): string;
  /** Events of one key reach a target one after the other. */
  orderingKey?(payload: Payload): string;
  payload: z.ZodType<Payload>;
}

/** An event on its way: what happened, to whom, because of whom. `feed` is the tenant, or the one thing that waits for it. */
export const eventSchema = z.object({
  id: z.uuid(),
  type: z.string(),
  feed: z.uuid(),
  /** The application that did it; one of those above, or one that was registered while we ran. */
  source: z.string(),
  at: z.iso.datetime(),
  actor: z.object({ kind: z.string(), id: z.string() }),
  correlationId: z.string(),
  /** Where it was told, when the installation has a name for that. */
  region: z.string().optional(),
  /** Those of one key reach a target one after the other. */
  orderingKey: z.string().optional(),
  payload: z.unknown(),
});
export type Event = z.infer<typeof eventSchema>;

const registry = new Map<string, EventType>();

/** Adds a type to those that are known. */
export function eventType<Payload>(type: EventType<Payload>): EventType<Payload> {
  registry.set(type.name, type as EventType);
  return type;
}

/** Every event type by its canonical name. */
export const eventTypes: ReadonlyMap<string, EventType> = registry;

/** Whether nobody but the platform may tell this type. */
export function isPlatformOnly(name: string): boolean {
  const type = registry.get(name);
  return type !== undefined && (type.toldBy ?? 'PLATFORM') === 'PLATFORM';
}

/** The products that show or use the menu. */
const menuReaders = ['SMP', 'MARKETING_APP', 'WEB_HOSTING', 'DIGITAL_MENU', 'MINI_BODEGA'] as const;

const item = z.object({ itemId: z.uuid(), sectionId: z.uuid() });

export const menuItemAdded = eventType({
  name: 'menu_item.added',
  aliases: ['menu_item_added', 'menu.item.added'],
  description: 'An item came onto a menu.',
  source: 'ORDERING',
  targets: menuReaders,
  payload: item,
});

export const menuItemUpdated = eventType({
  name: 'menu_item.updated',
  aliases: ['menu_item_updated', 'menu.item.updated'],
  description: 'An item was changed: its name, description, price, picture or facts.',
  source: 'ORDERING',
  targets: menuReaders,
  payload: item,
});

export const menuItemAvailabilityChanged = eventType({
  name: 'menu_item.availability_changed',
  description: 'An item is sold out, or back.',
  source: 'ORDERING',
  targets: menuReaders,
  payload: item.extend({ available: z.boolean() }),
});

export const menuItemMoved = eventType({
  name: 'menu_item.moved',
  description: 'An item has another place in its section.',
  source: 'ORDERING',
  targets: menuReaders,
  payload: item,
});

export const menuItemRemoved = eventType({
  name: 'menu_item.removed',
  description: 'An item was taken off its menu.',
  source: 'ORDERING',
  targets: menuReaders,
  payload: item,
});

const section = z.object({ sectionId: z.uuid(), menuId: z.uuid() });

export const menuSectionAdded = eventType({
  name: 'menu_section.added',
  description: 'A section came onto a menu.',
  source: 'ORDERING',
  targets: menuReaders,
  payload: section,
});

export const menuSectionUpdated = eventType({
  name: 'menu_section.updated',
  description: 'A section was renamed or has another place on its menu.',
  source: 'ORDERING',
  targets: menuReaders,
  payload: section,
});

export const menuSectionRemoved = eventType({
  name: 'menu_section.removed',
  description: 'A section was taken off its menu; the boards that show it drop it.',
  source: 'ORDERING',
  // The boards are the hub's, whichever products are switched on.
  targets: [...menuReaders, 'wrapper'],
  payload: section,
});

export const displayHealthChanged = eventType({
  name: 'display.health_changed',
  description: 'A screen was paired, came, went, was given another board or name, or was revoked.',
  source: 'DIGITAL_MENU',
  targets: [],
  payload: z.object({ displayId: z.uuid() }),
});

export const pairingCompleted = eventType({
  name: 'pairing.completed',
  description: 'An operator paired the screen that was waiting.',
  source: 'DIGITAL_MENU',
  targets: [],
  payload: z.object({}),
});

const board = z.object({ boardId: z.uuid() });

export const menuBoardCreated = eventType({
  name: 'menu_board.created',
  description: 'A board was made.',
  source: 'DIGITAL_MENU',
  targets: [],
  payload: board,
});

export const menuBoardUpdated = eventType({
  name: 'menu_board.updated',
  description: 'A board shows other sections or shows them in another way.',
  source: 'DIGITAL_MENU',
  targets: [],
  payload: board,
});

export const menuBoardRemoved = eventType({
  name: 'menu_board.removed',
  description: 'A board was removed.',
  source: 'DIGITAL_MENU',
  targets: [],
  payload: board,
});

const apiClient = z.object({ clientId: z.uuid() });

export const apiClientCreated = eventType({
  name: 'api_client.created',
  description: 'Another product may work with the data of the tenant, once it has a key.',
  source: 'system',
  targets: [],
  payload: apiClient,
});

export const apiClientUpdated = eventType({
  name: 'api_client.updated',
  description: 'A client has another name, other scopes or other limits.',
  source: 'system',
  targets: [],
  payload: apiClient,
});

export const apiClientSuspended = eventType({
  name: 'api_client.suspended',
  description: 'The keys of a client are refused for now.',
  source: 'system',
  targets: [],
  payload: apiClient,
});

export const apiClientResumed = eventType({
  name: 'api_client.resumed',
  description: 'The keys of a client are taken again.',
  source: 'system',
  targets: [],
  payload: apiClient,
});

export const apiClientRemoved = eventType({
  name: 'api_client.removed',
  description: 'A client was removed, and its keys with it.',
  source: 'system',
  targets: [],
  payload: apiClient,
});

export const apiClientOperationsChanged = eventType({
  name: 'api_client.operations_changed',
  description: 'Operations of a client were registered, approved, rejected or removed.',
  source: 'system',
  targets: [],
  payload: apiClient,
});

const apiKey = apiClient.extend({ keyId: z.uuid() });

export const apiKeyCreated = eventType({
  name: 'api_key.created',
  description: 'A client has a new key.',
  source: 'system',
  targets: [],
  payload: apiKey,
});

export const apiKeyRotated = eventType({
  name: 'api_key.rotated',
  description: 'A key is to end soon, and a new one is in its place.',
  source: 'system',
  targets: [],
  payload: apiKey.extend({ newKeyId: z.uuid() }),
});

export const apiKeyRevoked = eventType({
  name: 'api_key.revoked',
  description: 'A key was taken away, at once and for good.',
  source: 'system',
  targets: [],
  payload: apiKey,
});

export const apiKeyExpired = eventType({
  name: 'api_key.expired',
  description: 'The time of a key is over.',
  source: 'system',
  targets: [],
  payload: apiKey,
});

export const serviceChanged = eventType({
  name: 'service.changed',
  description: 'A product was switched on, paused or off for a tenant, or configured anew.',
  source: 'wrapper',
  targets: ['system'],
  payload: z.object({
    serviceId: z.uuid(),
    /** Both since it is told to others; what was told before has neither. */
    product: z.string().optional(),
    status: z.enum(['ACTIVE', 'PAUSED', 'OFF']).optional(),
  }),
});

export const eventJobChanged = eventType({
  name: 'event_job.changed',
  description: 'Events that are retried, discarded or replayed: it waits, is further on, or has ended.',
  source: 'system',
  targets: [],
  payload: z.object({ jobId: z.uuid() }),
});

export const syncStatusChanged = eventType({
  name: 'sync.status_changed',
  description: 'A sync with a product is waiting, at work, further on, done or failed.',
  source: 'system',
  targets: [],
  payload: z.object({ syncId: z.uuid(), runId: z.uuid().optional() }),
});

export const membershipChanged = eventType({
  name: 'membership.changed',
  description: 'Somebody works for a tenant from now on, in another role, or no more.',
  source: 'system',
  targets: [],
  payload: z.object({ membershipId: z.uuid() }),
});

export const invitationChanged = eventType({
  name: 'invitation.changed',
  description: 'Somebody was invited to work for a tenant, or again; or the invitation was accepted or taken back.',
  source: 'system',
  targets: [],
  payload: z.object({ invitationId: z.uuid() }),
});

const alert = z.object({
  alertId: z.uuid(),
  kind: z.string(),
  /** Where: a channel, an application or a webhook endpoint, as far as it is about one. */
  source: z.string().optional(),
  target: z.string().optional(),
  endpointId: z.uuid().optional(),
  eventId: z.string().optional(),
  /** What was found, and what the rule allows, in the unit of the kind. */
  value: z.number(),
  threshold: z.number(),
  at: z.iso.datetime(),
  /** Who gets a letter: these people, or the owners; nobody when left out. */
  letters: z.union([z.literal('OWNERS'), z.array(z.uuid())]).optional(),
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
  description: 'Something about the events of a tenant is not as its rules say.',
  source: 'system',
  targets: ['wrapper'],
  orderingKey: ({ alertId }) => `alert:${alertId}`,
  payload: alert,
});

export const alertRecovered = eventType({
  name: 'alert.recovered',
  description: 'What an alert was about is as it should be again.',
  source: 'system',
  targets: ['wrapper'],
  orderingKey: ({ alertId }) => `alert:${alertId}`,
  payload: recovered,
});

export const alertChanged = eventType({
  name: 'alert.changed',
  description: 'Somebody has taken note of an alert.',
  source: 'system',
  targets: [],
  payload: z.object({ alertId: z.uuid() }),
});

export const webhookChanged = eventType({
  name: 'webhook.changed',
  description: 'A webhook endpoint was made, changed, stopped or removed, or something was sent to it.',
  source: 'system',
  targets: [],
  payload: z.object({ endpointId: z.uuid(), attemptId: z.uuid().optional() }),
});

export const webhookTest = eventType({
  name: 'webhook.test',
  description: 'A try-out of a webhook endpoint, which it alone is told.',
  source: 'system',
  targets: [],
  payload: z.object({ endpointId: z.uuid(), message: z.string() }),
});

export const maintenanceAnnounced = eventType({
  name: 'maintenance.announced',
  description: 'A maintenance window is known to the consoles.',
  source: 'system',
  targets: [],
  payload: z.object({ windowId: z.uuid() }),
});
