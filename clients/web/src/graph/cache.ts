import { cacheKeys } from '@mycelium/client-kit/cache-keys';
import { noteForgotten } from '@mycelium/client-kit/keep-up';
import { type Cache, cacheExchange, type Data } from '@urql/exchange-graphcache';
import { relayPagination } from '@urql/exchange-graphcache/extras';
import type { Money } from '../money/money.ts';
import { askConflictsAgain, touchRun } from './cache-sync.ts';
import { ownTenant } from './own-tenant.ts';

/** Who tells what to whom: a new type or application changes what the others say of themselves. */
const registry = ['applications', 'eventTypes'];
/** What is on its way, and how it goes. */
const lists = [
  ...['unacknowledgedEvents', 'failedEvents', 'interAppHealth', 'eventTracking', 'quarantine'],
  ...['eventConsumers', 'deliveryFigures', 'creditEntries', 'eventAnalytics'],
];
const credits = ['creditAccounts', 'creditEntries'];
const bus = [...lists, 'communicationMatrix'];

/** The normalised cache of the console: what a change or a mutation says of one thing shows wherever that thing is shown. */
export function createCache() {
  return cacheExchange({
    keys: cacheKeys,
    resolvers: {
      Query: { syncs: relayPagination() },
      SyncRun: { differences: relayPagination() },
      Tenant: {
        displays: relayPagination(),
        menuBoards: relayPagination(),
        apiClients: relayPagination(),
        members: relayPagination(),
        auditEntries: relayPagination(),
        syncRuns: relayPagination(),
        conflicts: relayPagination(),
      },
      ApiClient: { operations: relayPagination() },
      Viewer: { sessions: relayPagination() },
    },
    optimistic: {
      setMenuItemAvailability: ({ id, available }) => ({
        __typename: 'MenuItem',
        id: String(id),
        available: Boolean(available),
      }),
      updateMenuItem: ({ id, input }) => ({ __typename: 'MenuItem', id: String(id), ...newPrice(input) }),
      reorderMenuItems: ({ sectionId, itemIds }) => ({
        __typename: 'MenuSection',
        id: String(sectionId),
        items: Array.isArray(itemIds) ? itemIds.map((id) => ({ __typename: 'MenuItem', id: String(id) })) : [],
      }),
    },
    updates: {
      Mutation: {
        removeMenuItem: (_, { id }, cache) => unlist(cache, String(id)),
        removeMenuSection: (_, { id }, cache) => unlistSection(cache, String(id)),
        pairDisplay: ({ pairDisplay }, _, cache) => askAgain(cache, pairDisplay, 'displays'),
        createApiClient: ({ createApiClient }, _, cache) => askAgain(cache, createApiClient, 'apiClients'),
        removeApiClient: (_, { id }, cache) =>
          askAgain(cache, { __typename: 'ApiClient', id: String(id) }, 'apiClients'),
        revokeSession: (_, __, cache) => forgetOwn(cache, 'sessions'),
        revokeOtherSessions: (_, __, cache) => forgetOwn(cache, 'sessions'),
        changePassword: (_, __, cache) => forgetOwn(cache, 'sessions'),
        readNotice: (_, __, cache) => forgetOwn(cache, 'unreadNotices'),
        readAllNotices: (_, __, cache) => forgetOwn(cache, 'unreadNotices', 'notices'),
        createMenuBoard: ({ createMenuBoard }, _, cache) => askAgain(cache, createMenuBoard, 'menuBoards'),
        removeMenuBoard: (_, { id }, cache) =>
          askAgain(cache, { __typename: 'MenuBoard', id: String(id) }, 'menuBoards'),
        enableService: ({ enableService }, _, cache) => {
          askAgain(cache, enableService, 'services');
          askAgain(cache, enableService, 'syncs');
        },
        runSync: ({ runSync }, _, cache) => ifData(runSync, (run) => touchRun(cache, run)),
        previewSync: ({ previewSync }, _, cache) => ifData(previewSync, (run) => touchRun(cache, run)),
        retrySyncRun: ({ retrySyncRun }, _, cache) => ifData(retrySyncRun, (run) => touchRun(cache, run)),
        registerApplication: (_answer, _, cache) => forgetOf(cache, registry),
        registerEventType: (_answer, _, cache) => forgetOf(cache, registry),
        publishEvent: (_answer, _, cache) => forgetOf(cache, bus),
        retryEvent: (_answer, _, cache) => forgetOf(cache, bus),
        replayEvent: (_answer, _, cache) => forgetOf(cache, bus),
        discardEvent: (_answer, _, cache) => forgetOf(cache, bus),
        updateAlertRule: (_answer, _, cache) => forgetOf(cache, ['alertRules']),
        closeBreaker: (_answer, _, cache) => forgetOf(cache, bus),
        setConsumer: (_answer, _, cache) => forgetOf(cache, bus),
        retryQuarantinedEntry: (_answer, _, cache) => forgetOf(cache, ['quarantine']),
        discardQuarantinedEntry: (_answer, _, cache) => forgetOf(cache, ['quarantine']),
        reconcileEvents: (_answer, _, cache) => forgetOf(cache, [...bus, 'reconciliations']),
        importEvents: (_answer, _, cache) => forgetOf(cache, bus),
        pauseChannel: (_answer, _, cache) => forgetOf(cache, bus),
        resumeChannel: (_answer, _, cache) => forgetOf(cache, bus),
        createWebhookEndpoint: (_answer, _, cache) => forgetOf(cache, ['webhookEndpoints']),
        removeWebhookEndpoint: (_answer, _, cache) => forgetOf(cache, ['webhookEndpoints']),
        startEventJob: (_answer, _, cache) => forgetOf(cache, ['eventJobs']),
        allocateCredits: (_answer, _, cache) => forgetOf(cache, credits),
        consumeCredits: (_answer, _, cache) => forgetOf(cache, credits),
        recoverWebhook: (_answer, _, cache) => forgetOf(cache, ['eventJobs']),
        resolveConflict: (_answer, _, cache) => askConflictsAgain(cache),
      },
      Subscription: {
        serviceChanged: ({ serviceChanged }, _, cache) => {
          if (!isData(serviceChanged) || !isData(serviceChanged.service)) return;
          const { service } = serviceChanged;
          if (isAmong(cache, service, 'services')) return;
          askAgain(cache, service, 'services');
          askAgain(cache, service, 'syncs');
        },
        syncStatusChanged: ({ syncStatusChanged }, _, cache) => {
          if (isData(syncStatusChanged)) ifData(syncStatusChanged.run, (run) => touchRun(cache, run));
        },
        noticeReceived: (_answer, _, cache) => forgetOwn(cache, 'unreadNotices', 'notices'),
        communicationMatrixChanged: (_answer, _, cache) => forgetOf(cache, [...lists, 'webhookEndpoints']),
        creditsChanged: (_answer, _, cache) => forgetOf(cache, credits),
        alertRaised: ({ alertRaised }, _, cache) => {
          if (isData(alertRaised)) forgetOf(cache, ['alerts']);
        },
        webhookChanged: ({ webhookChanged }, _, cache) => {
          if (!isData(webhookChanged)) return;
          const endpoint = { __typename: 'WebhookEndpoint', id: String(webhookChanged.endpointId) };
          if (webhookChanged.endpoint) forget(cache, endpoint, 'attempts');
          else forgetOf(cache, ['webhookEndpoints']);
        },
        eventJobChanged: ({ eventJobChanged }, _, cache) => {
          if (!isData(eventJobChanged) || !isData(eventJobChanged.job)) return;
          const { status } = eventJobChanged.job;
          if (status === 'QUEUED') forgetOf(cache, ['eventJobs']);
          // The list as well: one that is on its way may still say that it runs.
          else if (status !== 'RUNNING') forgetOf(cache, [...bus, 'eventJobs']);
        },
        menuChanged: ({ menuChanged }, _, cache) => {
          if (isOf(menuChanged, 'REMOVED') && isText(menuChanged.itemId)) unlist(cache, menuChanged.itemId);
        },
        menuSectionChanged: ({ menuSectionChanged }, _, cache) => {
          if (isOf(menuSectionChanged, 'REMOVED')) unlistSection(cache, String(menuSectionChanged.sectionId));
        },
        menuBoardChanged: ({ menuBoardChanged }, _, cache) => {
          if (isOf(menuBoardChanged, 'UPDATED') || !isData(menuBoardChanged)) return;
          askAgain(cache, { __typename: 'MenuBoard', id: String(menuBoardChanged.boardId) }, 'menuBoards');
        },
        apiClientChanged: ({ apiClientChanged }, _, cache) => {
          if (!isData(apiClientChanged)) return;
          const client = { __typename: 'ApiClient', id: String(apiClientChanged.clientId) };
          const isKnown = isData(apiClientChanged.client) && isListed(cache, apiClientChanged.client, 'apiClients');
          if (!isKnown) askAgain(cache, apiClientChanged.client ?? client, 'apiClients');
          forget(cache, client, 'operations');
        },
        peopleChanged: ({ peopleChanged }, { tenantId }, cache) => {
          if (!isData(peopleChanged)) return;
          const tenant = { __typename: 'Tenant', id: String(tenantId) };
          askAgain(cache, { __typename: 'Membership', tenant }, peopleChanged.invitationId ? 'invitations' : 'members');
        },
        displayHealthChanged: ({ displayHealthChanged }, _, cache) => {
          if (!isData(displayHealthChanged) || !isData(displayHealthChanged.display)) return;
          const { display } = displayHealthChanged;
          if (!isListed(cache, display, 'displays')) askAgain(cache, display, 'displays');
        },
      },
    },
  });
}

/** A price shows as saved while it is on its way; everything else waits for the answer. */
function newPrice(input: unknown) {
  if (typeof input !== 'object' || input === null || !('price' in input)) return {};
  return { price: { __typename: 'Money', ...(input.price as Money) } };
}

/** Takes an item off the section that lists it. */
function unlist(cache: Cache, itemId: string) {
  takeOff(cache, { __typename: 'MenuItem', id: itemId }, 'section', 'items');
}

/** Takes a section off the menu that lists it. */
function unlistSection(cache: Cache, sectionId: string) {
  takeOff(cache, { __typename: 'MenuSection', id: sectionId }, 'menu', 'sections');
}

/** Takes something off a list of what it belongs to. */
function takeOff(cache: Cache, member: { __typename: string; id: string }, owner: string, list: string) {
  const lister = cache.resolve(member, owner);
  if (!isText(lister)) return;
  const listed = cache.resolve(lister, list);
  const key = cache.keyOfEntity(member);
  if (!Array.isArray(listed)) return;
  const others = listed.filter(isText).filter((each) => each !== key);
  cache.link(lister, list, others);
}

/** Lists of a tenant are asked for again, where they are shown. */
function askAgain(cache: Cache, member: unknown, list: string) {
  const tenant = tenantOf(cache, member);
  if (tenant) forget(cache, tenant, list);
}

/** What was kept of a list is asked for again where it is shown, whatever part of it. */
function forget(cache: Cache, owner: string | Data, list: string) {
  noteForgotten(list);
  for (const { fieldName, arguments: args } of cache.inspectFields(owner)) {
    if (fieldName === list) cache.invalidate(owner, fieldName, args);
  }
}

/** Lists are asked for again where they are shown, whether they hang on the tenant that is worked in or are asked at the root. */
function forgetOf(cache: Cache, lists: readonly string[]) {
  const tenant = ownTenant(cache);
  for (const list of lists) {
    forget(cache, 'Query', list);
    if (tenant) forget(cache, tenant, list);
  }
}

/** What is the person's own, such as their sessions, of which some have ended. */
function forgetOwn(cache: Cache, ...lists: string[]) {
  const viewer = cache.resolve('Query', 'viewer');
  if (isText(viewer)) for (const list of lists) forget(cache, viewer, list);
}

/** Whether a plain list of its tenant has it. */
function isAmong(cache: Cache, member: Data, list: string): boolean {
  const tenant = tenantOf(cache, member);
  const listed = tenant && cache.resolve(tenant, list);
  return Array.isArray(listed) && listed.some((each) => each === cache.keyOfEntity(member));
}

function isListed(cache: Cache, member: Data, list: string): boolean {
  const tenant = tenantOf(cache, member);
  const key = cache.keyOfEntity(member);
  if (!tenant) return false;
  return cache.inspectFields(tenant).some(({ fieldName, arguments: args }) => {
    if (fieldName !== list) return false;
    const page = cache.resolve(tenant, fieldName, args ?? {});
    const edges = isText(page) ? cache.resolve(page, 'edges') : undefined;
    return Array.isArray(edges) && edges.some((edge) => isText(edge) && cache.resolve(edge, 'node') === key);
  });
}

/** What is asked for beside a list always names its tenant, or its cache does. */
function tenantOf(cache: Cache, member: unknown): string | null {
  if (!isData(member)) return null;
  const tenant = member.tenant ?? cache.resolve(member, 'tenant');
  if (isText(tenant)) return tenant;
  return isData(tenant) ? cache.keyOfEntity(tenant) : null;
}

const isText = (value: unknown): value is string => typeof value === 'string';

function isData(value: unknown): value is Data {
  return typeof value === 'object' && value !== null && '__typename' in value;
}

function ifData(value: unknown, act: (data: Data) => void): void {
  if (isData(value)) act(value);
}

function isOf(change: unknown, kind: string): change is Data {
  return isData(change) && change.kind === kind;
}
