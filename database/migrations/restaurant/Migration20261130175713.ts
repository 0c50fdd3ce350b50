import { Migration } from '@mikro-orm/migrations';

export class Migration20261130175713 extends Migration {

  override name = 'Migration20261130175713';

  override up(): void | Promise<void> {
    this.addSql(`create table "restaurant"."modifier_group" ("id" uuid not null, "created_at" timestamptz(3) not null default now(), "updated_at" timestamptz(3) not null default now(), "version" int not null default 1, "tenant_id" uuid not null, "names" json not null, "min" int not null default 0, "max" int null, "free" int not null default 0, "price_rule" text not null default 'ADD', "removed_at" timestamptz(3) null, primary key ("id"));`);
    this.addSql(`create index "modifier_group_tenant_id_index" on "restaurant"."modifier_group" ("tenant_id");`);

    this.addSql(`create table "restaurant"."modifier_option" ("id" uuid not null, "created_at" timestamptz(3) not null default now(), "updated_at" timestamptz(3) not null default now(), "version" int not null default 1, "tenant_id" uuid not null, "names" json not null, "price_amount" bigint not null, "price_currency" text not null, "available" boolean not null default true, "allergens" text[] not null, "max_quantity" int null, "position" int not null default 0, "removed_at" timestamptz(3) null, "group_id" uuid not null, "nested_id" uuid null, primary key ("id"));`);
    this.addSql(`create index "modifier_option_tenant_id_index" on "restaurant"."modifier_option" ("tenant_id");`);
    this.addSql(`create index "modifier_option_nested_id_index" on "restaurant"."modifier_option" ("nested_id");`);
    this.addSql(`create index "modifier_option_group_id_position_index" on "restaurant"."modifier_option" ("group_id", "position");`);

    this.addSql(`alter table "restaurant"."menu_item" drop constraint "menu_item_check";`);
    this.addSql(`alter table "restaurant"."menu_item" add "sold_out_for" text[] not null default '{}', add "modifier_groups" uuid[] not null default '{}';`);
    this.addSql(`create index "menu_item_modifier_groups_index" on "restaurant"."menu_item" using gin ("modifier_groups");`);
    // By hand: what was sold out says why. The tables' owner sees no row, unless it asks as the system.
    this.addSql(`select set_config('app.system', 'on', true);`);
    this.addSql(`update "restaurant"."menu_item" set sold_out_for = '{BY_HAND}' where not available;`);
    this.addSql(`select set_config('app.system', 'off', true);`);
    this.addSql(`alter table "restaurant"."menu_item" add constraint "menu_item_check" check (price_amount >= 0 and available = (cardinality(sold_out_for) = 0));`);

    this.addSql(`alter table "restaurant"."modifier_group" add constraint "modifier_group_check" check (min >= 0 and free >= 0 and (max is null or max >= greatest(min, 1)));`);
    this.addSql(`alter table "restaurant"."modifier_group" enable row level security;`);
    this.addSql(`alter table "restaurant"."modifier_group" force row level security;`);
    this.addSql(`create policy "tenant" on "restaurant"."modifier_group" using (tenant_id = nullif(current_setting('app.tenant_id', true), '')::uuid) with check (tenant_id = nullif(current_setting('app.tenant_id', true), '')::uuid);`);
    this.addSql(`create policy "system" on "restaurant"."modifier_group" using (current_setting('app.system', true) = 'on') with check (current_setting('app.system', true) = 'on');`);

    this.addSql(`alter table "restaurant"."modifier_option" add constraint "modifier_option_group_id_foreign" foreign key ("group_id") references "restaurant"."modifier_group" ("id");`);
    this.addSql(`alter table "restaurant"."modifier_option" add constraint "modifier_option_nested_id_foreign" foreign key ("nested_id") references "restaurant"."modifier_group" ("id") on delete set null;`);
    this.addSql(`alter table "restaurant"."modifier_option" add constraint "modifier_option_check" check (price_amount >= 0 and (max_quantity is null or max_quantity > 0) and nested_id <> group_id);`);
    this.addSql(`alter table "restaurant"."modifier_option" enable row level security;`);
    this.addSql(`alter table "restaurant"."modifier_option" force row level security;`);
    this.addSql(`create policy "tenant" on "restaurant"."modifier_option" using (tenant_id = nullif(current_setting('app.tenant_id', true), '')::uuid) with check (tenant_id = nullif(current_setting('app.tenant_id', true), '')::uuid);`);
    this.addSql(`create policy "system" on "restaurant"."modifier_option" using (current_setting('app.system', true) = 'on') with check (current_setting('app.system', true) = 'on');`);
  }

  override down(): void | Promise<void> {
    this.addSql(`alter table "restaurant"."modifier_option" drop constraint "modifier_option_group_id_foreign";`);
    this.addSql(`alter table "restaurant"."modifier_option" drop constraint "modifier_option_nested_id_foreign";`);

    this.addSql(`drop table if exists "restaurant"."modifier_group" cascade;`);
    this.addSql(`drop table if exists "restaurant"."modifier_option" cascade;`);

    this.addSql(`drop index "restaurant"."menu_item_modifier_groups_index";`);
    this.addSql(`alter table "restaurant"."menu_item" drop constraint "menu_item_check";`);
    this.addSql(`alter table "restaurant"."menu_item" drop column "sold_out_for", drop column "modifier_groups";`);
    this.addSql(`alter table "restaurant"."menu_item" add constraint "menu_item_check" check (price_amount >= 0);`);
  }

}
