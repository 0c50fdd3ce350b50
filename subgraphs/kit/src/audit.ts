import {
  type ChangeSet,
  type EntityProperty,
  type EventSubscriber,
  type FlushEventArgs,
  JsonType,
  wrap,
} from '@mikro-orm/core';
import type { EntityManager } from '@mikro-orm/postgresql';
import { type AuditRecord, auditRecorded } from '@mycelium/schema/events';
import type { GraphQLSchema } from 'graphql';
import { Extensions } from 'type-graphql';
import { v7 as uuidv7 } from 'uuid';
import type { Context } from './context.ts';
import { makeEvent, type PendingEvent, writeOutbox } from './outbox.ts';

/** What is recorded beside the changes of rows: a log-in, a refusal, a secret that was shown. */
export interface Told
  extends Pick<AuditRecord, 'kind' | 'noun' | 'nounId'>,
    Partial<Pick<AuditRecord, 'before' | 'after'>> {
  action: string;
  /** The viewer's tenant unless told. */
  tenantId?: string;
  /** The viewer unless told. */
  actor?: { kind: string; id: string };
}

type Values = Record<string, unknown>;

interface Change {
  kind: AuditRecord['kind'];
  noun: string;
  nounId: string;
  tenantId: string | undefined;
  before: Values;
  after: Values;
}

interface Trail {
  action: string;
  /** What the call named, where nothing but the call itself can be told. */
  nounId: string | undefined;
  changes: Map<object, Change>;
  /** Whether the call has been recorded explicitly. */
  isTold: boolean;
}

const trails = new WeakMap<EntityManager, Trail>();

/** Leaves a mutation out of the audit, for a reason: machine noise that no person would look for. */
export function Unaudited(reason: string): MethodDecorator {
  return Extensions({ unaudited: reason });
}

/** From here to the end of its transaction, what this unit of work changes is recorded under the action's name. */
export function startTrail({ em }: Context, action: string, args: Values = {}): void {
  const nounId = typeof args.id === 'string' ? args.id : undefined;
  trails.set(em, { action, nounId, changes: new Map(), isTold: false });
}

/** The events that record what was done; a mutation that changed no row is recorded as the call that it was. */
export function takeTrail(ctx: Context): PendingEvent[] {
  const trail = trails.get(ctx.em);
  trails.delete(ctx.em);
  if (!trail) return [];
  const { action, nounId } = trail;
  const byTenant = Map.groupBy(trail.changes.values(), ({ tenantId }) => tenantId ?? ctx.viewer.tenantId);
  if (trail.changes.size === 0) {
    if (trail.isTold || ctx.viewer.kind === 'gateway') return [];
    return asEvent(ctx, { action, kind: 'CALLED', nounId });
  }
  return [...byTenant].flatMap(([tenantId, changes]) =>
    tenantId ? [eventOf(ctx, tenantId, { action, records: changes.map(asRecord) })] : [],
  );
}

/** Records something explicitly, at once and for itself, so that it stays when the call is refused. A failure is logged. */
export async function recordNow(ctx: Context, told: Told): Promise<void> {
  const events = asEvent(ctx, told);
  const em = ctx.em.fork();
  await em
    .transactional((tx) => writeOutbox(tx, String(em.config.get('schema')), events))
    .catch((error: unknown) => ctx.log.error({ err: error, action: told.action }, 'the audit could not be told'));
}

/** Records something explicitly, with the transaction. */
export function record(ctx: Context, { action, actor, tenantId = ctx.viewer.tenantId, ...what }: Told): void {
  const trail = trails.get(ctx.em);
  if (trail) trail.isTold = true;
  const records = [{ id: uuidv7(), before: {}, after: {}, ...what }];
  const caller = callerOf(ctx);
  if (tenantId) ctx.publish(auditRecorded, { ...caller, actor: actor ?? caller.actor, action, records }, tenantId);
}

/** Sees every change set of every unit of work that has a trail; only what the graph shows of a noun is told. */
export function auditSubscriber(schema: GraphQLSchema): EventSubscriber {
  return {
    onFlush({ em, uow }: FlushEventArgs) {
      const trail = trails.get(em as EntityManager);
      if (!trail) return;
      for (const changeSet of uow.getChangeSets()) note(trail, changeSet, schema);
    },
  };
}

function note({ changes }: Trail, changeSet: ChangeSet<object>, schema: GraphQLSchema): void {
  const noun = changeSet.meta.className;
  const type = schema.getType(noun);
  const known = changes.get(changeSet.entity);
  // Rows that the graph does not know (sessions, pairings) are told by their mutation alone.
  if (!type || !('getFields' in type)) return;
  const shown = new Set(Object.keys(type.getFields()));
  const entity = changeSet.entity as { id: string; tenantId?: string; tenant?: { id: string } };
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
    tenantId: entity.tenantId ?? entity.tenant?.id ?? (noun === 'Tenant' ? entity.id : undefined),
    before: changeSet.type === 'create' ? {} : { ...before, ...known?.before },
    after: { ...known?.after, ...after },
  });
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
      return [[part ? `${root}.${part}` : root, plain(property, value)]];
    }),
  );
}

/** As it was given, not as the database keeps it. */
function plain({ customType }: EntityProperty, value: unknown): unknown {
  if (value === undefined || value === null) return null;
  // JSON is compared as text, and left as such.
  if (customType instanceof JsonType) return typeof value === 'string' ? JSON.parse(value) : value;
  const platform = customType?.platform;
  return platform ? customType.convertToJSValue(value, platform) : value;
}

function asRecord({ kind, noun, nounId, before, after }: Change): AuditRecord {
  return { id: uuidv7(), kind, noun, nounId, before, after };
}

function asEvent(ctx: Context, { action, tenantId = ctx.viewer.tenantId, actor, ...what }: Told): PendingEvent[] {
  if (!tenantId) return [];
  return [eventOf(ctx, tenantId, { action, actor, records: [{ id: uuidv7(), before: {}, after: {}, ...what }] })];
}

function eventOf(
  ctx: Context,
  feed: string,
  told: { action: string; actor?: Told['actor']; records: AuditRecord[] },
): PendingEvent {
  const caller = callerOf(ctx);
  return makeEvent(auditRecorded, { ...caller, ...told, actor: told.actor ?? caller.actor }, { feed, call: ctx.call });
}

function callerOf({ viewer, call }: Context) {
  return { actor: { kind: viewer.kind, id: viewer.id }, address: call.address, correlationId: call.correlationId };
}
