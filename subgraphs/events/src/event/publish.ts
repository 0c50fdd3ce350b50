import { auditOf } from '@mycelium/kit/audit-trail';
import { publishEvents } from '@mycelium/kit/bus/bus';
import type { Context } from '@mycelium/kit/context';
import { Forbidden, Invalid } from '@mycelium/kit/errors';
import { parseInput } from '@mycelium/kit/input';
import type { Audit } from '@mycelium/schema/audit';
import { type Event, eventTypes } from '@mycelium/schema/events';
import { securityAlert } from '@mycelium/schema/suite-events';
import { v7 as uuidv7 } from 'uuid';
import { checkTogether } from '../event-type/own-payload.ts';
import { type KnownType, type Registry, readRegistry } from '../event-type/registry.ts';
import { onBus } from '../on-bus.ts';
import { tenantOf } from '../own-tenant.ts';
import { publishAcknowledgment } from './acknowledgment.ts';
import { checkTeller } from './check-teller.ts';
import { ACKNOWLEDGMENT, type EventAnswer, type PublishEventInput, publishSchema } from './event.ts';

/** What every target of an event is asked for by name. */
const EVERYONE = 'all';

/** Publishes events in one step, each once per idempotency key; nothing is published when one of them is not right. */
export async function publish(
  ctx: Context,
  inputs: readonly PublishEventInput[],
  path: readonly string[],
): Promise<EventAnswer[]> {
  const tenant = tenantOf(ctx);
  const registry = await readRegistry(ctx, tenant);
  const answers = inputs.findIndex(({ eventType }) => eventType === ACKNOWLEDGMENT);
  const [alone, ...others] = inputs;
  if (answers >= 0 && alone && others.length === 0) return [await publishAcknowledgment(ctx, registry, alone, path)];
  if (answers >= 0)
    throw new Invalid('Many are acknowledged with acknowledgeEvents.', [...path, String(answers), 'eventType']);
  const events = checkTogether(() =>
    inputs.map((input, index) => {
      const at = inputs.length === 1 && path[0] === 'input' ? path : [...path, String(index)];
      return eventOf(ctx, tenant, registry, input, at);
    }),
  );
  const ids = await onBus(ctx, (redis) => publishEvents(redis, events));
  return events.map(({ event, targets }, index) => ({ ...asAnswer(event, targets), eventId: ids[index] ?? event.id }));
}

function eventOf(ctx: Context, tenant: string, registry: Registry, input: PublishEventInput, path: readonly string[]) {
  const given = parseInput(publishSchema, input, path);
  const type = registry.type(given.eventType);
  if (!type)
    throw new Invalid(`There is no event type ${given.eventType}.`, [...path, 'eventType'], {
      reason: 'UNKNOWN_TYPE',
      name: given.eventType,
    });
  checkTeller(ctx, type);
  const source = sourceOf(ctx, type, registry, given.source ?? undefined, path);
  const payload = parseInput(type.payload, given.payload, [...path, 'payload']);
  const addressee = eventTypes.get(type.name)?.addressee?.(payload);
  const targets = targetsOf(type, source, addressee ? [addressee] : (given.targets ?? undefined), path);
  const event: Event = {
    id: uuidv7(),
    type: type.name,
    feed: tenant,
    source,
    at: new Date().toISOString(),
    actor: { kind: ctx.viewer.kind, id: ctx.viewer.id },
    correlationId: ctx.call.correlationId,
    region: ctx.outside.region,
    orderingKey: given.orderingKey ?? undefined,
    payload,
  };
  return { event, targets, idempotencyKey: given.idempotencyKey ?? undefined, audit: auditOfAlert(ctx, event) };
}

/** A security alert is in the audit log by the step that publishes it, whoever else it reaches. */
function auditOfAlert(ctx: Context, { id, type, feed, payload }: Event): Audit | undefined {
  if (type !== securityAlert.name) return undefined;
  const after = payload as Record<string, unknown>;
  const record = { id: uuidv7(), kind: 'CALLED' as const, noun: 'SecurityAlert', nounId: id, before: {}, after };
  return auditOf(ctx, { tenantId: feed, action: type, records: [record] });
}

/** A key speaks for its application alone; people speak for whichever tells the type. */
function sourceOf(
  { viewer }: Context,
  type: KnownType,
  registry: Registry,
  given: string | undefined,
  path: readonly string[],
): string {
  if (viewer.kind === 'client' && !viewer.application)
    throw new Forbidden('This key speaks for no application; its client has to be given one.');
  const source = given ?? viewer.application ?? type.source;
  if (viewer.application && source !== viewer.application)
    throw new Forbidden(`This key speaks for ${viewer.application}, not for ${source}.`);
  if (!registry.applications.has(source)) throw new Invalid(`There is no application ${source}.`, [...path, 'source']);
  if (source !== type.source) throw new Invalid(`${type.name} is told by ${type.source}.`, [...path, 'source']);
  return source;
}

function targetsOf(type: KnownType, source: string, given: string[] | undefined, path: readonly string[]): string[] {
  const all = type.targets.filter((target) => target !== source);
  if (!given || given.includes(EVERYONE)) return [...all];
  const wrong = given.findIndex((target) => !all.includes(target));
  if (wrong >= 0) throw new Invalid(`${type.name} does not reach ${given[wrong]}.`, [...path, 'targets', wrong]);
  return [...new Set(given)];
}

/** An event as the graph shows it. */
export function asAnswer(event: Event, targets: readonly string[]): EventAnswer {
  return {
    eventId: event.id,
    eventType: event.type,
    source: event.source,
    targets: [...targets],
    payload: event.payload,
    publishedAt: new Date(event.at),
    correlationId: event.correlationId,
    region: event.region,
    orderingKey: event.orderingKey,
  };
}
