import { businessDayOf } from '@mycelium/kit/business-day';
import type { Context } from '@mycelium/kit/context';
import { v7 as uuidv7 } from 'uuid';
import { CashSession } from './cash-session/cash-session.ts';
import { FLOAT } from './demo/past-cash.ts';
import { HOUR_MS } from './demo/shift.ts';
import { Drawer } from './drawer/drawer.ts';
import type { Location } from './location/location.ts';

/** A drawer of a location, which was opened two hours ago. */
export function seedCash({ em, now }: Pick<Context, 'em' | 'now'>, location: Location): void {
  const { id: locationId, tenantId, currency, timeZone: zone, dayStart: at } = location;
  const drawerId = em.create(Drawer, { tenantId, locationId, name: 'Mostrador' }).id;
  const openedAt = new Date(now().getTime() - 2 * HOUR_MS);
  const id = uuidv7({ msecs: openedAt.getTime() });
  em.create(CashSession, {
    ...{ id, tenantId, drawerId, locationId, currency, float: FLOAT, openedAt, fingerprint: id },
    businessDate: businessDayOf(openedAt, { zone, at }).date,
  });
}
