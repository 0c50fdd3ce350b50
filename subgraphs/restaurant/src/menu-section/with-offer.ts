import type { Context } from '@mycelium/kit/context';
import type { Channel } from '../channel.ts';
import { heldDayParts } from '../day-part/write-day-part.ts';

/** What of a section or an item is changed by it. */
export async function withOffer(
  ctx: Context,
  { channels, dayPartIds }: { channels?: Channel[] | null; dayPartIds?: string[] | null },
): Promise<{ channels?: Channel[]; dayParts?: string[] }> {
  return {
    channels: channels ?? undefined,
    dayParts: dayPartIds ? await heldDayParts(ctx, dayPartIds) : undefined,
  };
}
