import { noteUnused, noteUsed } from '@mycelium/bus/off';
import type { Context } from '@mycelium/kit/context';
import { leftovers } from '@mycelium/kit/tasks/rounds';
import { Product } from './product.ts';

const products = Object.values(Product);

/** Has the bus know which products a tenant never had: they are sent nothing, and nobody is shown that they were. */
export async function mirrorUnused(ctx: Context): Promise<void> {
  const { redis } = ctx;
  const before = await readUsed(ctx);
  await Promise.all(
    [...before].map(([tenantId, used]) => {
      const unused = products.filter((product) => !used.includes(product));
      return noteUnused(redis, tenantId, unused);
    }),
  );
  // Read once more: one that was switched on meanwhile must not stay among them, or it would wait for events in vain.
  const after = await readUsed(ctx);
  await Promise.all([...after].map(([tenantId, used]) => noteUsed(redis, tenantId, used)));
}

/** The products that each tenant has, whether on or off. */
async function readUsed({ em }: Context): Promise<Map<string, Product[]>> {
  const rows = await em.execute<{ id: string; products: Product[] }[]>(
    `select tenant.id, coalesce(array_agg(service.product) filter (where service.product is not null), '{}') as products
     from tenants.tenant left join tenants.product_service service on service.tenant_id = tenant.id group by tenant.id`,
  );
  return new Map(rows.map(({ id, products: used }) => [id, used]));
}

/** At the start and every minute: tenants and products come from elsewhere too, and Redis may have lost what it knew. */
export const unusedProducts = { ...leftovers('unused-products', mirrorUnused), cron: '* * * * *' };
