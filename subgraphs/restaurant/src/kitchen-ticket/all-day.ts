import type { Context } from '@mycelium/kit/context';
import { oneOf } from '@mycelium/kit/crud';
import { firstIdOf } from '@mycelium/kit/id-moment';
import { loadAll } from '@mycelium/kit/reference';
import { Field, ID, ObjectType } from 'type-graphql';
import { firedIn } from '../kitchen/fired.ts';
import { firesOfLines } from '../kitchen-fire/fires-of.ts';
import { stationsForItems } from '../kitchen-station/stations-for.ts';
import { textIn } from '../localized.ts';
import { Order } from '../order/order.ts';
import { OrderProgress } from '../order/order-state.ts';
import { linesOf } from '../order-line/lines-of.ts';
import { OrderLine } from '../order-line/order-line.ts';
import { decimalTextOf, type Fraction, minus, plus, wholeFraction } from '../totals/fraction.ts';
import { givenDecimal } from '../totals/held.ts';
import { firesOfTicket, openTickets } from './tickets-of.ts';

@ObjectType({ description: 'How much of an item a kitchen has to make, over all its open tickets.' })
export class AllDayCount {
  @Field(() => ID)
  itemId!: string;

  @Field(() => String, { description: 'In the first language that it has.' })
  name!: string;

  @Field(() => String, { description: 'A decimal number: what is on open tickets.' })
  quantity!: string;

  @Field(() => String, { description: 'A decimal number: what waits for its course, which no ticket has yet.' })
  held!: string;
}

/** A kitchen, or one station of it. */
interface Place {
  locationId: string;
  stationId?: string | null;
}

interface Portion {
  line: OrderLine;
  quantity: Fraction;
}

const NOTHING = wholeFraction(0);
const DAYS_MS = 4 * 24 * 60 * 60_000;

/** What a kitchen has to make by item, and apart what waits for its course. */
export async function allDayCounts(ctx: Context, place: Place): Promise<AllDayCount[]> {
  const toMake = await portionsToMake(ctx, place);
  const held = await heldPortions(ctx, place);
  const byItem = Map.groupBy([...toMake, ...held], ({ line }) => line.itemId);
  const sumOf = (portions: Portion[]) => portions.reduce((sum, { quantity }) => plus(sum, quantity), NOTHING);
  return [...byItem].map(([itemId, portions]) => ({
    itemId,
    name: textIn(portions[0]?.line.names ?? {}, undefined) ?? '',
    quantity: decimalTextOf(sumOf(portions.filter((portion) => toMake.includes(portion)))),
    held: decimalTextOf(sumOf(portions.filter((portion) => held.includes(portion)))),
  }));
}

/** What open tickets say, but for what was taken away since; of a line that several stations make, as much as one of them. */
async function portionsToMake(ctx: Context, { locationId, stationId }: Place): Promise<Portion[]> {
  const tickets = await openTickets(ctx, locationId, stationId);
  const open = (await Promise.all(tickets.map((ticket) => firesOfTicket(ctx, ticket)))).flat();
  const lines = await loadAll(ctx, OrderLine, [...new Set(open.map(({ lineId }) => lineId))]);
  const ledger = await firesOfLines(
    ctx,
    lines.map(({ id }) => id),
  );
  return lines.flatMap((line) => {
    const stations = Map.groupBy(
      open.filter(({ lineId }) => lineId === line.id),
      (fire) => fire.stationId,
    );
    const quantities = [...stations].map(([station, told]) => {
      const all = ledger.filter((fire) => fire.lineId === line.id && fire.stationId === station);
      return least(firedIn(all), firedIn(told));
    });
    const quantity = quantities.reduce(most, NOTHING);
    return quantity.over > 0n ? [{ line, quantity }] : [];
  });
}

/** The lines of courses that were not fired, of which no station was told. */
async function heldPortions(ctx: Context, { locationId, stationId }: Place): Promise<Portion[]> {
  const orders = await ctx.em.find(Order, {
    ...{ locationId: oneOf([locationId]), id: { $gte: firstIdOf(new Date(Date.now() - DAYS_MS)) } },
    progress: { $in: [OrderProgress.PLACED, OrderProgress.IN_KITCHEN, OrderProgress.READY] },
  });
  const all = await Promise.all(orders.map(async (order) => ({ order, lines: await linesOf(ctx, order) })));
  const waiting = all.flatMap(({ order, lines }) =>
    lines
      .filter(({ course, voidedAt }) => course != null && !voidedAt && !order.firedCourses.includes(course))
      .map((line) => ({ line, channel: order.channel })),
  );
  const told = new Set(
    (
      await firesOfLines(
        ctx,
        waiting.map(({ line }) => line.id),
      )
    ).map(({ lineId }) => lineId),
  );
  const portions: Portion[] = [];
  for (const [channel, ofChannel] of Map.groupBy(waiting, (each) => each.channel)) {
    const itemIds = ofChannel.map(({ line }) => line.itemId);
    const stationsOf = await stationsForItems(ctx, { locationId, channel }, itemIds);
    for (const { line } of ofChannel)
      if (!told.has(line.id) && (stationId == null || stationsOf(line.itemId).includes(stationId)))
        portions.push({ line, quantity: givenDecimal(line.quantity, ['quantity']) });
  }
  return portions;
}

const least = (one: Fraction, other: Fraction): Fraction => (minus(one, other).over < 0n ? one : other);
const most = (one: Fraction, other: Fraction): Fraction => (minus(one, other).over > 0n ? one : other);
