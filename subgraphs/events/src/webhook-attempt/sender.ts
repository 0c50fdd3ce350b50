import { hostname } from 'node:os';
import { acknowledgeDeliveries, failDeliveries } from '@mycelium/bus/answer';
import { applicationKey, bellOf, readySourcesKey } from '@mycelium/bus/keys';
import { type Delivery, leaseDeliveries } from '@mycelium/bus/lease';
import type { Context } from '@mycelium/kit/context';
import type { Desk, Worker, WorkerDesk } from '@mycelium/kit/workers';
import { applicationOf } from '../webhook-endpoint/application.ts';
import { TOLD_KEY } from '../webhook-endpoint/mirror.ts';
import { WebhookEndpoint, WebhookStatus } from '../webhook-endpoint/webhook-endpoint.ts';
import { bodyOf, headersOf } from './message.ts';
import { recordAttempt } from './record.ts';
import { policyWith, waitAfter, webhookPolicy } from './schedule.ts';
import { send } from './send.ts';
import { WebhookOutcome } from './webhook-attempt.ts';

const POLL_MS = 1_000;
/** How long a delivery is leased: longer than an attempt takes, and the row that is written of it. */
const LEASE_MS = 45_000;
/** How many messages an endpoint gets at a time, and how many endpoints are served at a time. */
const AT_ONCE = 5;
const MOST_ENDPOINTS = 50;

type Tools = Pick<Context, 'redis' | 'vault'> & Pick<Context['outside'], 'fetch'>;
interface Told {
  tenant: string;
  endpointId: string;
}

/**
 * Tells endpoints what waits for them on the bus. An endpoint that is slow holds up nobody else, since each has its own
 * round; an attempt is written down before the bus hears how it went, so a kill in between sends the message again.
 */
export const webhookSender: Worker = {
  name: 'webhooks',
  restMs: 1_000,
  async turn(desk) {
    const tools = await desk.inTenant(undefined, undefined, async ({ redis, vault, outside }) => ({
      redis,
      vault,
      fetch: outside.fetch,
    }));
    const rounds = new Map<string, Promise<void>>();
    const bell = listen(desk);
    try {
      while (!desk.signal.aborted) {
        for (const told of await findReady(tools)) {
          const key = told.endpointId;
          if (rounds.has(key) || rounds.size >= MOST_ENDPOINTS) continue;
          const round = tell(told, tools, desk)
            .catch((error: unknown) => {
              if (!desk.signal.aborted)
                desk.log.error({ err: error, endpointId: key }, 'an endpoint could not be told');
            })
            .finally(() => rounds.delete(key));
          rounds.set(key, round);
        }
        await bell.rest();
      }
    } finally {
      bell.close();
      await Promise.all(rounds.values());
    }
    return false;
  },
};

/** Rings when something comes for any endpoint; what waits for its time is found by looking now and then. */
function listen({ bell, signal }: WorkerDesk): { rest(): Promise<void>; close(): void } {
  let wake = Promise.withResolvers<void>();
  const ring = (): void => wake.resolve();
  signal.addEventListener('abort', ring, { once: true });
  const listening = bell.listenToPattern(bellOf(applicationOf('*')), { hear: ring, missed: ring });
  return {
    async rest() {
      const timer = setTimeout(ring, POLL_MS);
      if (!signal.aborted) await wake.promise;
      clearTimeout(timer);
      wake = Promise.withResolvers();
    },
    close: () => void listening.then((stop) => stop()),
  };
}

/** The endpoints that are at work and have something due. */
async function findReady({ redis }: Tools): Promise<Told[]> {
  const all = (await redis.smembers(TOLD_KEY)).map((member) => {
    const [tenant = '', endpointId = ''] = member.split(' ');
    return { tenant, endpointId };
  });
  const reads = redis.pipeline();
  for (const { tenant, endpointId } of all)
    reads.zcount(readySourcesKey(tenant, applicationOf(endpointId)), '-inf', Date.now());
  const counts = (await reads.exec()) ?? [];
  return all.filter((_, index) => Number(counts[index]?.[1] ?? 0) > 0);
}

/** One round of an endpoint: until nothing is due any more, or it is no longer active. */
async function tell({ tenant, endpointId }: Told, tools: Tools, desk: Desk): Promise<void> {
  const lease = {
    tenant,
    application: applicationOf(endpointId),
    consumer: `${hostname()} ${process.pid}`,
    leaseMs: LEASE_MS,
    most: AT_ONCE,
    policy: webhookPolicy,
  };
  while (!desk.signal.aborted) {
    const endpoint = await desk.inTenant(tenant, undefined, (ctx) =>
      ctx.em.findOne(WebhookEndpoint, { id: endpointId }),
    );
    if (endpoint?.status !== WebhookStatus.ACTIVE) return;
    const deliveries = await leaseDeliveries(tools.redis, lease);
    if (deliveries.length === 0) return;
    await Promise.all(deliveries.map((delivery) => attempt(endpoint, delivery, tools, desk)));
  }
}

async function attempt(endpoint: WebhookEndpoint, delivery: Delivery, tools: Tools, desk: Desk): Promise<void> {
  const { id: endpointId, tenantId: tenant, url } = endpoint;
  const { event } = delivery;
  const startedAt = new Date();
  const body = bodyOf(event);
  const headers = headersOf(event.id, startedAt, body, secretsOf(endpoint, tools, startedAt));
  const sent = await send(tools.fetch, { tenantId: tenant, url, headers, body }, desk.signal);
  const endedAt = Date.now();
  const isDelivered = sent.outcome === WebhookOutcome.DELIVERED;
  const wait = isDelivered ? undefined : waitAfter(delivery.attempt, sent.pauseMs);
  const nextAttemptAt = wait === undefined ? undefined : new Date(endedAt + wait);
  const durationMs = endedAt - startedAt.getTime();
  await desk.inTenant(tenant, event.correlationId, (ctx) =>
    recordAttempt(ctx, { endpointId, delivery, sent, startedAt, durationMs, nextAttemptAt }),
  );
  const application = applicationOf(endpointId);
  if (isDelivered) {
    await acknowledgeDeliveries(tools.redis, tenant, application, [{ id: event.id, data: { status: sent.status } }]);
    return;
  }
  const reason = [sent.outcome, sent.status].filter((part) => part !== undefined).join(' ');
  const failure = { id: event.id, attempt: delivery.attempt, reason, mayRetry: true };
  await failDeliveries(tools.redis, tenant, application, [failure], policyWith(wait ?? 0));
  if (sent.pauseMs) await leaveInPeace(tools, { tenant, application, until: endedAt + sent.pauseMs });
}

/** The secrets that sign: the newest first, and the one before while they overlap. */
function secretsOf(endpoint: WebhookEndpoint, { vault }: Tools, now: Date): string[] {
  const { sealedSecret, sealedOldSecret, oldSecretUntil } = endpoint;
  const overlaps = sealedOldSecret && oldSecretUntil && oldSecretUntil > now;
  return [sealedSecret, ...(overlaps ? [sealedOldSecret] : [])].map((sealed) => vault.open(sealed));
}

/** An endpoint that asks for a pause gets it for all that waits: its breaker is open until then, and one message tries first. */
async function leaveInPeace(
  { redis }: Tools,
  { tenant, application, until }: { tenant: string; application: string; until: number },
): Promise<void> {
  await redis.hset(applicationKey(tenant, application), { breaker: 'OPEN', openUntil: until, since: Date.now() });
}
