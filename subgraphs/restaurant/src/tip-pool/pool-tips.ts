import { ownTenant } from '@mycelium/kit/allow';
import type { Context } from '@mycelium/kit/context';
import { parseInput } from '@mycelium/kit/input';
import type { Money } from '@mycelium/kit/money';
import type { Location } from '../location/location.ts';
import { idsAround } from '../order/find-orders.ts';
import { held } from '../totals/held.ts';
import { type PoolBy, poolOf } from '../totals/tips.ts';
import { type TipPool, type TipPoolInput, type TipPoolReport, tipPoolSchema } from './tip-pool.ts';

/** Tips and service charges of a location's business days, shared apart. */
export async function poolTips(ctx: Context, location: Location, input: TipPoolInput): Promise<TipPoolReport> {
  const { from, to, by, members } = parseInput(tipPoolSchema, input);
  const { tips, refunded, paidOut, charged, uncharged } = await sumsOf(ctx, location, { from, to });
  const money = (amount: number): Money => ({ amount, currency: location.currency });
  const serviceCharges = Math.max(0, charged - uncharged);
  const shared = (pool: number): TipPool | null => (members.length > 0 ? sharedBy(by, members, money(pool)) : null);
  return {
    ...{ tips: money(tips), refunded: money(refunded), paidOut: money(paidOut), serviceCharges: money(serviceCharges) },
    ...{ tipPool: shared(Math.max(0, tips - refunded)), serviceChargePool: shared(serviceCharges) },
  };
}

function sharedBy(by: PoolBy, members: readonly { name: string; weight: string }[], pool: Money): TipPool {
  const { weightOfAll, shares } = poolOf(
    pool.amount,
    by,
    members.map(({ name, weight }) => ({ id: name, weight })),
  );
  return {
    ...{ pool, weightOfAll },
    shares: shares.map(({ id, weight, exact, amount }) => ({
      ...{ name: id, weight, exact, amount: { ...pool, amount } },
    })),
  };
}

interface Days {
  from: string;
  to: string;
}

interface Sums {
  tips: number;
  refunded: number;
  paidOut: number;
  charged: number;
  uncharged: number;
}

/** By the orders of these days and around them, whose index leads to their payments and refunds. */
async function sumsOf(ctx: Context, { id }: Location, { from, to }: Days): Promise<Sums> {
  const tenant = ownTenant(ctx);
  const [first, after] = [idsAround(from).$gte, idsAround(to).$lt];
  const [sums] = await ctx.em.execute<Record<keyof Sums, string>[]>(
    `with near as (
       select id, service_charge, money, progress, business_date from restaurant."order"
       where tenant_id = ? and location_id = ? and id >= ? and id < ?
     ), back as (
       select r.tip, r.lines, r.business_date, n.business_date as sold_on from near n
       join restaurant.refund r on r.tenant_id = ? and r.order_id = n.id and r.id >= ?
     )
     select
       (select coalesce(sum(p.tip), 0) from near n join restaurant.payment p
          on p.tenant_id = ? and p.order_id = n.id and p.id >= ?
          where p.business_date between ? and ? and p.status in ('CAPTURED', 'AUTHORISED')) as tips,
       (select coalesce(sum(tip), 0) from back where business_date between ? and ?) as refunded,
       (select coalesce(sum(m.amount), 0) from restaurant.cash_session s join restaurant.cash_movement m
          on m.tenant_id = ? and m.session_id = s.id
          where s.tenant_id = ? and s.location_id = ? and s.business_date between ? and ? and m.kind = 'TIPS_OUT') as "paidOut",
       (select coalesce(sum(service_charge), 0) from near where business_date between ? and ?
          and money in ('PAID', 'PARTLY_REFUNDED', 'REFUNDED')) as charged,
       (select coalesce(sum((line->>'serviceCharge')::bigint), 0) from back, jsonb_array_elements(lines) line
          where sold_on between ? and ?) as uncharged`,
    [
      ...[tenant, id, first, after],
      ...[tenant, first],
      ...[tenant, first, from, to],
      ...[from, to],
      ...[tenant, tenant, id, from, to],
      ...[from, to],
      ...[from, to],
    ],
  );
  const sum = (column: keyof Sums): number => held(BigInt(sums?.[column] ?? 0), ['input', 'to']);
  return {
    ...{ tips: sum('tips'), refunded: sum('refunded'), paidOut: sum('paidOut') },
    ...{ charged: sum('charged'), uncharged: sum('uncharged') },
  };
}
