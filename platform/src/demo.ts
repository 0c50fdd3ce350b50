import { randomBytes } from 'node:crypto';
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
  'owner@las-reinas.test, kitchen@las-reinas.test · a taqueria with two locations',
  'owner@el-farolito.test · another tenant',
  'owner@test-kitchen.test · a tenant to try things with, whose API keys are test keys',
  `${demoAdmin.email} · the platform`,
];

/** Makes the demo tenants that are not there yet, wherever their subgraphs run. */
export async function makeDemo(
  open: readonly OpenSubgraph[],
  options: OpenOptions,
  files: Files,
  shutdown: Shutdown,
  now: () => Date,
): Promise<void> {
  await using tenants = await borrow('tenants', open, options);
  await using events = await borrow('events', open, options);
  await using restaurant = await borrow('restaurant', open, options);
  await seedDemo({ tenants: tenants.subgraph, events: events.subgraph, restaurant: restaurant.subgraph }, files);
  const token = randomBytes(24).toString('base64url');
  const smp = await startSmp({ token, now });
  shutdown.defer(() => smp.close());
  const [slug] = demoSlugs;
  await tenants.subgraph.work((ctx) => seedServices(ctx, slug, { baseUrl: smp.url, token }));
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
