import type { TestSubgraph } from '@mycelium/kit/testing';
import { v7 as uuidv7 } from 'uuid';
import { Tenant } from '../src/tenant/tenant.ts';

/** A tenant of which there is nothing yet but itself; answers its id. */
export async function openTenant({ subgraph }: TestSubgraph): Promise<string> {
  const id = uuidv7();
  const looks = { name: 'Las Reinas', languages: ['es'], currency: 'USD', timeZone: 'America/Chicago' };
  await subgraph.work(async ({ em }) => em.create(Tenant, { id, slug: id, ...looks }));
  return id;
}
