import { Migration } from '@mikro-orm/migrations';

/**
 * Currencies of which screens showed no minor units, as `Intl` says, though by ISO 4217 they have some: 12000 with COP was
 * shown, and meant, as 12,000 pesos, which are 1200000 centavos. By hand: those prices become what they were shown as.
 */
const shownWhole = [
  { currencies: 'AFN ALL COP HUF IDR IRR KPW LAK LBP MGA MMK PKR SLL SOS SYP YER', factor: 100 },
  { currencies: 'IQD', factor: 1000 },
];

export class Migration20261129195409 extends Migration {

  override name = 'Migration20261129195409';

  override up(): void | Promise<void> {
    this.addSql(`drop policy "system" on "restaurant"."menu_item";`);
    this.addSql(`drop policy "tenant" on "restaurant"."menu_item";`);

    this.addSql(`alter table "restaurant"."menu_item" alter column "price_amount" type bigint using ("price_amount"::bigint);`);
    this.addSql(`alter table "restaurant"."menu_item" add constraint "menu_item_check" check (price_amount >= 0);`);
    this.addSql(`create policy "system" on "restaurant"."menu_item" using (current_setting('app.system', true) = 'on') with check (current_setting('app.system', true) = 'on');`);
    this.addSql(`create policy "tenant" on "restaurant"."menu_item" using (tenant_id = nullif(current_setting('app.tenant_id', true), '')::uuid) with check (tenant_id = nullif(current_setting('app.tenant_id', true), '')::uuid);`);
    // The tables' owner sees no row either, unless it asks as the system.
    this.addSql(`select set_config('app.system', 'on', true);`);
    for (const { currencies, factor } of shownWhole) {
      this.addSql(`update "restaurant"."menu_item" set price_amount = price_amount * ${factor}, version = version + 1, updated_at = now() where price_currency = any(string_to_array('${currencies}', ' '));`);
    }
    this.addSql(`select set_config('app.system', 'off', true);`);
  }

  override down(): void | Promise<void> {
    this.addSql(`select set_config('app.system', 'on', true);`);
    for (const { currencies, factor } of shownWhole) {
      this.addSql(`update "restaurant"."menu_item" set price_amount = price_amount / ${factor}, version = version + 1, updated_at = now() where price_currency = any(string_to_array('${currencies}', ' '));`);
    }
    this.addSql(`select set_config('app.system', 'off', true);`);
    this.addSql(`drop policy "tenant" on "restaurant"."menu_item";`);
    this.addSql(`drop policy "system" on "restaurant"."menu_item";`);

    this.addSql(`alter table "restaurant"."menu_item" drop constraint "menu_item_check";`);
    this.addSql(`alter table "restaurant"."menu_item" alter column "price_amount" type int using ("price_amount"::int);`);
    this.addSql(`create policy "tenant" on "restaurant"."menu_item" using (tenant_id = nullif(current_setting('app.tenant_id', true), '')::uuid) with check (tenant_id = nullif(current_setting('app.tenant_id', true), '')::uuid);`);
    this.addSql(`create policy "system" on "restaurant"."menu_item" using (current_setting('app.system', true) = 'on') with check (current_setting('app.system', true) = 'on');`);
  }

}
