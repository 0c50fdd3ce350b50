import { asSystem } from '@mycelium/kit/as-system';
import type { Context } from '@mycelium/kit/context';
import { tokenHash } from '@mycelium/kit/token';
import { ApiClientStatus } from '../api-client/api-client.ts';
import type { Credential } from '../credential/credential.ts';
import { ViewerKind } from '../session/viewer.ts';
import { Tenant, TenantStatus } from '../tenant/tenant.ts';
import { ApiKey } from './api-key.ts';
import { isGood } from './key-status.ts';
import { prefixOf } from './write-key.ts';

/** Whom an API key belongs to, if it is good now; that it was used is kept to the minute. */
export async function holderOfKey(ctx: Context, token: string): Promise<Credential | undefined> {
  const em = asSystem(ctx);
  const key = await em.findOne(ApiKey, { hash: tokenHash(token) }, { populate: ['client'] });
  if (!key || !isGood(key, new Date())) return undefined;
  const client = key.client.getEntity();
  const tenant = await em.findOne(Tenant, { id: key.tenantId });
  if (client.status !== ApiClientStatus.ACTIVE || tenant?.status !== TenantStatus.ACTIVE) return undefined;
  // A tenant may have been given another environment since.
  if (!token.startsWith(prefixOf(tenant.environment))) return undefined;
  await noteUse(em, key.id);
  const { id, tenantId, scopes, application } = client;
  return { kind: ViewerKind.CLIENT, id, tenantId, scopes, application, expiresAt: key.expiresAt, sessionId: key.id };
}

/** Notes that a key was used; plain SQL leaves the version that a person has just read. */
async function noteUse(em: Context['em'], id: string): Promise<void> {
  await em.execute(
    `update tenants.api_key set last_used_at = date_trunc('minute', now())
     where id = ? and (last_used_at is null or last_used_at < date_trunc('minute', now()))`,
    [id],
  );
}
