/** Days as people of a place count them, Monday first. */
const week = ['MONDAY', 'TUESDAY', 'WEDNESDAY', 'THURSDAY', 'FRIDAY', 'SATURDAY', 'SUNDAY'] as const;

export interface Hours {
  /** On which they begin. */
  days: readonly string[];
  /** `HH:MM`. */
  from: string;
  /** Up to which, and not including it; where it is not after `from`, that of the next day. */
  to: string;
}

/** Whether these hours are on a day of the week, 1 for Monday, when the clocks show a time, `HH:MM`. */
export function isIn({ days, from, to }: Hours, dayOfWeek: number, time: string): boolean {
  const isOn = (day: number): boolean => days.includes(week[day - 1] ?? '');
  if (from < to) return isOn(dayOfWeek) && from <= time && time < to;
  const yesterday = dayOfWeek === 1 ? 7 : dayOfWeek - 1;
  return (isOn(dayOfWeek) && time >= from) || (isOn(yesterday) && time < to);
}
