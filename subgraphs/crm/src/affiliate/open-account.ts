import { ownTenant } from '@mycelium/kit/allow';
import type { Context } from '@mycelium/kit/context';
import { v7 as uuidv7 } from 'uuid';

/** Opens the account of a partner, and answers its id; one that is open stays, however often it is asked for. */
export async function openAccount(ctx: Context, { entityId, name }: { entityId: string; name: string }) {
  const of = [ownTenant(ctx), entityId];
  await ctx.em.execute(
    `insert into crm.affiliate_account (id, tenant_id, partner_id, name, version) values (?, ?, ?, ?, 1)
     on conflict (tenant_id, partner_id) do nothing`,
    [uuidv7(), ...of, name],
  );
  const [account] = await ctx.em.execute<{ id: string }[]>(
    'select id from crm.affiliate_account where tenant_id = ? and partner_id = ?',
    of,
  );
  return { accountId: account?.id, application: 'affiliate' };
}
