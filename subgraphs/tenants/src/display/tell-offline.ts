import { LockMode } from '@mikro-orm/core';
import { asSystem } from '@mycelium/kit/as-system';
import { saidAgain, tellConditions } from '@mycelium/kit/condition';
import type { Context } from '@mycelium/kit/context';
import { MaintenanceWindow } from '../maintenance-window/maintenance-window.ts';
import { Display, DisplayStatus } from './display.ts';

type Screen = Pick<Display, 'id' | 'tenantId' | 'name' | 'lastSeenAt'>;

/** Says that screens are offline since they last spoke, or no longer are; not of those that have never been online. */
export async function tellOffline(ctx: Context, screens: readonly Screen[], isSo: boolean): Promise<void> {
  const known = screens.flatMap(({ lastSeenAt: since, ...screen }) => (since ? [{ ...screen, since }] : []));
  const quiet = isSo ? await windowsOf(ctx, [...new Set(known.map(({ tenantId }) => tenantId))]) : undefined;
  const conditions = known.map(({ id: thingId, tenantId, name, since }) => ({
    ...{ thingId, tenantId, name, since, isSo },
    quiet: quiet?.get(tenantId)?.map(({ startsAt: from, endsAt: to }) => ({ from, to })),
  }));
  await tellConditions(ctx, 'SCREEN_OFFLINE', conditions);
}

/** Says again which of these screens are offline, by their names and with the maintenance of now; one that comes back meanwhile waits, and says so later. */
export async function tellOfflineAgain(ctx: Context, ids: readonly string[]): Promise<void> {
  const where = { id: { $in: [...ids] }, ...isOffline };
  const lock = { lockMode: LockMode.PESSIMISTIC_READ, refresh: true, orderBy: { id: 'asc' } } as const;
  await tellOffline(ctx, await ctx.em.find(Display, where, lock), true);
}

export const offlineAgain = saidAgain('SCREEN_OFFLINE', {
  async list({ em }) {
    const offline = await em.find(Display, isOffline, { fields: ['id'], orderBy: { id: 'asc' } });
    return offline.map(({ id }) => id);
  },
  each: tellOfflineAgain,
});

const isOffline = { told: DisplayStatus.OFFLINE, lastSeenAt: { $ne: null } };

/** What maintenance is not over yet, by tenant. */
async function windowsOf(ctx: Context, tenantIds: readonly string[]): Promise<Map<string, MaintenanceWindow[]>> {
  if (tenantIds.length === 0) return new Map();
  const where = { tenantId: { $in: [...tenantIds] }, endsAt: { $gt: new Date() } };
  const windows = await asSystem(ctx).find(MaintenanceWindow, where, {
    orderBy: { startsAt: 'asc' },
    limit: MOST_WINDOWS,
  });
  return Map.groupBy(windows, ({ tenantId }) => tenantId);
}

const MOST_WINDOWS = 200;
