import type { Delivery } from '@mycelium/bus/lease';
import type { Context } from '@mycelium/kit/context';
import { create } from '@mycelium/kit/crud';
import { legible } from '@mycelium/kit/legible';
import { afterCommit } from '@mycelium/kit/transaction';
import { webhookChanged } from '@mycelium/schema/subgraphs/events';
import { raiseAlert } from '../alert/raise.ts';
import { AlertKind } from '../alert-rule/alert-kind.ts';
import { TOLD_KEY } from '../webhook-endpoint/mirror.ts';
import { WebhookTrouble } from '../webhook-endpoint/webhook-endpoint.ts';
import type { Sent } from './send.ts';
import { WebhookAttempt, WebhookOutcome } from './webhook-attempt.ts';

/** How long an endpoint may be without a success until it is switched off. */
const PATIENCE_MS = 5 * 24 * 60 * 60 * 1000;

export interface Tried {
  endpointId: string;
  delivery: Delivery;
  sent: Sent;
  startedAt: Date;
  durationMs: number;
  nextAttemptAt?: Date;
}

/** Writes an attempt down, and what the attempt says of its endpoint. */
export async function recordAttempt(ctx: Context, tried: Tried): Promise<void> {
  const { endpointId, delivery, sent, startedAt, durationMs, nextAttemptAt } = tried;
  const { event, attempt, isReplay } = delivery;
  const { outcome, status, response } = sent;
  const row = create(ctx, WebhookAttempt, {
    endpointId,
    eventId: event.id,
    eventType: event.type,
    number: attempt,
    startedAt,
    durationMs,
    outcome,
    status,
    response: response === undefined ? undefined : legible(response),
    nextAttemptAt,
    isReplay,
    event,
  });
  await noteOutcome(ctx, endpointId, sent);
  ctx.publish(webhookChanged, { endpointId, attemptId: row.id });
}

/** The endpoint's version stays, so that an edit which somebody has begun is not refused for it. */
async function noteOutcome(ctx: Context, endpointId: string, { outcome, isGone }: Sent): Promise<void> {
  if (outcome === WebhookOutcome.DELIVERED) {
    await ctx.em.execute(
      'update events.webhook_endpoint set failing_since = null where id = ? and failing_since is not null',
      [endpointId],
    );
    return;
  }
  const [found] = await ctx.em.execute<{ failing_since: string }[]>(
    'update events.webhook_endpoint set failing_since = coalesce(failing_since, now()) where id = ? returning failing_since',
    [endpointId],
  );
  if (!found) return;
  const failingFor = Date.now() - new Date(found.failing_since).getTime();
  if (isGone) await disable(ctx, endpointId, WebhookTrouble.GONE, failingFor);
  else if (failingFor > PATIENCE_MS) await disable(ctx, endpointId, WebhookTrouble.FAILING, failingFor);
}

/** Stops an endpoint; what comes for it waits until somebody resumes it. The alert's value is for how many hours it has failed. */
async function disable(ctx: Context, endpointId: string, trouble: WebhookTrouble, failingFor: number): Promise<void> {
  const { tenantId } = ctx.viewer;
  if (!tenantId) return;
  const disabled = await ctx.em.execute<{ id: string }[]>(
    `update events.webhook_endpoint set status = 'DISABLED', trouble = ?, version = version + 1, updated_at = now()
     where id = ? and status = 'ACTIVE' returning id`,
    [trouble, endpointId],
  );
  if (disabled.length === 0) return;
  const value = Math.round(failingFor / 3_600_000);
  await raiseAlert(ctx, { tenantId, kind: AlertKind.WEBHOOK_DISABLED, endpointId, value, threshold: 0 });
  afterCommit(ctx, () => ctx.redis.srem(TOLD_KEY, `${tenantId} ${endpointId}`));
}

/** Attempts are kept for a month. */
export async function forgetAttempts({ em }: Context): Promise<void> {
  await em.execute(`delete from events.webhook_attempt where created_at < now() - interval '30 days'`);
}
