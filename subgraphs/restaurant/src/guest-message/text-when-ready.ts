import type { Context } from '@mycelium/kit/context';
import type { WaitlistParty } from '../waitlist/waitlist-party.ts';

/**
 * Sends guests who wait a text message that their table is ready, in the transaction that notes it. There is no provider of
 * messages yet, so that nothing is sent: somebody calls them.
 */
export async function textWhenReady(_ctx: Context, _party: WaitlistParty): Promise<void> {}
