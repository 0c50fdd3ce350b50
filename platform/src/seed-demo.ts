import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import {
  demoAdmin,
  demoApiKey,
  demoPassword,
  demoSlugs,
  demoSmpKey,
  demoTestKey,
  readDemo,
} from '@mycelium/database/seed';
import type { OpenSubgraph } from '@mycelium/kit/subgraph';
import { seedRestaurant } from '@mycelium/restaurant/seed';
import { findTenantId, seedAdmin, seedClient, seedTenant } from '@mycelium/tenants/seed';
import { Product } from '@mycelium/tenants/service/product';
import { v7 as uuidv7 } from 'uuid';
import { root } from './env.ts';

/** What a signage product does: reads the menu and says what is sold out, and follows how its sync stands. */
const smpScopes = [
  'menu:read',
  'menu:write',
  'menu:availability',
  'service:read',
  'sync:read',
  'sync:write',
  'display:read',
];

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
  const partner = { name: 'Partner example', scopes: ['menu:read'], documents: await partnerDocuments() };
  for (const client of [
    { ...partner, slug: 'las-reinas', key: demoApiKey },
    { slug: 'las-reinas', name: 'Signage (SMP)', key: demoSmpKey, application: Product.SMP, scopes: smpScopes },
    { slug: 'test-kitchen', name: 'Integration in the making', key: demoTestKey, scopes: smpScopes },
  ])
    await tenants.work((ctx) => seedClient(ctx, client));
}

/** What the program in clients/partner-example asks. */
async function partnerDocuments(): Promise<string[]> {
  const folder = join(root, 'clients/partner-example/operations');
  return Promise.all((await readdir(folder)).map((name) => readFile(join(folder, name), 'utf8')));
}
