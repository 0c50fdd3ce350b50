import { changedKey, offKey } from '@mycelium/bus/keys';
import { noteUsed } from '@mycelium/bus/off';
import { on } from '@mycelium/kit/subgraph';
import { serviceChanged } from '@mycelium/schema/subgraphs/tenants';
import { lookAtAlerts } from '../alert/watch.ts';

/** A product that a tenant has switched off is sent nothing more, and its alerts end; what waits for it stays until it is on again, or is too old. */
export const switchedOff = on(serviceChanged, async ({ redis }, { product, status }, { feed: tenant }) => {
  if (!product || !status) return;
  if (status === 'OFF') await redis.sadd(offKey(tenant), product);
  else await redis.srem(offKey(tenant), product);
  await noteUsed(redis, tenant, [product]);
  await redis.publish(changedKey(tenant), String(Date.now()));
  lookAtAlerts();
});
