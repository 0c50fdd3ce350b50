import type { Context } from '@mycelium/kit/context';
import { create } from '@mycelium/kit/crud';
import type { Event } from '@mycelium/schema/event-type';
import type { maintenanceScheduled } from '@mycelium/schema/subgraphs/events';
import { maintenanceAnnounced } from '@mycelium/schema/subgraphs/tenants';
import type { z } from 'zod';
import { Display, DisplayStatus } from '../display/display.ts';
import { tellOfflineAgain } from '../display/tell-offline.ts';
import { MaintenanceWindow } from './maintenance-window.ts';

/** Keeps a window for the consoles, which hear of it; one that was announced again by a replay is kept once. */
export async function keepWindow(
  ctx: Context,
  { title, startsAt, endsAt }: z.infer<typeof maintenanceScheduled.payload>,
  { id: eventId }: Event,
): Promise<{ windowId: string }> {
  const known = await ctx.em.findOne(MaintenanceWindow, { eventId });
  if (known) return { windowId: known.id };
  const times = { startsAt: new Date(startsAt), endsAt: new Date(endsAt) };
  const window = create(ctx, MaintenanceWindow, { eventId, title, ...times });
  ctx.publish(maintenanceAnnounced, { windowId: window.id });
  await ctx.em.flush();
  const offline = await ctx.em.find(Display, { told: DisplayStatus.OFFLINE }, { fields: ['id'] });
  await tellOfflineAgain(
    ctx,
    offline.map(({ id }) => id),
  );
  return { windowId: window.id };
}
