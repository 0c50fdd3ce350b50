import type { Context } from '@mycelium/kit/context';
import { firstIdOf, momentOfId } from '@mycelium/kit/id-moment';
import { KitchenFire } from './kitchen-fire.ts';

/** Clocks of tills differ by less. */
const SKEW_MS = 60 * 60_000;

/** What the kitchen was told of these lines, in its order. A line is older than what is told of it but for a clock that is ahead, so that older months need no look. */
export async function firesOfLines({ em }: Context, lineIds: readonly string[]): Promise<KitchenFire[]> {
  if (lineIds.length === 0) return [];
  const first = lineIds.reduce((one, other) => (one < other ? one : other));
  const since = firstIdOf(new Date(momentOfId(first).getTime() - SKEW_MS));
  return em.find(KitchenFire, { lineId: { $in: [...lineIds] }, id: { $gte: since } }, { orderBy: { id: 'asc' } });
}
