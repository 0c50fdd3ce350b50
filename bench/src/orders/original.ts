import type { Client } from 'pg';

type Row = Record<string, unknown> & { id: string };

/** All rows of an order that was sold. */
export interface Original {
  order: Row & { tenant_id: string; location_id: string };
  lines: Row[];
  tickets: Row[];
  fires: Row[];
  payment: Row;
}

/** Reads them, past the graph. */
export async function originalOf(database: Client, orderId: string): Promise<Original> {
  const read = async (table: string, column: string): Promise<Row[]> => {
    const { rows } = await database.query<{ row: Row }>(
      `select to_jsonb(found) as row from restaurant.${table} found where ${column} = $1`,
      [orderId],
    );
    return rows.map(({ row }) => row);
  };
  const [order] = await read('"order"', 'id');
  const [payment] = await read('payment', 'order_id');
  const [lines, tickets, fires] = [
    await read('order_line', 'order_id'),
    await read('kitchen_ticket', 'order_id'),
    await read('kitchen_fire', 'order_id'),
  ];
  if (!order || !payment || lines.length === 0 || fires.length === 0) throw new Error('The order was not sold whole.');
  return { order: order as Original['order'], lines, tickets, fires, payment };
}
