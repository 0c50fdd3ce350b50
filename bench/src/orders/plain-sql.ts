import { POOL_SIZE } from '@mycelium/database/orm';
import { Pool, type PoolClient } from 'pg';
import { v7 as uuidv7 } from 'uuid';
import type { Original } from './original.ts';
import type { Sold } from './tills.ts';

interface Message {
  run: { url: string; original: Original; tills: number; seconds: number };
}

const SESSION = "select set_config('app.tenant_id', $1, true)";
const LOCK = 'select * from restaurant."order" where id = $1 for update';
const LINES = 'select * from restaurant.order_line where order_id = $1 order by position';
const NUMBER = `insert into restaurant.order_number (tenant_id, location_id, business_date, last) values ($1, $2, $3, 1)
  on conflict (tenant_id, location_id, business_date) do update set last = order_number.last + 1 returning last`;
const TOTALS = `update restaurant."order" set subtotal = $2, tax_added = $3, total = $4, version = version + 1, updated_at = now() where id = $1`;
const PLACED = `update restaurant."order" set progress = 'IN_KITCHEN', placed_at = now(), version = version + 1, updated_at = now() where id = $1`;
const PAID = `update restaurant."order" set money = 'PAID', paid = total, version = version + 1, updated_at = now() where id = $1`;
const TELL = `with audit as (insert into bench.audit_outbox (audit) values ($2)) insert into bench.outbox (event) values ($1)`;
const insert = (table: string): string =>
  `insert into restaurant.${table} select * from jsonb_populate_record(null::restaurant.${table}, $1)`;

/** The same four transactions with the same rows, by hand: what PostgreSQL and its driver leave for everybody else. */
process.on('message', async ({ run: { url, original, tills, seconds } }: Message) => {
  const pool = new Pool({ connectionString: url, max: POOL_SIZE });
  const calls: number[] = [];
  let orders = 0;
  const begin = performance.now();
  const end = begin + seconds * 1_000;
  const till = async (): Promise<void> => {
    for (; performance.now() < end; orders += 1)
      for (const step of stepsOf(original)) {
        const began = performance.now();
        await inTransaction(pool, original, step);
        calls.push(performance.now() - began);
      }
  };
  await Promise.all(Array.from({ length: tills }, till));
  const sold: Sold = { orders, seconds: (performance.now() - begin) / 1_000, calls };
  await pool.end();
  process.send?.({ done: sold });
});
process.send?.({ ready: true });

type Step = (run: (sql: string, ...values: unknown[]) => Promise<unknown>) => Promise<void>;

async function inTransaction(pool: Pool, { order }: Original, step: Step): Promise<void> {
  const client = await pool.connect();
  try {
    await client.query('begin');
    await client.query(prepared(SESSION, [order.tenant_id]));
    await step((sql, ...values) => client.query(prepared(sql, values)));
    await client.query(prepared('select pg_advisory_xact_lock(hashtextextended($1, 0))', [order.tenant_id]));
    await tell(client, order);
    await client.query('commit');
  } finally {
    client.release();
  }
}

async function tell(client: PoolClient, order: Original['order']): Promise<void> {
  const facts = { id: uuidv7(), feed: order.tenant_id, source: 'restaurant', at: new Date(), correlationId: uuidv7() };
  const actor = { kind: 'user', id: uuidv7() };
  const event = {
    ...facts,
    actor,
    type: 'order.updated',
    payload: { orderId: order.id, locationId: order.location_id },
  };
  const audit = { ...facts, actor, action: 'changeOrder', records: [{ id: uuidv7(), nounId: order.id, after: order }] };
  await client.query(prepared(TELL, [JSON.stringify(event), JSON.stringify(audit)]));
}

function stepsOf({ order, lines, tickets, fires, payment }: Original): Step[] {
  const orderId = uuidv7();
  const lineIds = new Map(lines.map(({ id }) => [id, uuidv7()]));
  const ticketIds = new Map(tickets.map(({ id }) => [id, uuidv7()]));
  const drafted = {
    ...order,
    id: orderId,
    progress: 'DRAFT',
    money: 'OPEN',
    subtotal: 0,
    tax_added: 0,
    total: 0,
    paid: 0,
  };
  return [
    async (run) => {
      await run('select * from restaurant.location where id = $1', order.location_id);
      await run(NUMBER, order.tenant_id, order.location_id, order.business_date);
      await run(insert('"order"'), JSON.stringify(drafted));
    },
    async (run) => {
      await run(LOCK, orderId);
      await run(LINES, orderId);
      await run(
        'select * from restaurant.menu_item where id = any($1)',
        lines.map(({ item_id }) => item_id),
      );
      for (const line of lines)
        await run(insert('order_line'), JSON.stringify({ ...line, id: lineIds.get(line.id), order_id: orderId }));
      await run(TOTALS, orderId, order.subtotal, order.tax_added, order.total);
    },
    async (run) => {
      await run(LOCK, orderId);
      await run(LINES, orderId);
      for (const ticket of tickets)
        await run(
          insert('kitchen_ticket'),
          JSON.stringify({ ...ticket, id: ticketIds.get(ticket.id), order_id: orderId }),
        );
      for (const fire of fires) {
        const of = { line_id: lineIds.get(String(fire.line_id)), ticket_id: ticketIds.get(String(fire.ticket_id)) };
        await run(insert('kitchen_fire'), JSON.stringify({ ...fire, ...of, id: uuidv7(), order_id: orderId }));
      }
      await run(PLACED, orderId);
    },
    async (run) => {
      await run(LOCK, orderId);
      await run(insert('payment'), JSON.stringify({ ...payment, id: uuidv7(), order_id: orderId }));
      await run(PAID, orderId);
    },
  ];
}

/** A statement that each connection prepares once. */
const names = new Map<string, string>();
function prepared(text: string, values: unknown[]): { name: string; text: string; values: unknown[] } {
  const name = names.get(text) ?? `bench ${names.size}`;
  names.set(text, name);
  return { name, text, values };
}
