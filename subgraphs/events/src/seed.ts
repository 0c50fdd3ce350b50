import type { Context } from '@mycelium/kit/context';
import { afterCommit } from '@mycelium/kit/transaction';
import { EventSettings } from './settings/settings.ts';
import { mirrorSettings } from './settings/write-settings.ts';

/** Says, for a tenant that has said nothing yet, that programs outside take the deliveries to these applications. */
export async function seedOutside(ctx: Context, tenantId: string, outside: string[]): Promise<void> {
  if (await ctx.em.findOne(EventSettings, { tenantId })) return;
  const settings = ctx.em.create(EventSettings, { tenantId, outside });
  await ctx.em.flush();
  afterCommit(ctx, () => mirrorSettings(ctx.redis, [settings]));
}
