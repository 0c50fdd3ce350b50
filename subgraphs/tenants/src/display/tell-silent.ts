import type { Context } from '@mycelium/kit/context';
import { enqueue } from '@mycelium/kit/tasks/enqueue';
import { leftovers } from '@mycelium/kit/tasks/rounds';
import { type Task, task } from '@mycelium/kit/tasks/task';
import { displayHealthChanged } from '@mycelium/schema/subgraphs/tenants';
import { z } from 'zod';
import { DisplayStatus } from './display.ts';
import { SILENCE_MS } from './status.ts';
import { tellOffline } from './tell-offline.ts';

/** Clocks differ: at the very moment it would not be silent yet. */
const LATER_MS = 100;

/** Who looks so much later than planned was away, and could hear nobody; screens that are there speak within this time. */
const LATE_MS = 15_000;
const TO_BE_HEARD_MS = 20_000;

/** Announces each screen of a tenant that has fallen silent, and comes again when the next one may have; never while none is online. */
export const tellSilent: Task<{ hasListened?: boolean }> = task(
  'silent-displays',
  z.object({ hasListened: z.boolean().optional() }),
  ({ conclude, tenantId }, { hasListened }) =>
    conclude(async (ctx) => {
      const seenAt = await firstOnline(ctx, tenantId);
      if (!seenAt || !tenantId) return;
      if (!hasListened && Date.now() > seenAt.getTime() + SILENCE_MS + LATE_MS)
        return enqueue(ctx, tellSilent, { hasListened: true }, { key: 'next', runAt: after(TO_BE_HEARD_MS), tenantId });
      await tellSilentDisplays(ctx);
      const next = await firstOnline(ctx, tenantId);
      if (next) expectSilence(ctx, tenantId, next);
    }),
);

const after = (ms: number): Date => new Date(Date.now() + ms);

/** When the screen spoke that has been silent longest, of those that are taken to be online. */
async function firstOnline({ em }: Context, tenantId: string | undefined): Promise<Date | undefined> {
  const [{ first } = { first: null }] = await em.execute<{ first: string | null }[]>(
    'select min(last_seen_at) as first from tenants.display where told = ? and tenant_id = ?',
    [DisplayStatus.ONLINE, tenantId ?? null],
  );
  return first ? new Date(first) : undefined;
}

/** A screen was heard of at this time, after none that was heard of later. */
export function expectSilence(ctx: Context, tenantId: string, seenAt = new Date()): void {
  const runAt = new Date(seenAt.getTime() + SILENCE_MS + LATER_MS);
  enqueue(ctx, tellSilent, {}, { key: 'next', keepsTime: true, runAt, tenantId });
}

/** Screens that were online before there was such a task, or whose task was given up. */
export const planSilent = leftovers('silent-displays-left', async (ctx) => {
  const tenants = await ctx.em.execute<{ tenant_id: string }[]>(
    `select distinct tenant_id from tenants.display where told = ? and not exists (
       select 1 from tenants_worker._private_jobs
       where key = 'silent-displays ' || tenant_id || ' next' and (is_available or locked_at is not null)
     )`,
    [DisplayStatus.ONLINE],
  );
  for (const { tenant_id: tenantId } of tenants) expectSilence(ctx, tenantId);
});

/** Announces every screen that has fallen silent, each once. */
export async function tellSilentDisplays(ctx: Context): Promise<void> {
  const silent = await ctx.em.execute<Fallen[]>(
    'update tenants.display set told = ? where told = ? and last_seen_at < ? returning id, tenant_id, name, last_seen_at',
    [DisplayStatus.OFFLINE, DisplayStatus.ONLINE, new Date(Date.now() - SILENCE_MS)],
  );
  for (const display of silent) ctx.publish(displayHealthChanged, { displayId: display.id }, display.tenant_id);
  const displays = silent.map(({ id, tenant_id: tenantId, name, last_seen_at: at }) => ({
    ...{ id, tenantId, name, lastSeenAt: new Date(at) },
  }));
  await tellOffline(ctx, displays, true);
  if (silent.length > 0) ctx.log.info({ count: silent.length }, 'screens fell silent');
}

interface Fallen {
  id: string;
  tenant_id: string;
  name: string;
  last_seen_at: string;
}
