import { randomUUID } from 'node:crypto';
import type { EntityManager, MikroORM } from '@mikro-orm/postgresql';
import { patience } from '@mycelium/database/connections';
import { type DatabaseSession, tenantSession } from '@mycelium/database/tenant';
import type { EventType } from '@mycelium/schema/event-type';
import type { Redis } from 'ioredis';
import type { Bell } from './bell.ts';
import type { Clock } from './clock.ts';
import type { FeedChange, Feeds } from './feed.ts';
import type { Files } from './files/files.ts';
import type { Logger } from './log.ts';
import type { Mailer } from './mail.ts';
import type { Ask } from './neighbours.ts';
import { makeEvent, type PendingEvent } from './outbox.ts';
import type { OutsideFetch } from './outside-fetch.ts';
import type { Places } from './places.ts';
import type { Task } from './tasks/task.ts';
import type { Vault } from './vault.ts';
import type { CallContext, Viewer } from './viewer.ts';

/** What a resolver has at hand. One more member is a decision for the README. */
export interface Context {
  /** One unit of work, in the viewer's tenant. */
  em: EntityManager;
  viewer: Viewer;
  /** The call this belongs to. */
  call: CallContext;
  log: Logger;
  /** Publishes what happened, and answers the event's id; it leaves with the transaction that is being made, or not at all. `feed` is the viewer's tenant unless given. */
  publish<Payload>(type: EventType<Payload>, payload: Payload, feed?: string): string;
  /** What is published of these types in a feed, from a cursor or from now on. */
  subscribe(feed: string, types: readonly EventType[], after?: string): Promise<AsyncIterableIterator<FeedChange>>;
  /** What time it is for the business; development can move it. What protects, what is measured and what has happened has real time. */
  now(): Date;
  /** A connection for counters and limits, whose commands fail at once while Redis is away. */
  redis: Redis;
  vault: Vault;
  outside: Outside;
  /** Asks another subgraph; throws what it refuses. */
  ask: Ask;
}

/** The world around the installation. */
export interface Outside {
  /** Where people reach us, without a slash at the end; what a link in an e-mail begins with. */
  publicUrl: string;
  /** Where this installation is, when that has a name. */
  region?: string;
  /** Undefined where no mail server is configured: e-mails then wait. */
  mailer?: Mailer;
  /** Fetches addresses that tenants give; refuses those that lead inside. */
  fetch: OutsideFetch['fetch'];
}

/** What a subgraph keeps open for all its calls. */
export interface Resources {
  /** The subgraph's. */
  name: string;
  orm: MikroORM;
  /** The places of clients' calls, and those of work that nobody waits for: neither takes the other's connections. */
  calls: Places;
  background: Places;
  feeds: Feeds;
  /** What Redis says, as it says it; whoever only waits for something listens here. */
  bell: Bell;
  clock: Clock;
  redis: Redis;
  vault: Vault;
  log: Logger;
  outside: Outside;
  ask: Ask;
  /** The tasks that it lists. */
  tasks: ReadonlyMap<string, Task>;
  /** Where uploads are. */
  files?: Files;
}

const homes = new WeakMap<Context, Resources>();
const starts = new WeakMap<Context, string[]>();
const pendingEvents = new WeakMap<Context, PendingEvent[]>();

/** The context of one call: a fresh unit of work in the viewer's tenant. */
export function createContext(resources: Resources, call: CallContext): Context {
  const { orm, feeds, clock, redis, vault, log, outside, ask } = resources;
  const { viewer, correlationId } = call;
  const context: Context = {
    em: orm.em.fork({ session: sessionOf(viewer) }),
    viewer,
    call,
    log: log.child({ correlationId, tenantId: viewer.tenantId, viewerId: viewer.id || undefined }),
    publish(type, payload, feed = viewer.tenantId) {
      if (!feed) throw new Error(`${type.name} has no tenant to be told in.`);
      const pending = pendingEvents.get(context) ?? [];
      const event = makeEvent(type, payload, { feed, call, region: outside.region });
      pendingEvents.set(context, [...pending, event]);
      return event.id;
    },
    async subscribe(feed, types, after) {
      const following = await feeds.subscribe(feed, new Set(types.map(({ name }) => name)), after);
      starts.set(context, [...(starts.get(context) ?? []), following.start]);
      return following;
    },
    now: clock.now,
    redis,
    vault,
    outside,
    ask,
  };
  homes.set(context, resources);
  return context;
}

/** The context of work that no client asked for: jobs and reactions, in a tenant or over all of them. PostgreSQL is more patient with it. */
export function backgroundContext(resources: Resources, tenantId: string | undefined, correlationId?: string): Context {
  const context = createContext(resources, systemCall(tenantId, correlationId));
  context.em.setSessionContext(patience);
  return context;
}

/** What a viewer's unit of work sees: the rows of the tenant worked in, their own if it is a person, those of the staff if it is one of them or nobody, and at a station those of its location. */
export function sessionOf({ kind, id, tenantId, locationId, scopes }: Viewer): DatabaseSession {
  const isStaff = kind === 'gateway' || scopes.includes('platform:admin');
  return tenantSession(tenantId, { personId: kind === 'user' ? id : undefined, isStaff, locationId });
}

/** What the subgraph of a call keeps open. */
export function resourcesOf(context: Context): Resources {
  const resources = homes.get(context);
  if (!resources) throw new Error('Only the context of a call knows its subgraph, and no copy of it.');
  return resources;
}

/** Where the one feed that this call follows begins; two feeds have no common position. */
export function startOf(context: Context): string | undefined {
  const [start, ...others] = starts.get(context) ?? [];
  return others.length === 0 ? start : undefined;
}

/** Takes what was published since the last time. */
export function takePending(context: Context): PendingEvent[] {
  const pending = pendingEvents.get(context) ?? [];
  pendingEvents.delete(context);
  return pending;
}

/** Answers how to forget what is published from now on. */
export function pendingMark(context: Context): () => void {
  const pending = pendingEvents.get(context) ?? [];
  return () => void pendingEvents.set(context, pending);
}

/** A call of our own, that no client asked for. */
export function systemCall(tenantId: string | undefined, correlationId: string = randomUUID()): CallContext {
  return { viewer: { kind: 'gateway', id: 'system', tenantId, scopes: [] }, correlationId };
}
