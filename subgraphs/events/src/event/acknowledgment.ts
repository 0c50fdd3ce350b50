import type { Context } from '@mycelium/kit/context';
import { Forbidden, Invalid } from '@mycelium/kit/errors';
import { parseInput } from '@mycelium/kit/input';
import { v7 as uuidv7 } from 'uuid';
import type { Registry } from '../event-type/registry.ts';
import { acknowledgeOne, failOne } from './acknowledge.ts';
import {
  ACKNOWLEDGMENT,
  acknowledgmentPayload,
  type EventAnswer,
  type PublishEventInput,
  publishSchema,
} from './event.ts';

/** Takes a published acknowledgment for what it says: it reaches the source by itself, and is not acknowledged in turn. */
export async function publishAcknowledgment(
  ctx: Context,
  registry: Registry,
  input: PublishEventInput,
  path: readonly string[],
): Promise<EventAnswer> {
  const given = parseInput(publishSchema, input, path);
  const { viewer } = ctx;
  if (!viewer.scopes.includes('events:consume'))
    throw new Forbidden('You may not do this; it needs the permission events:consume.');
  const source = given.source ?? viewer.application;
  if (!source) throw new Invalid('Name the application that acknowledges.', [...path, 'source']);
  const unknown = (given.targets ?? []).findIndex((target) => !registry.applications.has(target));
  if (unknown >= 0)
    throw new Invalid(`There is no application ${given.targets?.[unknown]}.`, [...path, 'targets', unknown]);
  const { eventId, status, data } = parseInput(acknowledgmentPayload, given.payload, [...path, 'payload']);
  if (status === 'processed') await acknowledgeOne(ctx, source, { eventId, data });
  else await failOne(ctx, source, { id: eventId, reason: JSON.stringify(data ?? {}), mayRetry: true });
  return {
    eventId: uuidv7(),
    eventType: ACKNOWLEDGMENT,
    source,
    targets: given.targets ?? [],
    payload: given.payload,
    publishedAt: new Date(),
    correlationId: ctx.call.correlationId,
    region: ctx.outside.region,
  };
}
