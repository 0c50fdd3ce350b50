import type { ReadSigns } from '@mycelium/kit/signs';
import { SILENCE_MS } from './status.ts';

interface Dark {
  tenant_id: string;
  dark: number;
  since: string;
  only: string;
  name: string;
}

/** The screens that were online and are silent now, unless that is meant; one leads to itself. */
export const darkSigns: ReadSigns = async ({ em }, tenantIds) => {
  const rows = await em.execute<Dark[]>(
    `select tenant_id, count(*)::int as dark, min(last_seen_at) as since, min(id::text) as only, min(name) as name
     from tenants.display
     where tenant_id in (select value::uuid from jsonb_array_elements_text(?::jsonb)) and revoked_at is null
       and last_seen_at <= ? and not exists (
         select 1 from tenants.maintenance_window quiet
         where quiet.tenant_id = display.tenant_id and quiet.starts_at <= ? and quiet.ends_at > ?
       )
     group by tenant_id`,
    [JSON.stringify(tenantIds), new Date(Date.now() - SILENCE_MS), new Date(), new Date()],
  );
  return rows.map(({ tenant_id: tenantId, dark, since, only, name }) => ({
    ...{ tenantId, code: 'SCREEN_DARK', count: dark, since: new Date(since) },
    ...(dark === 1 ? { name, path: `/screens/${only}` } : { path: '/screens' }),
  }));
};
