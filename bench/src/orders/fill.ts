import type { Client } from 'pg';

const LINES_AN_ORDER = 3;
const DAYS = 28;
const LOCATIONS = 20;

/** Gives a tenant so many lines in orders of the last weeks at other locations, each a copy of one that was sold, past the graph. */
export async function fillOrders(database: Client, orderId: string, lines: number): Promise<void> {
  await database.query(
    `create temp table filled as
       select (left(restaurant.first_id_of(at)::text, 14) || '7' || substr(gen_random_uuid()::text, 16))::uuid as order_id, at, n,
         ('00000000-0000-4000-8000-' || lpad((n % ${LOCATIONS})::text, 12, '0'))::uuid as location_id
       from (select n, now() - n * interval '${DAYS} days' / $1::int as at from generate_series(1, $1::int) n) made`,
    [Math.ceil(lines / LINES_AN_ORDER)],
  );
  await copy(
    database,
    { table: '"order"', where: 'id', orderId },
    {
      id: 'filled.order_id',
      location_id: 'filled.location_id',
      business_date: 'filled.at::date',
      opened_at: 'filled.at',
      number: 'filled.n',
      progress: `'SERVED'`,
    },
  );
  await copy(
    database,
    { table: 'order_line', where: 'order_id', orderId },
    {
      id: `(left(filled.order_id::text, 14) || '7' || substr(gen_random_uuid()::text, 16))::uuid`,
      order_id: 'filled.order_id',
    },
  );
  await database.query('drop table filled');
  await database.query('vacuum analyze restaurant."order", restaurant.order_line');
}

interface Original {
  table: string;
  where: string;
  orderId: string;
}

/** Copies the rows of an order for each order that is filled in, with these columns made anew. */
async function copy(
  database: Client,
  { table, where, orderId }: Original,
  anew: Record<string, string>,
): Promise<void> {
  const { rows } = await database.query<{ name: string }>(
    `select attname as name from pg_attribute where attrelid = $1::regclass and attnum > 0 and not attisdropped and attgenerated = ''`,
    [`restaurant.${table}`],
  );
  const names = rows.map(({ name }) => name);
  const columns = names.map((name) => anew[name] ?? `original."${name}"`);
  await database.query(
    `insert into restaurant.${table} (${names.map((name) => `"${name}"`).join(', ')})
     select ${columns.join(', ')} from filled, restaurant.${table} original where original."${where}" = $1`,
    [orderId],
  );
}
