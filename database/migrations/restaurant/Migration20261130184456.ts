import { Migration } from '@mikro-orm/migrations';

export class Migration20261130184456 extends Migration {

  override name = 'Migration20261130184456';

  override up(): void | Promise<void> {
    this.addSql(`create table "restaurant"."order" ("id" uuid not null, "tenant_id" uuid not null, "created_at" timestamptz(3) not null default now(), "updated_at" timestamptz(3) not null default now(), "version" int not null default 1, "location_id" uuid not null, "number" int not null, "channel" text not null, "guests" int null, "note" text null, "server_id" uuid null, "progress" text not null default 'DRAFT', "money" text not null default 'OPEN', "currency" text not null, "business_date" date not null, "opened_at" timestamptz(3) not null, "placed_at" timestamptz(3) null, "void_reason" text null, "discounts" jsonb not null, "service_charges" jsonb not null, "subtotal" bigint not null default '0', "discount_total" bigint not null default '0', "tax_added" bigint not null default '0', "tax_included" bigint not null default '0', "service_charge" bigint not null default '0', "tip" bigint not null default '0', "total" bigint not null default '0', "paid" bigint not null default '0', "fingerprint" text not null, primary key ("id", "tenant_id")) partition by range ("id");`);
    this.addSql(`create index "order_tenant_id_location_id_id_index" on "restaurant"."order" ("tenant_id", "location_id", "id");`);
    this.addSql(`create index "order_tenant_id_location_id_business_date_number_index" on "restaurant"."order" ("tenant_id", "location_id", "business_date", "number");`);

    this.addSql(`create table "restaurant"."order_line" ("id" uuid not null, "tenant_id" uuid not null, "created_at" timestamptz(3) not null default now(), "updated_at" timestamptz(3) not null default now(), "version" int not null default 1, "order_id" uuid not null, "item_id" uuid not null, "names" json not null, "unit_price" bigint not null, "quantity" text not null, "allergens" text[] not null, "options" jsonb not null, "taxes" jsonb not null, "discounts" jsonb not null, "seat" int null, "course" int null, "note" text null, "position" int not null, "gross" bigint not null default '0', "amount" bigint not null default '0', "tax" bigint not null default '0', "voided_at" timestamptz(3) null, "void_reason" text null, "fingerprint" text not null, primary key ("id", "tenant_id")) partition by range ("id");`);
    this.addSql(`create index "order_line_tenant_id_order_id_position_index" on "restaurant"."order_line" ("tenant_id", "order_id", "position");`);

    this.addSql(`create table "restaurant"."order_number" ("tenant_id" uuid not null, "location_id" uuid not null, "business_date" date not null, "last" int not null, primary key ("tenant_id", "location_id", "business_date"));`);

    this.addSql(`create table "restaurant"."tax_rule" ("id" uuid not null, "created_at" timestamptz(3) not null default now(), "updated_at" timestamptz(3) not null default now(), "version" int not null default 1, "tenant_id" uuid not null, "name" text not null, "rate" text not null, "inclusive" boolean not null, "tax_classes" text[] not null, "channels" text[] not null, "location_id" uuid null, "base_includes" uuid[] not null, "on_service_charge" boolean not null default false, "removed_at" timestamptz(3) null, primary key ("id"));`);
    this.addSql(`create index "tax_rule_tenant_id_index" on "restaurant"."tax_rule" ("tenant_id");`);
    this.addSql(`create index "tax_rule_location_id_index" on "restaurant"."tax_rule" ("location_id");`);

    this.addSql(`alter table "restaurant"."order" add constraint "order_channel_check" check ("channel" in ('DINE_IN', 'TAKEAWAY', 'DELIVERY', 'ONLINE'));`);
    this.addSql(`alter table "restaurant"."order" add constraint "order_progress_check" check ("progress" in ('DRAFT', 'PLACED', 'IN_KITCHEN', 'READY', 'SERVED', 'VOID'));`);
    this.addSql(`alter table "restaurant"."order" add constraint "order_money_check" check ("money" in ('OPEN', 'PARTLY_PAID', 'PAID', 'PARTLY_REFUNDED', 'REFUNDED'));`);
    this.addSql(`alter table "restaurant"."order" enable row level security;`);
    this.addSql(`alter table "restaurant"."order" force row level security;`);
    this.addSql(`create policy "tenant" on "restaurant"."order" using (tenant_id = nullif(current_setting('app.tenant_id', true), '')::uuid) with check (tenant_id = nullif(current_setting('app.tenant_id', true), '')::uuid);`);
    this.addSql(`create policy "system" on "restaurant"."order" using (current_setting('app.system', true) = 'on') with check (current_setting('app.system', true) = 'on');`);

    this.addSql(`alter table "restaurant"."order_line" enable row level security;`);
    this.addSql(`alter table "restaurant"."order_line" force row level security;`);
    this.addSql(`create policy "tenant" on "restaurant"."order_line" using (tenant_id = nullif(current_setting('app.tenant_id', true), '')::uuid) with check (tenant_id = nullif(current_setting('app.tenant_id', true), '')::uuid);`);
    this.addSql(`create policy "system" on "restaurant"."order_line" using (current_setting('app.system', true) = 'on') with check (current_setting('app.system', true) = 'on');`);

    this.addSql(`alter table "restaurant"."order_number" enable row level security;`);
    this.addSql(`alter table "restaurant"."order_number" force row level security;`);
    this.addSql(`create policy "tenant" on "restaurant"."order_number" using (tenant_id = nullif(current_setting('app.tenant_id', true), '')::uuid) with check (tenant_id = nullif(current_setting('app.tenant_id', true), '')::uuid);`);
    this.addSql(`create policy "system" on "restaurant"."order_number" using (current_setting('app.system', true) = 'on') with check (current_setting('app.system', true) = 'on');`);

    this.addSql(`alter table "restaurant"."tax_rule" add constraint "tax_rule_channels_check" check ("channels" <@ array['DINE_IN'::text, 'TAKEAWAY'::text, 'DELIVERY'::text, 'ONLINE'::text]);`);
    this.addSql(`alter table "restaurant"."tax_rule" enable row level security;`);
    this.addSql(`alter table "restaurant"."tax_rule" force row level security;`);
    this.addSql(`create policy "tenant" on "restaurant"."tax_rule" using (tenant_id = nullif(current_setting('app.tenant_id', true), '')::uuid) with check (tenant_id = nullif(current_setting('app.tenant_id', true), '')::uuid);`);
    this.addSql(`create policy "system" on "restaurant"."tax_rule" using (current_setting('app.system', true) = 'on') with check (current_setting('app.system', true) = 'on');`);

    this.addSql(`
      create function restaurant.first_id_of(moment timestamptz) returns uuid language sql immutable as $$
        select rpad(lpad(to_hex((extract(epoch from moment) * 1000)::bigint), 12, '0'), 32, '0')::uuid
      $$;
    `);
    this.addSql(`
      create function restaurant.protect_partition(name text) returns void language plpgsql as $$
      begin
        execute format('alter table restaurant.%I enable row level security', name);
        execute format('alter table restaurant.%I force row level security', name);
        execute format($policy$
          create policy tenant on restaurant.%I
          using (tenant_id = nullif(current_setting('app.tenant_id', true), '')::uuid)
          with check (tenant_id = nullif(current_setting('app.tenant_id', true), '')::uuid)
        $policy$, name);
        execute format($policy$
          create policy system on restaurant.%I
          using (current_setting('app.system', true) = 'on') with check (current_setting('app.system', true) = 'on')
        $policy$, name);
      end $$;
    `);
    // The subgraph's role owns nothing and may make no table: this function may, and makes the months of its partitioned tables alone.
    this.addSql(`
      create function restaurant.make_partitions() returns void language plpgsql
      security definer set search_path = pg_catalog, pg_temp as $$
      declare
        parent name;
        month timestamp;
        name text;
      begin
        perform pg_advisory_xact_lock(hashtextextended('restaurant partitions', 0));
        for parent in
          select c.relname from pg_partitioned_table p join pg_class c on c.oid = p.partrelid
          where c.relnamespace = 'restaurant'::regnamespace and not c.relispartition order by 1
        loop
          for month in
            select generate_series(
              date_trunc('month', now() at time zone 'UTC') - interval '1 month',
              date_trunc('month', now() at time zone 'UTC') + interval '3 months', interval '1 month')
          loop
            name := parent || '_' || to_char(month, 'YYYY_MM');
            continue when to_regclass(format('restaurant.%I', name)) is not null;
            execute format('create table restaurant.%I partition of restaurant.%I for values from (%L) to (%L)',
              name, parent, restaurant.first_id_of(month at time zone 'UTC'),
              restaurant.first_id_of((month + interval '1 month') at time zone 'UTC'));
            perform restaurant.protect_partition(name);
          end loop;
        end loop;
      end $$;
    `);
    this.addSql(`revoke all on function restaurant.protect_partition(text) from public;`);
    this.addSql(`select restaurant.make_partitions();`);
  }

  override down(): void | Promise<void> {
    this.addSql(`drop table if exists "restaurant"."order" cascade;`);
    this.addSql(`drop table if exists "restaurant"."order_line" cascade;`);
    this.addSql(`drop table if exists "restaurant"."order_number" cascade;`);
    this.addSql(`drop table if exists "restaurant"."tax_rule" cascade;`);
    this.addSql(`drop function restaurant.make_partitions();`);
    this.addSql(`drop function restaurant.protect_partition(text);`);
    this.addSql(`drop function restaurant.first_id_of(timestamptz);`);
  }

}
