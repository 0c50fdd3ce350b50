import { pauseChannel } from '@mycelium/bus/channel';
import { applicationKey, bellOf, changedKey, pausesKey, readyKey, totalsKey } from '@mycelium/bus/keys';
import { ownTenant } from '@mycelium/kit/allow';
import { record } from '@mycelium/kit/audit';
import type { Context } from '@mycelium/kit/context';
import { unchanged } from '@mycelium/kit/crud';
import { Invalid } from '@mycelium/kit/errors';
import { afterCommit } from '@mycelium/kit/transaction';
import { applicationFacts } from '@mycelium/schema/applications';
import type { Redis } from 'ioredis';
import { ConsumerPlace } from '../consumer/consumer.ts';
import { readRegistry } from '../event-type/registry.ts';
import type { CommunicationChannel } from '../health/health.ts';
import { readChannel } from '../health/read-health.ts';
import { onBus } from '../on-bus.ts';
import { setOutside, withHome } from '../settings/write-settings.ts';

/** Stops a channel, so that what is published waits, or lets it go on; the same again changes nothing. */
export async function turnChannel(
  ctx: Context,
  source: string,
  target: string,
  isPaused: boolean,
): Promise<CommunicationChannel> {
  await checkApplications(ctx, { source, target });
  const tenant = ownTenant(ctx);
  const channel = `${source}>${target}`;
  const { kind, id } = ctx.viewer;
  return onBus(ctx, async (redis) => {
    const isNew = await pauseChannel(redis, { tenant, source, target }, isPaused);
    if (isNew && isPaused) await redis.hset(pausesKey(tenant), channel, JSON.stringify({ kind, id, at: Date.now() }));
    if (!isPaused) await redis.hdel(pausesKey(tenant), channel);
    // The channel may never have had a delivery, and whoever stopped it must see it among the others.
    await redis.hsetnx(totalsKey(tenant), `${channel}|pending`, 0);
    if (isNew) {
      const facts = { before: { isPaused: !isPaused }, after: { isPaused } };
      const action = isPaused ? 'pauseChannel' : 'resumeChannel';
      record(ctx, { action, kind: 'UPDATED', noun: 'EventChannel', nounId: `${source} → ${target}`, ...facts });
    }
    const found = await readChannel(redis, tenant, source, target);
    return isNew ? found : unchanged(ctx, found);
  });
}

/** Lets an application have its events again at once, without waiting for a probe. */
export async function closeBreaker(ctx: Context, application: string): Promise<void> {
  await checkApplications(ctx, { application });
  const tenant = ownTenant(ctx);
  const wasOpen = await onBus(ctx, async (redis) => {
    const key = applicationKey(tenant, application);
    const [breaker, failures] = await redis.hmget(key, 'breaker', 'failures');
    if ((breaker ?? 'CLOSED') === 'CLOSED' && Number(failures ?? 0) === 0) return false;
    await redis
      .multi()
      .hset(key, { breaker: 'CLOSED', since: Date.now(), failures: 0 })
      .hdel(key, 'openUntil', 'probeUntil')
      .publish(changedKey(tenant), String(Date.now()))
      .exec();
    await wake(redis, tenant, application);
    return true;
  });
  if (!wasOpen) return unchanged(ctx, undefined);
  const after = { breaker: 'CLOSED' };
  record(ctx, { action: 'closeBreaker', kind: 'UPDATED', noun: 'Application', nounId: application, after });
}

/**
 * Says who takes the deliveries to an application: the platform that answers for it, or a program outside. That a program does is also
 * remembered of an application that every tenant has and nobody answers for yet, so that it keeps its events when somebody does.
 */
export async function setConsumer(ctx: Context, application: string, isOutside: boolean): Promise<void> {
  await checkApplications(ctx, { application });
  if (!withHome.includes(application)) {
    if (isOutside && !applicationFacts.has(application)) return unchanged(ctx, undefined);
    if (!isOutside)
      throw new Invalid(
        `The platform cannot receive the events of ${application}; only its own program can.`,
        ['consumer'],
        {
          reason: 'NO_HOME',
          name: application,
        },
      );
  }
  if (!(await setOutside(ctx, application, isOutside))) return unchanged(ctx, undefined);
  const after = { consumer: isOutside ? ConsumerPlace.OUTSIDE : ConsumerPlace.HOME };
  record(ctx, { action: 'setConsumer', kind: 'UPDATED', noun: 'Application', nounId: application, after });
  const tenant = ownTenant(ctx);
  afterCommit(ctx, async () => {
    if (!isOutside) await wake(ctx.redis, tenant, application);
    await ctx.redis.publish(changedKey(tenant), String(Date.now()));
  });
}

async function checkApplications(ctx: Context, names: Record<string, string>): Promise<void> {
  const { applications } = await readRegistry(ctx, ownTenant(ctx));
  for (const [argument, name] of Object.entries(names))
    if (!applications.has(name))
      throw new Invalid(`There is no application ${name}.`, [argument], { reason: 'UNKNOWN_APPLICATION', name });
}

/** The application's home looks at this tenant again. */
async function wake(redis: Redis, tenant: string, application: string): Promise<void> {
  await redis.multi().zadd(readyKey(application), 0, tenant).publish(bellOf(application), tenant).exec();
}
