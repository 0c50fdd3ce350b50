import { record } from '@mycelium/kit/audit';
import type { Context } from '@mycelium/kit/context';
import { afterCommit } from '@mycelium/kit/transaction';
import { apiKeyExpired } from '@mycelium/schema/subgraphs/tenants';
import { tellRevoked } from '../session/tell-revoked.ts';

/** Notes and announces every key whose time is over, each once. It is refused from its last moment on; by this, what is connected with it ends too. */
export async function tellExpiredKeys(ctx: Context): Promise<void> {
  // Plain SQL leaves the versions that people have read.
  const expired = await ctx.em.execute<{ id: string; tenant_id: string; client_id: string }[]>(
    `update tenants.api_key set expired_at = now()
     where expired_at is null and revoked_at is null and expires_at <= now() returning id, tenant_id, client_id`,
  );
  for (const { id: keyId, tenant_id: tenantId, client_id: clientId } of expired) {
    record(ctx, { action: apiKeyExpired.name, kind: 'UPDATED', noun: 'ApiKey', nounId: keyId, tenantId });
    ctx.publish(apiKeyExpired, { clientId, keyId }, tenantId);
    afterCommit(ctx, () => tellRevoked(ctx, keyId));
  }
  if (expired.length > 0) ctx.log.info({ count: expired.length }, 'API keys have expired');
}
