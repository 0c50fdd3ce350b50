import { useState } from 'react';
import { businessDate } from '../../locations/business-date.ts';
import type { Place } from '../../locations/use-places.ts';

const DAY = /^\d{4}-\d{2}-\d{2}$/;

/** The days that an address asks for; the business day that it is at the place, unless told. */
export function usePeriod(asked: URLSearchParams, place: Place): { from: string; to: string } {
  const [today] = useState(() => businessDate(new Date(), place));
  const dayOf = (name: string) => {
    const given = asked.get(name) ?? '';
    return DAY.test(given) ? given : today;
  };
  const [from, to] = [dayOf('from'), dayOf('to')];
  return from <= to ? { from, to } : { from: to, to: from };
}
