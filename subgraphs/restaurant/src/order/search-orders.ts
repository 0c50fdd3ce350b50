import type { Context } from '@mycelium/kit/context';

const MOST_FOUND = 500;

/** The orders of a location, the latest first and not more than 500, whose note or lines have a text in them, in any language. */
export async function searchOrders(
  { em }: Context,
  { locationId, text, from, until }: { locationId: string; text: string; from: string; until: string },
): Promise<string[]> {
  const pattern = `%${text.replace(/[\\%_]/g, '\\$&')}%`;
  const rows = await em.execute<{ id: string }[]>(
    `select id from restaurant."order" o
     where location_id = ? and id >= ? and id < ? and (note ilike ? or exists (
       select from restaurant.order_line l
       where l.tenant_id = o.tenant_id and l.order_id = o.id and l.id >= ? and l.names::text ilike ?))
     order by id desc limit ${MOST_FOUND}`,
    [locationId, from, until, pattern, from, pattern],
  );
  return rows.map(({ id }) => id);
}
