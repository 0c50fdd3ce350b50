import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { seedAccount } from '@mycelium/crm/seed/seed-account';
import { seedCrm } from '@mycelium/crm/seed/seed-crm';
import {
  demoAdmin,
  demoApiKey,
  demoPassword,
  demoPicture,
  demoSlugs,
  demoSmpKey,
  demoSuiteKeys,
  demoTestKey,
  readDemo,
} from '@mycelium/database/seed';
import { readDemoCrm } from '@mycelium/database/seed-crm';
import { readDemoPipeline } from '@mycelium/database/seed-pipeline';
import { leaveToPrograms, takeHome } from '@mycelium/events/settings/write-settings';
import { StoreFailure } from '@mycelium/kit/files/file-store';
import type { Files } from '@mycelium/kit/files/files';
import { keepPicture } from '@mycelium/kit/pictures/keep-picture';
import type { OpenSubgraph } from '@mycelium/kit/subgraph';
import { addPictures, locationsOf, seedRestaurant } from '@mycelium/restaurant/seed';
import { seedOrders } from '@mycelium/restaurant/seed-orders';
import { findTenantId, peopleOfTenant, seedAdmin, seedClient, seedTenant } from '@mycelium/tenants/seed';
import { Product } from '@mycelium/tenants/service/product';
import { seedVenues } from '@mycelium/venues/seed';
import { v7 as uuidv7 } from 'uuid';
import { root } from './env.ts';
import { say } from './progress.ts';

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

/** Whom the keys of the business suite speak for. */
const suiteApplications = ['crm', 'hr', 'affiliate'] as const;

/** What a program of the business suite does: publishes, receives, and spends its credits. */
const suiteScopes = ['events:read', 'events:publish', 'events:consume', 'credits:read', 'credits:write'];

/**
 * Makes the demo tenants and accounts that are not there yet. The tenant is written last, so that what was cut short is made again;
 * its menu gets its pictures afterwards, as does one that is older than they are, and its CRM what is in it.
 */
export async function seedDemo(
  {
    tenants,
    events,
    restaurant,
    crm,
    venues,
  }: Record<'tenants' | 'events' | 'restaurant' | 'crm' | 'venues', OpenSubgraph>,
  files?: Files,
): Promise<void> {
  for (const slug of demoSlugs) {
    const { tenant, menu } = await readDemo(slug);
    const known = await tenants.work((ctx) => findTenantId(ctx, slug));
    const id = known ?? uuidv7();
    if (!known) {
      const sectionIds = await restaurant.work((ctx) => seedRestaurant(ctx, id, tenant, menu));
      await tenants.work((ctx) => seedTenant(ctx, tenant, sectionIds, id, demoPassword));
    }
    const people = await tenants.work((ctx) => peopleOfTenant(ctx, id));
    const [personId, ...others] = tenant.users.flatMap(({ email }) => people.get(email)?.id ?? []);
    const { tax } = tenant;
    if (tax && personId)
      await restaurant.work((ctx) => seedOrders(ctx, { tenantId: id, personIds: [personId, ...others], tax }), id);
    const locations = await restaurant.work((ctx) => locationsOf(ctx, id), id);
    await venues.work((ctx) => seedVenues(ctx, id, locations), id);
    const contacts = await readDemoCrm(slug);
    const pipeline = await readDemoPipeline(slug);
    await crm.work((ctx) => seedCrm(ctx, contacts, people, tenant.timeZone, pipeline), id);
    if (files)
      await restaurant
        .work((ctx) =>
          addPictures(ctx, id, menu, (name) => keepPicture({ files, redis: ctx.redis }, demoPicture(slug, name))),
        )
        .catch(unlessFilesAway);
  }
  const staffId = await tenants.work((ctx) => seedAdmin(ctx, demoAdmin, demoPassword));
  for (const slug of demoSlugs) {
    const { account } = await readDemoCrm(slug);
    const { tenant } = await readDemo(slug);
    const id = await tenants.work((ctx) => findTenantId(ctx, slug));
    if (id) await crm.work((ctx) => seedAccount(ctx, account, tenant, staffId), id);
  }
  const partner = {
    ...{ name: 'Partner example', application: 'WEB_HOSTING' as const, scopes: ['menu:read', 'events:consume'] },
    documents: await documentsOf('clients/partner-example'),
  };
  const suite = await documentsOf('simulators/business-suite');
  for (const client of [
    { ...partner, slug: 'las-reinas', key: demoApiKey },
    { slug: 'las-reinas', name: 'Signage (SMP)', key: demoSmpKey, application: Product.SMP, scopes: smpScopes },
    ...suiteApplications.map((application) => ({
      ...{ slug: 'las-reinas', name: `Business suite: ${application}`, key: demoSuiteKeys[application] },
      ...{ application, scopes: suiteScopes, documents: suite },
    })),
    { slug: 'test-kitchen', name: 'Integration in the making', key: demoTestKey, scopes: smpScopes },
  ])
    await tenants.work((ctx) => seedClient(ctx, client));
  const suiteTenant = await tenants.work((ctx) => findTenantId(ctx, 'las-reinas'));
  if (!suiteTenant) return;
  await events.work((ctx) => leaveToPrograms(ctx, suiteTenant, ['hr']));
  // A demo that is older than their home.
  await events.work((ctx) => takeHome(ctx, suiteTenant, ['crm', 'affiliate']));
}

/** They come with another start. */
function unlessFilesAway(error: unknown): void {
  if (!(error instanceof StoreFailure)) throw error;
  say(`The demo has no pictures yet. ${error.message}`);
}

/** What a program of somebody else asks. */
async function documentsOf(program: string): Promise<string[]> {
  const folder = join(root, program, 'operations');
  return Promise.all((await readdir(folder)).map((name) => readFile(join(folder, name), 'utf8')));
}
