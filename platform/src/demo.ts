import { createHmac } from 'node:crypto';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { demoAdmin, demoSlugs } from '@mycelium/database/seed';
import type { Files } from '@mycelium/kit/files/files';
import type { OpenOptions, OpenSubgraph } from '@mycelium/kit/subgraph';
import type { SubgraphName } from '@mycelium/schema/roster';
import { startSmp } from '@mycelium/smp/smp';
import { isAccount, seedServices } from '@mycelium/tenants/seed';
import { Refusal } from './progress.ts';
import { seedDemo } from './seed-demo.ts';
import type { Shutdown } from './shutdown.ts';
import { openByName } from './subgraphs.ts';

/** Who can log in where the demo tenants are. */
export const demoAccounts = [
  'owner@las-reinas.test, manager@las-reinas.test, kitchen@las-reinas.test · a taqueria with two locations',
  'owner@el-farolito.test · another tenant',
  'owner@test-kitchen.test · a tenant to try things with, whose API keys are test keys',
  `${demoAdmin.email} · the platform`,
];

interface Product {
  baseUrl: string;
  token: string;
}

/** Makes the demo tenants that are not there yet, wherever their subgraphs run. */
export async function makeDemo(
  open: readonly OpenSubgraph[],
  options: OpenOptions,
  files: Files,
  smp: Product,
): Promise<void> {
  await using tenants = await borrow('tenants', open, options);
  await using events = await borrow('events', open, options);
  await using restaurant = await borrow('restaurant', open, options);
  await using crm = await borrow('crm', open, options);
  await using venues = await borrow('venues', open, options);
  await seedDemo(
    {
      ...{ tenants: tenants.subgraph, events: events.subgraph, restaurant: restaurant.subgraph },
      ...{ crm: crm.subgraph, venues: venues.subgraph },
    },
    files,
  );
  const [slug] = demoSlugs;
  await tenants.subgraph.work((ctx) => seedServices(ctx, slug, smp));
}

/**
 * The product that the demo syncs with. It begins before the subgraphs, so that it ends after them, and where and as it was before,
 * so that a run that was left when the platform ended finds it.
 */
export async function startProduct(
  { dataDir, secret }: { dataDir: string; secret: string },
  shutdown: Shutdown,
  now: () => Date,
): Promise<Product> {
  const token = createHmac('sha256', secret).update('the product of the demo').digest('base64url');
  const kept = join(dataDir, 'smp.port');
  const port = Number(await readFile(kept, 'utf8').catch(() => 0));
  // Somebody else may have the port by now.
  const smp = await startSmp({ token, now, port }).catch(() => startSmp({ token, now }));
  shutdown.defer(() => smp.close());
  await writeFile(kept, new URL(smp.url).port);
  return { baseUrl: smp.url, token };
}

/** The demo accounts have a known password: production does not start on a database that has them. */
export async function refuseDemo(open: readonly OpenSubgraph[], options: OpenOptions): Promise<void> {
  await using tenants = await borrow('tenants', open, options);
  if (!(await tenants.subgraph.work((ctx) => isAccount(ctx, demoAdmin.email)))) return;
  throw new Refusal(
    `DATABASE_URL: this database has the demo accounts (${demoAdmin.email}), whose password is known: give production a database of its own.`,
  );
}

/** The subgraph as it is open here, or opened for a moment when it runs elsewhere. */
async function borrow(
  name: SubgraphName,
  open: readonly OpenSubgraph[],
  options: OpenOptions,
): Promise<AsyncDisposable & { subgraph: OpenSubgraph }> {
  const here = open.find((subgraph) => subgraph.name === name);
  const subgraph = here ?? (await openByName(name, options));
  return { subgraph, [Symbol.asyncDispose]: async () => (here ? undefined : subgraph.close()) };
}
