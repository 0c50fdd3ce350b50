import type { EntityClass } from '@mikro-orm/core';
import { z } from 'zod';
import type { Context } from './context.ts';
import { resealPage } from './reseal.ts';
import { type SealedColumn, sealedColumnsOf } from './sealed.ts';
import { enqueue } from './tasks/enqueue.ts';
import { leftovers } from './tasks/rounds.ts';
import { GiveUp, type Task, type TaskDesk, task } from './tasks/task.ts';
import type { Vault } from './vault.ts';

const which = z.object({ table: z.string(), column: z.string() });
type Which = z.infer<typeof which>;

const reachedSchema = z.object({ sealed: z.number() });

/** What the vault of a process has been looked through for; without older secrets once is enough. */
const looked = new WeakSet<Vault>();

/** Seals again what these tables have sealed with an older secret: a task for each tenant and column, which `queues` shows until it is done. */
export function resealing(tables: readonly EntityClass<object>[]): Task[] {
  const reseal = task(
    'reseal',
    which,
    async (desk, { table, column }) => {
      const columns = await desk.transact(async ({ em }) => sealedColumnsOf(em, tables));
      const found = columns.find((each) => each.table === table && each.column === column);
      if (!found) throw new GiveUp(`${table} has no sealed column ${column}.`);
      await resealColumn(desk, found);
    },
    { queue: 'reseal' },
  );
  const look = leftovers('reseal-left', async (ctx) => {
    const hasOlder = ctx.vault.names.length > 2;
    if (looked.has(ctx.vault) && !hasOlder) return;
    let isAll = true;
    for (const column of sealedColumnsOf(ctx.em, tables)) {
      const left = await leftIn(ctx, column);
      if (left.length > 0) isAll = false;
      for (const tenantId of tell(ctx, column, left))
        enqueue(ctx, reseal, which.parse(column), { key: `${column.table}.${column.column}`, tenantId });
    }
    if (isAll && hasOlder)
      ctx.log.info('nothing here is sealed with an older secret: MYCELIUM_OLD_SECRETS can be emptied');
    looked.add(ctx.vault);
  });
  return [reseal, look] as Task[];
}

/** How many values of a tenant have a key that is not the newest, by its name. */
interface Left {
  tenant: string | null;
  key: string;
  count: number;
}

function leftIn({ em, vault }: Context, { table, column, hasTenant }: SealedColumn): Promise<Left[]> {
  return em.execute<Left[]>(
    `select ${hasTenant ? 'tenant_id' : 'null::uuid'} as tenant, split_part("${column}", '.', 1) as key, count(*)::int as count
     from ${table} where "${column}" is not null and not starts_with("${column}", ?) group by 1, 2`,
    [`${vault.names[0]}.`],
  );
}

/** Says what is left; answers whose can be sealed again. */
function tell({ vault, log }: Context, { table, column }: Which, left: readonly Left[]): Set<string | null> {
  const isKnown = ({ key }: Left): boolean => vault.names.includes(key);
  const [older, lost] = [left.filter(isKnown), left.filter((each) => !isKnown(each))];
  const sum = (some: readonly Left[]): number => some.reduce((all, { count }) => all + count, 0);
  if (older.length > 0)
    log.warn(
      { table, column, values: sum(older) },
      'values are sealed with an older secret, and are sealed again: MYCELIUM_OLD_SECRETS must keep it until then',
    );
  if (lost.length > 0)
    log.error(
      { table, column, values: sum(lost) },
      'values are sealed with a secret that is not known, and cannot be opened: name it in MYCELIUM_OLD_SECRETS',
    );
  return new Set(older.map(({ tenant }) => tenant));
}

/** Page by page; what was sealed before a kill has the newest key, and is passed over. */
async function resealColumn(desk: TaskDesk, column: SealedColumn): Promise<void> {
  let { sealed } = reachedSchema.safeParse(desk.reached).data ?? { sealed: 0 };
  let unopened = 0;
  let after: string | undefined;
  do {
    desk.signal.throwIfAborted();
    const page = await desk.keep({ sealed }, (ctx) =>
      resealPage(ctx, column, { after, tenantId: desk.tenantId ?? null }),
    );
    sealed += page.sealed;
    unopened += page.unopened;
    after = page.after;
  } while (after);
  desk.log.info({ table: column.table, column: column.column, sealed }, 'values are sealed again');
  if (unopened > 0)
    throw new GiveUp(
      `${unopened} values in ${column.table}.${column.column} are sealed with a secret that is not known: name it in MYCELIUM_OLD_SECRETS.`,
    );
}
