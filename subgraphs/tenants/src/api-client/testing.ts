import type { TestSubgraph } from '@mycelium/kit/testing';
import { v7 as uuidv7 } from 'uuid';
import { Tenant } from '../tenant/tenant.ts';

/** A tenant that is there; answers its id. */
export async function makeTenant({ subgraph }: TestSubgraph): Promise<string> {
  const id = uuidv7();
  await subgraph.work(async ({ em }) => {
    const place = { languages: ['en'], currency: 'USD', timeZone: 'America/Chicago' };
    em.create(Tenant, { id, slug: `tenant-${id}`, name: 'A tenant', ...place });
  });
  return id;
}
