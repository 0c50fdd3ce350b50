import type { Furniture } from './furnish.ts';

type Arguments = Record<string, unknown>;
/** What leads to a thing of another tenant, or why nothing could: then the field is only asked. */
export type Case = ((of: Furniture) => Arguments) | string;

const VERSION = 987_654;
const byId =
  (noun: keyof Furniture, more: Arguments = {}): Case =>
  (of) => ({ id: of[noun], ...more });
const stale = (noun: keyof Furniture): Case => byId(noun, { input: { version: VERSION } });
/** A reason that is also a promise: what is answered is looked into. */
export const own = 'It says nothing but what is the viewer’s own, or the same for everybody.';
const secret = 'It takes a secret, which opens what it is for.';
const made = 'It makes something in the viewer’s own tenant, and names nothing.';
const admin = 'It is for the platform’s own people, and refused to everybody else.';

/** What takes no argument but a tenantId, or nothing, needs no line; those that change or remove come in an order that lets the owner do all. */
export const cases: Record<string, Case> = {
  menu: byId('menu'),
  menuItem: byId('item'),
  apiClient: byId('client'),
  display: byId('display'),
  invitation: secret,
  menuBoard: byId('board'),
  tenantSync: (of) => ({ tenantId: of.tenant, product: 'SMP' }),
  syncRun: byId('run'),
  tenantBySlug: () => ({ slug: 'las-reinas' }),

  publishEvent: made,
  publishEvents: made,
  publishInterAppEvent: (of) => ({
    tenantId: of.tenant,
    input: { eventType: 'config.updated', eventData: { key: 'x' } },
  }),
  registerApplication: made,
  registerEventType: made,
  importEvents: 'It takes what it is given, and refuses what is of another tenant.',
  pullEvents: 'It hands out what waits in the viewer’s own tenant.',
  eventTracking: (of) => ({ eventId: of.event }),
  acknowledgeEvents: 'It says of each event how that went, and of a foreign one that it is unknown.',
  acknowledgeEvent: (of) => ({ application: 'hr', eventId: of.event }),
  failEvent: (of) => ({ application: 'crm', eventId: of.event, reason: 'Why not' }),
  allocateCredits: made,
  consumeCredits: 'It takes from what the viewer’s own tenant has, and names nothing.',
  eventReceived: 'It hands out what comes in the viewer’s own tenant.',

  createMenuItem: (of) => ({
    input: { sectionId: of.section, name: [{ locale: 'es', text: 'x' }], price: { amount: 1, currency: 'USD' } },
  }),
  updateMenuItem: stale('item'),
  setMenuItemAvailability: byId('item', { available: false }),
  reorderMenuItems: (of) => ({ sectionId: of.section, itemIds: [of.item] }),
  removeMenuItem: byId('item'),
  restoreMenuItem: byId('item'),
  createMenuSection: (of) => ({ input: { menuId: of.menu, name: [{ locale: 'es', text: 'x' }] } }),
  updateMenuSection: stale('section'),
  reorderMenuSections: (of) => ({ menuId: of.menu, sectionIds: [of.section] }),
  removeMenuSection: byId('section'),
  createApiClient: made,
  updateApiClient: stale('client'),
  createApiKey: (of) => ({ clientId: of.client }),
  rotateApiKey: byId('key'),
  revokeApiKey: byId('key'),
  registerOperations: (of) => ({ clientId: of.client, documents: [{ text: 'query Mine { viewer { id } }' }] }),
  rejectOperations: (of) => ({ ids: [of.operation], reason: 'Why not' }),
  approveOperations: (of) => ({ ids: [of.operation] }),
  removeOperations: (of) => ({ ids: [of.operation] }),
  suspendApiClient: byId('client'),
  resumeApiClient: byId('client'),
  removeApiClient: byId('client'),
  resolveConflict: byId('conflict', { take: 'LOCAL' }),
  updateDisplay: stale('display'),
  revokeDisplay: byId('display'),
  heartbeat: 'It is for screens, each for itself.',
  inviteMember: made,
  resendInvitation: byId('invitation'),
  revokeInvitation: byId('invitation'),
  acceptInvitation: secret,
  createMenuBoard: made,
  updateMenuBoard: stale('board'),
  removeMenuBoard: byId('board'),
  requestPairing: made,
  claimPairing: secret,
  pairDisplay: secret,
  requestPasswordReset: own,
  resetPassword: secret,
  enableService: made,
  updateService: stale('service'),
  login: secret,
  refreshSession: secret,
  logout: secret,
  rotateSigningKey: admin,
  revokeOtherSessions: own,
  updateSyncConfig: byId('sync', { version: VERSION, config: {} }),
  reportSync: byId('sync', { input: { version: VERSION, status: 'SYNCING' } }),
  runSync: (of) => ({ tenantId: of.tenant, product: 'SMP' }),
  previewSync: (of) => ({ tenantId: of.tenant, product: 'SMP' }),
  retrySyncRun: byId('run'),
  confirmSyncRun: byId('run'),
  cancelSyncRun: byId('run'),
  disableService: byId('service', { version: VERSION }),
  changePassword: secret,
  updateMembership: byId('membership', { input: { version: VERSION, role: 'STAFF' } }),
  revokeMemberSessions: byId('membership'),
  removeMember: byId('membership'),
  revokeSession: byId('session'),

  pairingChanged: byId('pairing', { secret: 'not the one that the screen has' }),
};
