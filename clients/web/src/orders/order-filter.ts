import type { Channel, OrderFilter } from '../generated/graphql.ts';
import { moneys, progresses } from './standing.ts';

export const channels: readonly Channel[] = ['DINE_IN', 'TAKEAWAY', 'DELIVERY', 'ONLINE'];

/** What the address asks for; what it does not know restricts nothing. Figures alone are a number. */
export function filterIn(search: URLSearchParams): OrderFilter {
  const progress = progresses.find((each) => each === search.get('progress'));
  const money = moneys.find((each) => each === search.get('money'));
  const channel = channels.find((each) => each === search.get('channel'));
  const day = search.get('day') ?? '';
  const text = search.get('find')?.trim() ?? '';
  return {
    ...(/^\d{4}-\d{2}-\d{2}$/.test(day) && { businessDate: day }),
    ...(progress && { progress: [progress] }),
    ...(money && { money: [money] }),
    ...(channel && { channel }),
    ...(search.get('open') && { open: true }),
    ...(text &&
      (/^#?\d{1,9}$/.test(text) ? { number: Number(text.replace('#', '')) } : { search: text.slice(0, 100) })),
  };
}
