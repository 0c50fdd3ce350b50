import { redeliverEvent } from '@mycelium/bus/redeliver';
import { hastenTarget } from '@mycelium/bus/target';
import type { Context } from '@mycelium/kit/context';
import { read } from '@mycelium/kit/crud';
import { Conflict } from '@mycelium/kit/errors';
import { eventSchema } from '@mycelium/schema/event-type';
import { onBus } from '../on-bus.ts';
import { applicationOf } from '../webhook-endpoint/application.ts';
import { WebhookAttempt } from './webhook-attempt.ts';

/** Sends a message once more, under its id; also one that was delivered. One that waits for its next attempt is tried now. */
export async function redeliver(ctx: Context, attemptId: string): Promise<string> {
  const { endpointId, tenantId, event, eventId } = await read(ctx, WebhookAttempt, attemptId);
  const application = applicationOf(endpointId);
  const wasStored = await takeStored(ctx, eventId, application);
  const isSent = await onBus(ctx, async (redis) => {
    const how = { isReplay: true, wasStored };
    if ((await redeliverEvent(redis, eventSchema.parse(event), application, how)) === 'DELIVERED') return true;
    return (await hastenTarget(redis, tenantId, application, eventId)) > 0;
  });
  if (!isSent) throw new Conflict('This message is already on its way.', { reason: 'ON_ITS_WAY' });
  return eventId;
}

/** Takes an event from among the failed ones; answers whether it lay there. */
async function takeStored({ em, viewer }: Context, eventId: string, application: string): Promise<boolean> {
  const taken = await em.execute<{ id: string }[]>(
    `delete from events.event_tracking
     where tenant_id = ? and event_id = ? and target_application = ? and status in ('FAILED', 'TIMEOUT') returning id`,
    [viewer.tenantId, eventId, application],
  );
  return taken.length > 0;
}
