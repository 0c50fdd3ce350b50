import type { EventType } from '@mycelium/schema/events';
import type { Context } from './context.ts';
import { NotFound } from './errors.ts';
import type { FeedChange } from './feed.ts';

/** The changes of these types in a tenant's feed; another tenant's answers as if it did not exist. */
export async function followTenant(
  ctx: Context,
  { tenantId, after }: { tenantId: string; after?: string },
  types: readonly EventType[],
): Promise<AsyncIterableIterator<FeedChange>> {
  if (tenantId !== ctx.viewer.tenantId) throw new NotFound('Tenant', tenantId);
  return ctx.subscribe(tenantId, types, after ?? undefined);
}
