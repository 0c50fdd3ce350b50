import { outsideKey } from '@mycelium/bus/keys';
import { readOff } from '@mycelium/bus/off';
import { ownTenant } from '@mycelium/kit/allow';
import type { Context } from '@mycelium/kit/context';
import { NotFound } from '@mycelium/kit/errors';
import { applicationFacts } from '@mycelium/schema/applications';
import { ConsumerPlace } from '../consumer/consumer.ts';
import { ANYONE, readRegistry } from '../event-type/registry.ts';
import { onBus } from '../on-bus.ts';
import { withHome } from '../settings/write-settings.ts';
import { type Application } from './application.ts';

/** Everybody on the bus of the viewer's tenant, with who takes what is sent to them. */
export async function readApplications(ctx: Context): Promise<Application[]> {
  const tenant = ownTenant(ctx);
  const registry = await readRegistry(ctx, tenant);
  const [outside, off] = await onBus(ctx, (redis) =>
    Promise.all([
      Promise.all(withHome.map((name) => redis.sismember(outsideKey(name), tenant))),
      readOff(redis, tenant),
    ]),
  );
  const atHome = withHome.filter((_, index) => outside[index] === 0);
  return [...registry.applications].map(([name, description]) => ({
    name,
    description,
    isBuiltIn: applicationFacts.has(name),
    hasHome: withHome.includes(name),
    isOff: off.has(name),
    consumer: atHome.includes(name) ? ConsumerPlace.HOME : ConsumerPlace.OUTSIDE,
    publishes: registry.types.filter(({ source }) => source === name || source === ANYONE).map((type) => type.name),
    consumes: registry.types.filter(({ targets }) => targets.includes(name)).map((type) => type.name),
  }));
}

export async function readApplication(ctx: Context, name: string): Promise<Application> {
  const application = (await readApplications(ctx)).find((each) => each.name === name);
  if (!application) throw new NotFound('Application', name);
  return application;
}
