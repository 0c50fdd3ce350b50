import type { Context } from '@mycelium/kit/context';
import { create } from '@mycelium/kit/crud';
import { type Fire, firedIn, movedFires } from '../kitchen/fired.ts';
import { KitchenFire, KitchenFireKind } from '../kitchen-fire/kitchen-fire.ts';
import type { OrderLine } from '../order-line/order-line.ts';
import { decimalTextOf, type Fraction, minus, wholeFraction } from '../totals/fraction.ts';
import { givenDecimal } from '../totals/held.ts';

/**
 * Notes in the ledger of the kitchen that so much of what was fired of a line is of another line now. Each entry stands on the
 * ticket that has it: the latest ones first. No station is told.
 */
export function moveFires(
  ctx: Context,
  ledger: readonly KitchenFire[],
  { fromLineId, to }: { fromLineId: string; to: OrderLine },
): KitchenFire[] {
  const ofLine = ledger.filter(({ lineId }) => lineId === fromLineId);
  const entries = ofLine.map(
    ({ lineId, stationId, kind, difference, note }): Fire => ({ lineId, stationId, kind, difference, says: note }),
  );
  const taken = movedFires(entries, to.quantity, to.id).filter(({ lineId }) => lineId === to.id);
  return taken.flatMap(({ stationId, difference, says }) => {
    let left: Fraction = givenDecimal(difference, ['quantity']);
    const atStation = ofLine.filter((fire) => fire.stationId === stationId);
    const tickets = [...new Set(atStation.map(({ ticketId }) => ticketId))].reverse();
    return tickets.flatMap((ticketId) => {
      const has = firedIn(atStation.filter((fire) => fire.ticketId === ticketId));
      const moved = minus(left, has).over < 0n ? left : has;
      if (moved.over <= 0n) return [];
      left = minus(left, moved);
      const entry = (lineId: string, by: Fraction): KitchenFire =>
        create(ctx, KitchenFire, {
          ...{ orderId: to.orderId, lineId, stationId, ticketId, firedAt: ctx.now() },
          ...{ kind: KitchenFireKind.MOVE, difference: decimalTextOf(by), note: says },
        });
      return [entry(fromLineId, minus(wholeFraction(0), moved)), entry(to.id, moved)];
    });
  });
}
