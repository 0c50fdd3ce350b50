import { outsideKey } from '@mycelium/bus/keys';
import { ownTenant } from '@mycelium/kit/allow';
import type { Context } from '@mycelium/kit/context';
import { Conflict, Forbidden, Invalid } from '@mycelium/kit/errors';
import { readRegistry } from '../event-type/registry.ts';
import { onBus } from '../on-bus.ts';
import { withHome } from '../settings/write-settings.ts';

/** Throws unless the viewer speaks for this application: people do for any, a key for the one of its client. */
export async function checkSpeaker(ctx: Context, application: string): Promise<void> {
  const registry = await readRegistry(ctx, ownTenant(ctx));
  if (!registry.applications.has(application))
    throw new Invalid(`There is no application ${application}.`, ['application']);
  const { viewer } = ctx;
  if (viewer.kind === 'client' && viewer.application !== application)
    throw new Forbidden(`This key does not act for ${application}.`);
}

/**
 * Throws unless the viewer may lease what waits for this application, which the platform itself does while it has a home here: of
 * two that lease the same deliveries each would get some, so a program outside gets all of them, once somebody has said so, or none.
 */
export async function checkConsumer(ctx: Context, application: string): Promise<void> {
  await checkSpeaker(ctx, application);
  if (!withHome.includes(application)) return;
  const isOutside = await onBus(ctx, (redis) => redis.sismember(outsideKey(application), ownTenant(ctx)));
  if (!isOutside) throw takenAtHome(application);
}

export function takenAtHome(application: string): Conflict {
  return new Conflict(
    `The platform receives the events of ${application}; call setConsumer first to receive them yourself.`,
    {
      reason: 'TAKEN_AT_HOME',
    },
  );
}
