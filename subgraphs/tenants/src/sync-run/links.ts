import type { Context } from '@mycelium/kit/context';
import { v7 as uuidv7 } from 'uuid';
import type { Product } from '../service/product.ts';
import { ExternalId, type Kind } from './external-id.ts';

export type Link = Pick<ExternalId, 'localId' | 'externalId' | 'agreed' | 'told'> & { isComing?: boolean };

/** Keeps which row of a product is which of ours, new or known, in one statement, since a catalogue has many. Answers those that it did not keep: their id belongs to another row. */
export async function keepLinks(
  { em }: Context,
  { tenantId, system, kind }: { tenantId: string; system: Product; kind: Kind },
  links: readonly Link[],
): Promise<Link[]> {
  if (links.length === 0) return [];
  const holders = await em.find(ExternalId, {
    system,
    kind,
    externalId: { $in: links.map(({ externalId }) => externalId) },
  });
  const holderOf = new Map(holders.map(({ externalId, localId }) => [externalId, localId]));
  const isFree = ({ externalId, localId }: Link) => {
    if (!holderOf.has(externalId)) holderOf.set(externalId, localId);
    return holderOf.get(externalId) === localId;
  };
  const [kept, others]: [Link[], Link[]] = [[], []];
  for (const link of links) (isFree(link) ? kept : others).push(link);
  const rows = kept.map(({ localId, externalId, agreed, told, isComing = false }) => ({
    ...{ id: uuidv7(), agreed, told },
    ...{ local_id: localId, external_id: externalId, is_coming: isComing },
  }));
  await em.execute(
    `insert into tenants.external_id as known
       (id, tenant_id, system, kind, local_id, external_id, agreed, told, is_coming)
     select id, ?, ?, ?, local_id, external_id, agreed, told, is_coming
     from jsonb_to_recordset(?::jsonb)
       as link (id uuid, local_id uuid, external_id text, agreed jsonb, told jsonb, is_coming boolean)
     on conflict (tenant_id, system, kind, local_id) do update
     set external_id = excluded.external_id, agreed = excluded.agreed, told = excluded.told,
       is_coming = excluded.is_coming, version = known.version + 1, updated_at = now()`,
    [tenantId, system, kind, JSON.stringify(rows)],
  );
  return others;
}
