import { readOff } from '@mycelium/bus/off';
import { KeyUsed, type Publication, publishToBus } from '@mycelium/bus/publish';
import { ownTenant } from '@mycelium/kit/allow';
import { auditOf } from '@mycelium/kit/audit-trail';
import type { Context } from '@mycelium/kit/context';
import { Conflict, Invalid } from '@mycelium/kit/errors';
import { parseInput } from '@mycelium/kit/input';
import type { Audit } from '@mycelium/schema/audit';
import type { Event } from '@mycelium/schema/event-type';
import { securityAlert } from '@mycelium/schema/subgraphs/events';
import { v7 as uuidv7 } from 'uuid';
import { checkTogether } from '../event-type/own-payload.ts';
import { type Registry, readRegistry } from '../event-type/registry.ts';
import { onBus } from '../on-bus.ts';
import { publishAcknowledgment } from './acknowledgment.ts';
import { checkEvent } from './check-event.ts';
import { ACKNOWLEDGMENT, type EventAnswer, type PublishEventInput, publishSchema } from './event.ts';

/** Publishes in one step what a client has to say, each event once per idempotency key; nothing is published when one of them is not right. */
export async function checkAndPublish(
  ctx: Context,
  inputs: readonly PublishEventInput[],
  path: readonly string[],
): Promise<EventAnswer[]> {
  const tenant = ownTenant(ctx);
  const registry = await readRegistry(ctx, tenant);
  const answers = inputs.findIndex(({ eventType }) => eventType === ACKNOWLEDGMENT);
  const [alone, ...others] = inputs;
  if (answers >= 0 && alone && others.length === 0) return [await publishAcknowledgment(ctx, registry, alone, path)];
  if (answers >= 0)
    throw new Invalid('To acknowledge many events, use acknowledgeEvents.', [...path, String(answers), 'eventType']);
  const events = checkTogether(() =>
    inputs.map((input, index) => eventOf(ctx, tenant, registry, input, pathOf(path, inputs.length, index))),
  );
  const ids = await publishAll(ctx, events, path);
  const off = await onBus(ctx, (redis) => readOff(redis, tenant));
  return events.map(({ event, targets }, index) => ({
    ...asAnswer(
      event,
      targets.filter((target) => !off.has(target)),
    ),
    eventId: ids[index] ?? event.id,
  }));
}

function eventOf(ctx: Context, tenant: string, registry: Registry, input: PublishEventInput, path: readonly string[]) {
  const given = parseInput(publishSchema, input, path);
  const { type, source, targets, chosen, payload } = checkEvent(ctx, registry, given, path);
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
  const audit = auditOfAlert(ctx, event);
  return { event, targets, chosen, idempotencyKey: given.idempotencyKey ?? undefined, audit };
}

async function publishAll(ctx: Context, events: readonly Publication[], path: readonly string[]): Promise<string[]> {
  try {
    return await onBus(ctx, (redis) => publishToBus(redis, events));
  } catch (error) {
    if (!(error instanceof KeyUsed)) throw error;
    throw new Conflict('This idempotency key was already used for something else.', {
      reason: 'KEY_USED',
      path: [...pathOf(path, events.length, error.index), 'idempotencyKey'],
      eventId: error.eventId,
    });
  }
}

/** The path of one of the events in the operation's arguments. */
function pathOf(path: readonly string[], count: number, index: number): readonly string[] {
  return count === 1 && path[0] === 'input' ? path : [...path, String(index)];
}

/** A security alert is in the audit log by the step that publishes it, whoever else it reaches. */
function auditOfAlert(ctx: Context, { id, type, feed, payload }: Event): Audit | undefined {
  if (type !== securityAlert.name) return undefined;
  const after = payload as Record<string, unknown>;
  const record = { id: uuidv7(), kind: 'CALLED' as const, noun: 'SecurityAlert', nounId: id, before: {}, after };
  return auditOf(ctx, { tenantId: feed, action: type, records: [record] });
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
