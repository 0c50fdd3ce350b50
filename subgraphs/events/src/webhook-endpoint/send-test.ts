import { redeliverEvent } from '@mycelium/bus/redeliver';
import type { Context } from '@mycelium/kit/context';
import { read } from '@mycelium/kit/crud';
import { Conflict } from '@mycelium/kit/errors';
import { webhookTest } from '@mycelium/schema/subgraphs/events';
import { v7 as uuidv7 } from 'uuid';
import { onBus } from '../on-bus.ts';
import { applicationOf } from './application.ts';
import { WebhookEndpoint, WebhookStatus } from './webhook-endpoint.ts';

/** Tells one endpoint, and nobody else, an event that says nothing; on the same way as all others. */
export async function sendTestEvent(ctx: Context, endpointId: string): Promise<string> {
  const { id, tenantId, status } = await read(ctx, WebhookEndpoint, endpointId);
  if (status !== WebhookStatus.ACTIVE)
    throw new Conflict('This endpoint receives nothing; resume it first.', { status });
  const event = {
    id: uuidv7(),
    type: webhookTest.name,
    feed: tenantId,
    source: webhookTest.source,
    at: new Date().toISOString(),
    actor: { kind: ctx.viewer.kind, id: ctx.viewer.id },
    correlationId: ctx.call.correlationId,
    region: ctx.outside.region,
    payload: { endpointId: id, message: 'It works.' },
  };
  await onBus(ctx, (redis) => redeliverEvent(redis, event, applicationOf(id), { isReplay: false, wasStored: false }));
  return event.id;
}
