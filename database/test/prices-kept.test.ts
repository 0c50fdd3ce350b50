import { exponentOf } from '@mycelium/schema/currencies';
import { decimalOf } from '@mycelium/schema/decimal';
import { Client } from 'pg';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { Migration20261129195409 as PricesByIso } from '../migrations/restaurant/Migration20261129195409.ts';
import { type TestDatabase, testDatabase } from '../src/testing.ts';

let database: TestDatabase;
let client: Client;
beforeAll(async () => {
  database = await testDatabase();
  client = new Client({ connectionString: database.url });
  await client.connect();
});
afterAll(async () => {
  await client?.end();
  await database?.drop();
});

/** How its table was before. */
const BEFORE = `
  drop table restaurant.menu_item cascade;
  create table restaurant.menu_item (
    id serial primary key, tenant_id uuid, price_amount int not null, price_currency text not null,
    version int not null default 1, updated_at timestamptz not null default '2026-01-01'
  );
  alter table restaurant.menu_item enable row level security;
  alter table restaurant.menu_item force row level security;
  create policy system on restaurant.menu_item using (current_setting('app.system', true) = 'on');
  create policy tenant on restaurant.menu_item using (false);
  create role prices_owner nosuperuser nobypassrls;
  alter schema restaurant owner to prices_owner;
  alter table restaurant.menu_item owner to prices_owner;
`;

const prices = [
  ['USD', 450],
  ['COP', 12_000],
  ['IQD', 2_500],
  ['HUF', 2_000_000_000],
  ['JPY', 500],
  ['KWD', 1_234],
  ['BGN', 999],
] as const;

/** As screens showed it when they asked `Intl`, as it was then, for the digits of a currency. */
function shownBefore(currency: string, amount: number): number {
  const digits: Record<string, number> = { COP: 0, IQD: 0, HUF: 0, JPY: 0, KWD: 3 };
  return Number(decimalOf(amount, digits[currency] ?? 2));
}

test('every price stays what guests saw, also when the tables belong to a role without powers', async () => {
  // Undone at the end, as the role belongs to the whole server.
  await client.query(`begin; ${BEFORE}`);
  for (const [currency, amount] of prices) {
    await client.query('insert into restaurant.menu_item (price_currency, price_amount) values ($1, $2)', [
      currency,
      amount,
    ]);
  }
  // Neither is asked by a migration that only adds statements.
  const migration = new PricesByIso(undefined as never, undefined as never);
  migration.up();
  await client.query('set local role prices_owner');
  for (const statement of migration.getQueries()) await client.query(String(statement));
  await client.query('reset role');

  const { rows } = await client.query<{ currency: string; amount: string; version: number }>(
    'select price_currency as currency, price_amount as amount, version from restaurant.menu_item order by id',
  );
  expect(
    rows.map(({ currency, amount }) => [currency, Number(decimalOf(Number(amount), exponentOf(currency)))]),
  ).toEqual(prices.map(([currency, amount]) => [currency, shownBefore(currency, amount)]));
  expect(rows.filter(({ version }) => version > 1).map(({ currency }) => currency)).toEqual(['COP', 'IQD', 'HUF']);
  await client.query('update restaurant.menu_item set price_amount = 9007199254740991 where id = 1');
  await expect(client.query('update restaurant.menu_item set price_amount = -1')).rejects.toThrow('menu_item_check');
  await client.query('rollback');
});
