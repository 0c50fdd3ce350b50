import { useState } from 'react';
import { useTenant } from '../../session/viewer.tsx';
import { dateFormat } from '../../words/formats.ts';

const DAY = /^\d{4}-\d{2}-\d{2}$/;

/** The days that an address asks for; today where the business is, unless told. */
export function usePeriod(asked: URLSearchParams): { from: string; to: string } {
  const { timeZone } = useTenant();
  const [today] = useState(() => dateFormat('sv-SE', { timeZone, dateStyle: 'short' }).format(new Date()));
  const dayOf = (name: string) => {
    const given = asked.get(name) ?? '';
    return DAY.test(given) ? given : today;
  };
  const [from, to] = [dayOf('from'), dayOf('to')];
  return from <= to ? { from, to } : { from: to, to: from };
}
