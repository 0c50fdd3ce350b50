import { asSystem } from '@mycelium/kit/as-system';
import { tellConditions } from '@mycelium/kit/condition';
import type { Context } from '@mycelium/kit/context';
import { MaintenanceWindow } from '../maintenance-window/maintenance-window.ts';
import { type Display, DisplayStatus } from './display.ts';

type Screen = Pick<Display, 'id' | 'tenantId' | 'name' | 'lastSeenAt'>;

/** Tells that screens are offline since they last spoke, or no longer are; not of those that have never been online. */
export async function tellOffline(ctx: Context, screens: readonly Screen[], isSo: boolean): Promise<void> {
  const known = screens.flatMap(({ lastSeenAt: since, ...screen }) => (since ? [{ ...screen, since }] : []));
  const quiet = isSo ? await windowsOf(ctx, [...new Set(known.map(({ tenantId }) => tenantId))]) : undefined;
  const conditions = known.map(({ id: thingId, tenantId, name, since }) => ({
    ...{ thingId, tenantId, name, since, isSo },
    quiet: quiet?.get(tenantId)?.map(({ startsAt: from, endsAt: to }) => ({ from, to })),
  }));
  await tellConditions(ctx, 'SCREEN_OFFLINE', conditions);
}

/** Maintenance was announced: what is offline is told anew, with the time in which that is meant to be so. */
export async function tellOfflineAnew(ctx: Context, displays: readonly Display[]): Promise<void> {
  await tellOffline(
    ctx,
    displays.filter(({ told }) => told === DisplayStatus.OFFLINE),
    true,
  );
}

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
