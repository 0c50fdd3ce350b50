import { createLog } from '@mycelium/kit/log';
import { askOverHttp } from '@mycelium/kit/neighbours';
import { listen } from '@mycelium/kit/serve';
import { openSubgraph } from '@mycelium/kit/subgraph';
import { restaurant } from '@mycelium/restaurant/subgraph';
import { seedServices, seedTenant } from '@mycelium/tenants/seed';
import { tenants } from '@mycelium/tenants/subgraph';

type Tenant = Parameters<typeof seedTenant>[1] & { id: string };
type Product = Parameters<typeof seedServices>[2] & { slug: string };

interface Message {
  seed?: Tenant;
  queue?: Product;
  /** The most heap that was used since something else was asked. */
  peak?: true;
  /** The heap that is in use, without garbage; needs --expose-gc. */
  live?: true;
}

/** One subgraph as a process of its own, which tells how much of its heap it used at most. */
const [name, databaseUrl = '', redisUrl = '', secret = '', restaurantUrl] = process.argv.slice(2);
const log = createLog(`bench ${name}`, 'error');
const subgraph = await openSubgraph(name === 'tenants' ? tenants : restaurant, {
  ...{ databaseUrl, redisUrl, secret, log },
  innerNetworks: ['127.0.0.0/8'],
  neighbours: askOverHttp(restaurantUrl ? { restaurant: [restaurantUrl] } : {}),
});
const { url } = await listen(subgraph, { host: '127.0.0.1', port: 0, log });

let peak = 0;
setInterval(() => {
  peak = Math.max(peak, process.memoryUsage().heapUsed);
}, 20);

process.on('message', async ({ seed, queue, peak: isPeak, live }: Message) => {
  if (seed) await subgraph.work((ctx) => seedTenant(ctx, seed, new Map(), seed.id, 'x'));
  if (queue) await subgraph.work((ctx) => seedServices(ctx, queue.slug, queue));
  if (live) await globalThis.gc?.();
  process.send?.({ done: isPeak ? peak : process.memoryUsage().heapUsed });
  if (!live) peak = 0;
});
process.send?.({ ready: url });
