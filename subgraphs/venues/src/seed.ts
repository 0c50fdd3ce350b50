import type { Context } from '@mycelium/kit/context';
import type { ExceptionalDay, WeeklyHours } from './venue/opening-hours.ts';
import { Venue } from './venue/venue.ts';

interface Place {
  /** Of the location. */
  id: string;
  name: string;
  timeZone: string;
  currency: string;
  dayStart: string;
}

const openingHours: WeeklyHours[] = [1, 2, 3, 4, 5, 6, 7].map((day) => ({
  day,
  from: day > 5 ? '10:00' : '11:00',
  to: day === 5 || day === 6 ? '01:00' : '22:00',
}));

/** Makes a venue of each location of a demo tenant, with holidays of this year and the next, unless the tenant has venues. */
export async function seedVenues({ em, now }: Context, tenantId: string, places: readonly Place[]): Promise<void> {
  if ((await em.count(Venue, { tenantId })) > 0) return;
  const year = now().getUTCFullYear();
  const exceptionalDays = [year, year + 1].flatMap((each) => holidaysOf(each));
  for (const { id: locationId, ...place } of places)
    em.create(Venue, { ...place, tenantId, locationId, openingHours, exceptionalDays });
  await em.flush();
}

function holidaysOf(year: number): ExceptionalDay[] {
  return [
    { date: `${year}-01-01`, name: 'Año Nuevo', isHoliday: true, hours: [] },
    { date: `${year}-12-24`, name: 'Nochebuena', isHoliday: true, hours: [{ from: '10:00', to: '16:00' }] },
    { date: `${year}-12-25`, name: 'Navidad', isHoliday: true, hours: [] },
  ];
}
