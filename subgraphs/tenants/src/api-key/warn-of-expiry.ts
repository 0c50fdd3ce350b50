import type { Context } from '@mycelium/kit/context';
import { raiseNotice } from '@mycelium/kit/notice';
import { membersWith } from '../user/find-members.ts';

interface Ending {
  id: string;
  tenant_id: string;
  client_id: string;
  client: string;
  prefix: string;
  expires_at: Date;
}

/** Tells those who may make keys of each that ends within a week, once; not of one that was made for less. */
export async function warnOfExpiry(ctx: Context): Promise<void> {
  // By hand, so that the versions that people have read stay.
  const ending = await ctx.em.execute<Ending[]>(
    `update tenants.api_key set warned_at = now() from tenants.api_client client
     where client.id = api_key.client_id and api_key.warned_at is null and api_key.expired_at is null and api_key.revoked_at is null
       and api_key.expires_at between now() and now() + interval '7 days'
       and api_key.expires_at > api_key.created_at + interval '7 days'
     returning api_key.id, api_key.tenant_id, client_id, client.name as client, prefix, api_key.expires_at`,
  );
  for (const { id, tenant_id: tenantId, client_id: clientId, client, prefix: key, expires_at: at } of ending) {
    const values = { client, key, at: new Date(at).toISOString() };
    const notice = { kind: 'api_key.expiring', path: `/access/${clientId}`, values, onceKey: `api_key.expiring ${id}` };
    for (const userId of await membersWith(ctx, tenantId, 'access:write'))
      raiseNotice(ctx, { userId, ...notice }, tenantId);
  }
}
