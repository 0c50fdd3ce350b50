import { hastenTarget } from '@mycelium/bus/target';
import type { Context } from '@mycelium/kit/context';
import { read } from '@mycelium/kit/crud';
import { afterCommit } from '@mycelium/kit/transaction';
import { EventAction, type EventJob } from '../event-job/event-job.ts';
import { startJob } from '../event-job/write-job.ts';
import { applicationOf } from './application.ts';
import { WebhookEndpoint } from './webhook-endpoint.ts';

/** Tries again what an endpoint did not take while it failed. What comes while it is stopped waits, as all else does. */
export async function recoverEndpoint(ctx: Context, endpointId: string, since: Date): Promise<EventJob> {
  const { id, tenantId } = await read(ctx, WebhookEndpoint, endpointId);
  const target = applicationOf(id);
  afterCommit(ctx, () => hastenTarget(ctx.redis, tenantId, target));
  return startJob(ctx, EventAction.RETRY, { target, from: since });
}
