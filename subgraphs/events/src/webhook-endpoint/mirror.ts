import { followersKey } from '@mycelium/bus/keys';
import { asSystem } from '@mycelium/kit/as-system';
import { batched } from '@mycelium/kit/batched';
import type { Context } from '@mycelium/kit/context';
import { alertRaised, alertRecovered, conditionChanged } from '@mycelium/schema/subgraphs/events';
import { membershipChanged, noticeRaised } from '@mycelium/schema/subgraphs/tenants';
import { type EndpointCounts, readEndpointCounts } from '../health/counts.ts';
import { type Standing, standingOfEndpoint } from '../health/standing.ts';
import { onBus } from '../on-bus.ts';
import { applicationOf } from './application.ts';
import { WebhookEndpoint, WebhookStatus } from './webhook-endpoint.ts';

/** The endpoints that are at work: a set of `<tenant> <endpoint>`. */
export const TOLD_KEY = 'mycelium:bus:webhooks';

/** What an endpoint is not sent unless it names it: alerts are for whoever runs the events, notices for a person, and who works here is for nobody outside who has not asked. */
const KEPT_INSIDE = [alertRaised, alertRecovered, conditionChanged, noticeRaised, membershipChanged].map(
  ({ name }) => name,
);

/** Writes to Redis what each endpoint of a tenant is to be sent, and which of them are at work. */
export async function mirrorEndpoints({ em, redis }: Pick<Context, 'em' | 'redis'>, tenantId: string): Promise<void> {
  const fork = asSystem({ em });
  const endpoints = await fork.find(WebhookEndpoint, { tenantId });
  await redis.pipeline(endpoints.flatMap(commandsFor)).exec();
}

function commandsFor({ id, tenantId, eventTypes, sources, status }: WebhookEndpoint): string[][] {
  const filter = {
    ...(eventTypes.length > 0 ? { types: eventTypes } : { except: KEPT_INSIDE }),
    ...(sources.length > 0 ? { sources } : {}),
  };
  return [
    ['hset', followersKey(tenantId), applicationOf(id), JSON.stringify(filter)],
    [status === WebhookStatus.ACTIVE ? 'sadd' : 'srem', TOLD_KEY, `${tenantId} ${id}`],
  ];
}

/** Redis may have been away when an endpoint was changed, or have lost it. */
export async function repairEndpoints({ em, redis }: Context): Promise<void> {
  const endpoints = await em.find(WebhookEndpoint, {});
  await redis.pipeline(endpoints.flatMap(commandsFor)).exec();
}

/** What waits for an endpoint, what was given up and what failed in a row, over all that send to it; read once for all endpoints of a request. */
export async function countsOf(ctx: Context, { id, tenantId }: WebhookEndpoint): Promise<EndpointCounts> {
  const ofTenant = await batched(ctx, tenantId, countsOfTenants);
  return ofTenant.get(applicationOf(id)) ?? { pending: 0, stored: 0, attempts: 0, gaveUp: 0 };
}

function countsOfTenants(ctx: Context, tenantIds: readonly string[]) {
  return onBus(ctx, (redis) => Promise.all(tenantIds.map((tenantId) => readEndpointCounts(redis, tenantId))));
}

/** How an endpoint does. What failed before it was resumed is over: `failingSince` of its row decides whether it fails at all. */
export async function standingOf(ctx: Context, endpoint: WebhookEndpoint): Promise<Standing> {
  const { attempts, gaveUp, stored } = await countsOf(ctx, endpoint);
  const { status, failingSince } = endpoint;
  return standingOfEndpoint({
    isPaused: status === WebhookStatus.PAUSED,
    isDisabled: status === WebhookStatus.DISABLED,
    failing: failingSince ? { since: failingSince, attempts, gaveUp } : undefined,
    failed: stored,
  });
}
