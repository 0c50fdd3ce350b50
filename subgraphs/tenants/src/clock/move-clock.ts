import type { Clock } from '@mycelium/kit/clock';
import { type Context, resourcesOf } from '@mycelium/kit/context';
import { Forbidden, Invalid } from '@mycelium/kit/errors';
import type { BusinessClock } from './clock.ts';

export function readClock(ctx: Context): BusinessClock {
  return shown(resourcesOf(ctx).clock);
}

/** Further off, nothing that a business plans by makes sense. */
const MOST_SECONDS = 50 * 365 * 24 * 60 * 60;

/** Moves the clock of the business to a moment or by seconds, for every process of the installation. */
export async function moveClock(ctx: Context, { to, by }: { to?: Date; by?: number }): Promise<BusinessClock> {
  if ((to === undefined) === (by === undefined))
    throw new Invalid('Give either a moment or a number of seconds.', ['by']);
  const { clock } = resourcesOf(ctx);
  const ahead = to ? (to.getTime() - Date.now()) / 1_000 : clock.aheadMs / 1_000 + (by ?? 0);
  if (Math.abs(ahead) > MOST_SECONDS)
    throw new Invalid('The clock can be moved by 50 years at most.', [to ? 'to' : 'by'], { reason: 'OUT_OF_RANGE' });
  return set(ctx, clock, Math.ceil(ahead));
}

export async function resetClock(ctx: Context): Promise<BusinessClock> {
  return set(ctx, resourcesOf(ctx).clock, 0);
}

async function set(ctx: Context, clock: Clock, aheadSeconds: number): Promise<BusinessClock> {
  if (!clock.canBeMoved) throw new Forbidden('The clock of a production installation cannot be moved.');
  await clock.move(aheadSeconds * 1_000);
  ctx.log.warn({ aheadSeconds }, 'the clock of the business was moved');
  return shown(clock);
}

function shown(clock: Clock): BusinessClock {
  return { now: clock.now(), aheadSeconds: Math.round(clock.aheadMs / 1_000), canBeMoved: clock.canBeMoved };
}
