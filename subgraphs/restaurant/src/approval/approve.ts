import type { Context } from '@mycelium/kit/context';
import { Forbidden } from '@mycelium/kit/errors';
import { pinHolder } from '@mycelium/kit/pin-holder';

/**
 * Lets the viewer do what takes a scope, if they have it or somebody who has it enters their PIN of the location. Answers the
 * id of that somebody, null where nobody had to. Ask before the order is locked: the answer comes from another subgraph.
 */
export async function approve(
  ctx: Context,
  scope: 'order:void' | 'order:comp' | 'payment:refund',
  { locationId, pin }: { locationId: string; pin?: string | null },
): Promise<string | null> {
  if (ctx.viewer.scopes.includes(scope)) return null;
  if (pin == null) throw new Forbidden(`This needs the permission ${scope}, or the PIN of somebody who has it.`);
  const { userId, scopes } = await pinHolder(ctx, locationId, pin);
  if (!scopes.includes(scope)) throw new Forbidden(`This needs the PIN of somebody with the permission ${scope}.`);
  return userId;
}
