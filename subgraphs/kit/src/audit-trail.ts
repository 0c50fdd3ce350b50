import {
  type ChangeSet,
  type EntityProperty,
  type EventSubscriber,
  type FlushEventArgs,
  JsonType,
  wrap,
} from '@mikro-orm/core';
import type { EntityManager } from '@mikro-orm/postgresql';
import type { Audit, AuditRecord } from '@mycelium/schema/audit';
import { platformBook } from '@mycelium/schema/platform-book';
import type { GraphQLSchema } from 'graphql';
import { v7 as uuidv7 } from 'uuid';
import { auditInsert } from './audit-outbox.ts';
import type { Context } from './context.ts';
import { wakeRelay } from './outbox.ts';
import { masked } from './personal-fields.ts';

type Values = Record<string, unknown>;

interface Change {
  kind: AuditRecord['kind'];
  noun: string;
  nounId: string;
  name: AuditRecord['name'];
  tenantId: string | undefined;
  before: Values;
  after: Values;
}

interface Trail {
  ctx: Context;
  action: string;
  /** What the call named, where nothing but the call itself can be recorded. */
  nounId: string | undefined;
  changes: Map<object, Change>;
  /** Whether something of the call has been recorded before. */
  isTold: boolean;
  /** Whether the call has said by itself what it did. */
  isSaid: boolean;
  /** The nouns of which it has said all there is. */
  saidOf: Set<string>;
}

/** What a unit of work changes beyond so many rows is written at once, so that a long transaction needs no more memory. */
const MOST_CHANGES = 1_000;

const trails = new WeakMap<EntityManager, Trail>();

/** Begins to record, under the action's name, what this unit of work changes until the end of its transaction. */
export function startTrail(ctx: Context, action: string, args: Values = {}): void {
  const nounId = typeof args.id === 'string' ? args.id : undefined;
  trails.set(ctx.em, { ctx, action, nounId, changes: new Map(), isTold: false, isSaid: false, saidOf: new Set() });
}

/** The call has been recorded explicitly, and with it all that is to be said of these nouns. */
export function noteTold({ em }: Context, nouns: readonly string[] = []): void {
  const trail = trails.get(em);
  if (!trail) return;
  Object.assign(trail, { isTold: true, isSaid: true });
  for (const noun of nouns) trail.saidOf.add(noun);
}

/** Takes what was done; a mutation that changed no row is recorded as the call that it was. */
export function takeTrail({ em, viewer }: Context): Audit[] {
  const trail = trails.get(em);
  trails.delete(em);
  if (!trail) return [];
  const { tenantId } = viewer;
  if (trail.changes.size > 0 || trail.isTold || viewer.kind === 'gateway' || !tenantId) return takeChanges(trail);
  const called = { id: uuidv7(), kind: 'CALLED' as const, nounId: trail.nounId, before: {}, after: {} };
  return [auditOf(trail.ctx, { tenantId, action: trail.action, records: [called] })];
}

/** An audit of this call. */
export function auditOf({ viewer, call }: Context, what: Pick<Audit, 'tenantId' | 'action' | 'records'>): Audit {
  const { address, correlationId } = call;
  const { kind, id, personId } = viewer;
  return { actor: { kind, id, ...(personId && { personId }) }, address, correlationId, ...what };
}

function takeChanges({ ctx, action, changes, isSaid, saidOf }: Trail): Audit[] {
  // A change of what the graph does not show says nothing beside what the call said itself.
  const told = [...changes.values()].filter(
    ({ kind, noun, after }) => !saidOf.has(noun) && !(isSaid && isEmpty(kind, after)),
  );
  const byTenant = Map.groupBy(told, ({ tenantId }) => tenantId ?? ctx.viewer.tenantId);
  changes.clear();
  return [...byTenant].flatMap(([tenantId, some]) =>
    tenantId ? [auditOf(ctx, { tenantId, action, records: some.map(asRecord) })] : [],
  );
}

const isEmpty = (kind: AuditRecord['kind'], after: Values): boolean =>
  kind === 'UPDATED' && Object.keys(after).length === 0;

/** Sees every change set of every unit of work that has a trail; only what the graph shows of a noun is recorded. */
export function auditSubscriber(schema: GraphQLSchema): EventSubscriber {
  return {
    onFlush({ em, uow }: FlushEventArgs) {
      const trail = trails.get(em as EntityManager);
      if (!trail) return;
      for (const changeSet of uow.getChangeSets()) note(trail, changeSet, schema);
    },
    async afterFlush({ em }: FlushEventArgs) {
      const trail = trails.get(em as EntityManager);
      if (!trail || trail.changes.size < MOST_CHANGES) return;
      const schema = String(em.config.get('schema'));
      const { sql, values } = auditInsert(schema, takeChanges(trail));
      await (em as EntityManager).execute(`with audit as (${sql}) ${wakeRelay(schema)}`, values);
      trail.isTold = true;
    },
  };
}

function note({ changes }: Trail, changeSet: ChangeSet<object>, schema: GraphQLSchema): void {
  const noun = changeSet.meta.className;
  const type = schema.getType(noun);
  const known = changes.get(changeSet.entity);
  // Rows that the graph does not know (sessions, pairings) are recorded by their mutation alone.
  if (!type || !('getFields' in type)) return;
  const shown = new Set(Object.keys(type.getFields()));
  const entity = changeSet.entity as { id: string; tenantId?: string; tenant?: { id: string }; side?: string };
  const removed = changeSet.type === 'delete' || changeSet.type === 'delete_early';
  const after = removed ? {} : toldOf(changeSet, changeSet.payload as Values, shown);
  // A change set that deletes carries no original.
  const loaded = changeSet.originalEntity ?? wrap(changeSet.entity, true).__originalEntityData ?? {};
  const original = toldOf(changeSet, loaded as Values, shown);
  const before = removed ? original : Object.fromEntries(Object.keys(after).map((key) => [key, original[key] ?? null]));
  changes.set(changeSet.entity, {
    kind: known?.kind ?? (removed ? 'REMOVED' : changeSet.type === 'create' ? 'CREATED' : 'UPDATED'),
    noun,
    nounId: entity.id,
    name: calledOf(changeSet),
    tenantId:
      entity.side === 'PLATFORM'
        ? platformBook
        : (entity.tenantId ?? entity.tenant?.id ?? (noun === 'Tenant' ? entity.id : undefined)),
    before: changeSet.type === 'create' ? {} : { ...before, ...known?.before },
    after: { ...known?.after, ...after },
  });
}

/** By which of its properties something is called, in this order. */
const NAMES = ['names', 'name', 'title', 'product', 'url', 'email', 'prefix'];

/** What it is called now, as the log may keep it. */
function calledOf({ meta, entity }: ChangeSet<object>): AuditRecord['name'] {
  const values = entity as Values;
  const field = NAMES.find((name) => name in meta.properties && values[name]);
  const called = field && masked(meta.class, field, values[field]);
  if (typeof called === 'string') return called;
  return called && typeof called === 'object' ? (called as Record<string, string>) : undefined;
}

const NOISE = new Set(['id', 'version', 'createdAt', 'updatedAt', 'tenantId']);
const SECRET = /hash|secret|sealed|password|token/i;

function toldOf({ meta }: ChangeSet<object>, values: Values, shown: ReadonlySet<string>): Values {
  const properties = meta.properties as Record<string, EntityProperty>;
  return Object.fromEntries(
    Object.entries(values).flatMap(([key, value]) => {
      const property = properties[key];
      const [root, part] = property?.embedded ?? [key];
      if (!property || !root || NOISE.has(root)) return [];
      // A moment says what happened (removedAt, oldSecretUntil), also when the graph does not show it, and is no secret.
      const isMoment = property.runtimeType.includes('Date');
      if (!isMoment && (SECRET.test(root) || !shown.has(root))) return [];
      return [[part ? `${root}.${part}` : root, masked(meta.class, root, plain(property, value))]];
    }),
  );
}

/** A value as it was given, not as the database keeps it. */
function plain({ customType }: EntityProperty, value: unknown): unknown {
  if (value === undefined || value === null) return null;
  // JSON is compared as text, and left as such.
  if (customType instanceof JsonType) return typeof value === 'string' ? JSON.parse(value) : value;
  const platform = customType?.platform;
  return platform ? customType.convertToJSValue(value, platform) : value;
}

function asRecord({ kind, noun, nounId, name, before, after }: Change): AuditRecord {
  return { id: uuidv7(), kind, noun, nounId, name, before, after };
}
