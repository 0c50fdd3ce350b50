import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { demoAdmin, demoApiKey, demoPassword, demoSlugs, readDemo } from '@mycelium/database/seed';
import type { OpenSubgraph } from '@mycelium/kit/subgraph';
import { seedRestaurant } from '@mycelium/restaurant/seed';
import { findTenantId, seedAdmin, seedPartner, seedTenant } from '@mycelium/tenants/seed';
import { v7 as uuidv7 } from 'uuid';
import { root } from './env.ts';

/** Makes the demo tenants and accounts that are not there yet. The tenant is written last, so that what was cut short is made anew. */
export async function seedDemo({
  tenants,
  restaurant,
}: {
  tenants: OpenSubgraph;
  restaurant: OpenSubgraph;
}): Promise<void> {
  for (const slug of demoSlugs) {
    if (await tenants.work((ctx) => findTenantId(ctx, slug))) continue;
    const { tenant, menu } = await readDemo(slug);
    const id = uuidv7();
    const sectionIds = await restaurant.work((ctx) => seedRestaurant(ctx, id, tenant, menu));
    await tenants.work((ctx) => seedTenant(ctx, tenant, sectionIds, id, demoPassword));
  }
  await tenants.work((ctx) => seedAdmin(ctx, demoAdmin, demoPassword));
  const partner = { slug: demoSlugs[0], name: 'Partner example', key: demoApiKey, documents: await partnerDocuments() };
  await tenants.work((ctx) => seedPartner(ctx, partner));
}

/** What the program in clients/partner-example asks. */
async function partnerDocuments(): Promise<string[]> {
  const folder = join(root, 'clients/partner-example/operations');
  return Promise.all((await readdir(folder)).map((name) => readFile(join(folder, name), 'utf8')));
}
