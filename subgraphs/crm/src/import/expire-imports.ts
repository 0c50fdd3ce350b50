import type { Context } from '@mycelium/kit/context';
import { schedule } from '@mycelium/kit/tasks/rounds';

/** Forgets what imports have read, once nobody can apply or undo them: their rows are full of people. */
export const expireImports = schedule('import-expiry', '23 * * * *', expire);

async function expire(ctx: Context): Promise<void> {
  const now = ctx.now();
  // Only while a file is read its rows are compared by these.
  await ctx.em.execute(
    `delete from crm.import_key k using crm.import i where i.id = k.import_id and i.status <> 'PLANNING'`,
  );
  for (const table of ['import_row', 'import_finding', 'import_key'])
    await ctx.em.execute(
      `delete from crm.${table} r using crm.import i where i.id = r.import_id and i.expires_at <= ?`,
      [now],
    );
  await ctx.em.execute(
    `update crm.import set status = case when status in ('PLANNING', 'PLANNED') then 'EXPIRED' else status end,
       sealed_samples = null, expires_at = null, updated_at = now(), version = version + 1
     where expires_at <= ?`,
    [now],
  );
}
