import { z } from 'zod';
import type { AlertThing } from '../alert-promise.ts';
import { eventType } from '../event-type.ts';
import type { Promises } from '../promises.ts';

/** Accounts, the people and screens that belong to them, what the screens show, products and their syncs. */
export const promises = {
  port: 4101,
  permissions: {
    'platform:admin': 'ADMIN',
    'access:read': ['MANAGER', 'AUDITOR'],
    'access:write': [],
    'display:read': ['MANAGER', 'STAFF', 'KITCHEN', 'MARKETER', 'SUPPORT', 'AUDITOR'],
    'display:write': ['MANAGER'],
    'display:self': 'DISPLAY',
    'station:read': ['MANAGER', 'STAFF', 'KITCHEN', 'SUPPORT', 'AUDITOR'],
    'station:write': ['MANAGER'],
    'station:self': 'STATION',
    'board:read': ['MANAGER', 'STAFF', 'KITCHEN', 'MARKETER', 'SUPPORT', 'AUDITOR', 'DISPLAY'],
    'board:write': ['MANAGER', 'MARKETER'],
    'people:read': ['MANAGER', 'SUPPORT', 'AUDITOR'],
    'people:write': ['MANAGER'],
    'pii:read': ['MANAGER'],
    // The log of the business, and all of it: also people, their sessions, and keys.
    'audit:read': ['MANAGER', 'AUDITOR'],
    'audit:all': ['AUDITOR'],
    'service:read': ['MANAGER', 'STAFF', 'KITCHEN', 'MARKETER', 'SUPPORT', 'AUDITOR'],
    'service:write': [],
    'sync:read': ['MANAGER', 'MARKETER', 'SUPPORT', 'AUDITOR'],
    'sync:write': ['MANAGER'],
    'work:read': ['MANAGER', 'SUPPORT', 'AUDITOR'],
    'work:write': ['MANAGER'],
    'upload:write': ['MANAGER', 'MARKETER'],
  },
  applications: {
    wrapper: 'The hub of the suite: hands out credits and keeps the log of all others.',
    SMP: 'Digital signage and menu displays.',
    MARKETING_APP: 'Marketing automation for shops.',
    WEB_HOSTING: 'Hosted web sites.',
    DIGITAL_MENU: 'Digital menu boards.',
    MINI_BODEGA: 'The small convenience store.',
  },
  history: {
    Display: 'display:read',
    Station: 'station:read',
    MaintenanceWindow: 'display:read',
    MenuBoard: 'board:read',
    ProductService: 'service:read',
    SyncConflict: 'sync:read',
    SyncRun: 'sync:read',
    TenantSync: 'sync:read',
  },
  notices: {
    'sync.failed': 'SYNC',
    'sync.waiting': 'SYNC',
    'api_key.expiring': 'ACCESS',
    'invitation.accepted': 'PEOPLE',
    'pin.locked': 'ACCESS',
    'pin.reset': 'ACCESS',
  },
  alerts: {
    SCREEN_OFFLINE: {
      description: 'A screen that was online has been offline for too long, outside of maintenance; in minutes.',
      ...{ unit: 'MINUTES', threshold: 5 },
      thing: { read: 'display:read', place: ({ thingId }) => `/screens/${thingId}` },
    },
    SYNC_FAILED: {
      description: 'The sync with a product has failed; how many times in a row.',
      ...{ unit: 'TIMES', threshold: 1 },
      thing: { read: 'sync:read', place: placeOfRun },
      toldAs: 'sync.failed',
    },
  },
} satisfies Promises;

export const displayHealthChanged = eventType({
  name: 'display.health_changed',
  description: 'A screen was paired, went online or offline, was given another board or name, or was unpaired.',
  source: 'DIGITAL_MENU',
  targets: [],
  payload: z.object({ displayId: z.uuid() }),
});

export const stationChanged = eventType({
  name: 'station.changed',
  description:
    'A till, a kitchen screen or a clock was paired, renamed or unpaired, came back, or somebody signed in or out there.',
  source: 'ORDERING',
  targets: [],
  payload: z.object({ stationId: z.uuid() }),
});

export const pairingCompleted = eventType({
  name: 'pairing.completed',
  description: 'An operator paired the screen that was waiting.',
  source: 'DIGITAL_MENU',
  targets: [],
  payload: z.object({}),
});

export const auditKept = eventType({
  name: 'audit.kept',
  description: 'The log has new entries about changes of the business; of many at once, the first are named.',
  source: 'wrapper',
  targets: [],
  payload: z.object({ entryIds: z.array(z.uuid()) }),
});

const board = z.object({ boardId: z.uuid() });

export const menuBoardCreated = eventType({
  name: 'menu_board.created',
  description: 'A board was created.',
  source: 'DIGITAL_MENU',
  targets: [],
  payload: board,
});

export const menuBoardUpdated = eventType({
  name: 'menu_board.updated',
  description: 'A board shows other sections, or shows them differently.',
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
  description: 'The name, scopes or limits of a client were changed.',
  source: 'system',
  targets: [],
  payload: apiClient,
});

export const apiClientSuspended = eventType({
  name: 'api_client.suspended',
  description: 'A client was suspended: its keys are refused for now.',
  source: 'system',
  targets: [],
  payload: apiClient,
});

export const apiClientResumed = eventType({
  name: 'api_client.resumed',
  description: 'A client was resumed: its keys are accepted again.',
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
  description: 'A key was rotated: it expires soon, and a new one replaces it.',
  source: 'system',
  targets: [],
  payload: apiKey.extend({ newKeyId: z.uuid() }),
});

export const apiKeyRevoked = eventType({
  name: 'api_key.revoked',
  description: 'A key was revoked.',
  source: 'system',
  targets: [],
  payload: apiKey,
});

export const apiKeyExpired = eventType({
  name: 'api_key.expired',
  description: 'A key has expired.',
  source: 'system',
  targets: [],
  payload: apiKey,
});

const serviceStatus = z.enum(['ACTIVE', 'PAUSED', 'OFF']);

export const serviceChanged = eventType({
  name: 'service.changed',
  description: 'A product was switched on or off, paused or reconfigured for a tenant.',
  source: 'wrapper',
  targets: ['system', 'crm'],
  payload: z.object({
    serviceId: z.uuid(),
    /** Both since it is sent to others; what was published before has neither. */
    product: z.string().optional(),
    status: serviceStatus.optional(),
    /** The status until then, for what was not just reconfigured. */
    before: serviceStatus.optional(),
  }),
});

export const syncStatusChanged = eventType({
  name: 'sync.status_changed',
  description: 'A sync with a product was queued, started, made progress, finished or failed.',
  source: 'system',
  targets: [],
  payload: z.object({ syncId: z.uuid(), runId: z.uuid().optional() }),
});

const sync = z.object({ syncId: z.uuid(), product: z.string(), runId: z.uuid().optional() });

export const syncFailed = eventType({
  name: 'sync.failed',
  description: 'A sync with a product has failed, which was well before.',
  source: 'system',
  targets: ['crm'],
  orderingKey: ({ syncId }) => `sync:${syncId}`,
  payload: sync,
});

export const syncRecovered = eventType({
  name: 'sync.recovered',
  description: 'A sync with a product that had failed has succeeded.',
  source: 'system',
  targets: ['crm'],
  orderingKey: ({ syncId }) => `sync:${syncId}`,
  payload: sync,
});

export const membershipChanged = eventType({
  name: 'membership.changed',
  description: 'Somebody joined a tenant, changed roles in it, or left it.',
  source: 'system',
  targets: ['crm'],
  payload: z.object({
    membershipId: z.uuid(),
    /** These since it is sent to others; what was published before has none of them. */
    change: z.enum(['JOINED', 'ROLE', 'LEFT']).optional(),
    userId: z.uuid().optional(),
    name: z.string().optional(),
    role: z.string().optional(),
    roleBefore: z.string().optional(),
  }),
});

export const invitationChanged = eventType({
  name: 'invitation.changed',
  description: 'Somebody was invited to work for a tenant, perhaps again; or the invitation was accepted or withdrawn.',
  source: 'system',
  targets: [],
  payload: z.object({ invitationId: z.uuid() }),
});

export const maintenanceAnnounced = eventType({
  name: 'maintenance.announced',
  description: 'A maintenance window is shown in the consoles.',
  source: 'system',
  targets: [],
  payload: z.object({ windowId: z.uuid() }),
});

export const noticeRaised = eventType({
  name: 'notice.raised',
  description: 'A notice for a person: in the console, and by e-mail if they want that.',
  source: 'system',
  targets: ['wrapper'],
  // Whoever did what it is about, the tenants subgraph must hear it.
  addressee: () => 'wrapper',
  payload: z.object({
    userId: z.string(),
    /** What happened, for example `sync.failed`; it decides the words. */
    kind: z.string(),
    /** The page of the console that says more, for example `/sync`. */
    path: z.string(),
    /** The facts that the words name; a moment is written as in RFC 3339. */
    values: z.record(z.string(), z.union([z.string(), z.number()])),
    /** However often it is raised with the same key, the person has one notice. */
    onceKey: z.string(),
  }),
});

export const noticeReceived = eventType({
  name: 'notice.received',
  description: 'A person got a notice.',
  source: 'system',
  targets: [],
  payload: z.object({ userId: z.uuid(), noticeId: z.uuid() }),
});

export const noticesRead = eventType({
  name: 'notice.read',
  description: 'A person has read notices.',
  source: 'system',
  targets: [],
  payload: z.object({ userId: z.uuid() }),
});

function placeOfRun({ thingId, partId }: AlertThing): string {
  return partId ? `/sync/${thingId}?view=runs&run=${partId}` : `/sync/${thingId}`;
}
