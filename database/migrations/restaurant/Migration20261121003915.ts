import { Migration } from '@mikro-orm/migrations';

export class Migration20261121003915 extends Migration {

  override name = 'Migration20261121003915';

  override up(): void | Promise<void> {
    this.addSql(`create schema if not exists "restaurant";`);
    this.addSql(`create table "restaurant"."inbox" ("event_id" uuid not null, "consumer" text not null, "handled_at" timestamptz not null default now(), primary key ("event_id", "consumer"));`);

    this.addSql(`create table "restaurant"."outbox" ("position" bigserial primary key, "event" jsonb not null);`);

    this.addSql(`create table "restaurant"."restaurant" ("id" uuid not null, "created_at" timestamptz(3) not null default now(), "updated_at" timestamptz(3) not null default now(), "version" int not null default 1, "tenant_id" uuid not null, "name" text not null, primary key ("id"));`);
    this.addSql(`create index "restaurant_tenant_id_index" on "restaurant"."restaurant" ("tenant_id");`);

    this.addSql(`create table "restaurant"."menu" ("id" uuid not null, "created_at" timestamptz(3) not null default now(), "updated_at" timestamptz(3) not null default now(), "version" int not null default 1, "tenant_id" uuid not null, "names" json not null, "position" int not null default 0, "restaurant_id" uuid not null, primary key ("id"));`);
    this.addSql(`create index "menu_tenant_id_index" on "restaurant"."menu" ("tenant_id");`);
    this.addSql(`create index "menu_restaurant_id_index" on "restaurant"."menu" ("restaurant_id");`);

    this.addSql(`create table "restaurant"."menu_section" ("id" uuid not null, "created_at" timestamptz(3) not null default now(), "updated_at" timestamptz(3) not null default now(), "version" int not null default 1, "tenant_id" uuid not null, "names" json not null, "position" int not null default 0, "removed_at" timestamptz(3) null, "menu_id" uuid not null, primary key ("id"));`);
    this.addSql(`create index "menu_section_tenant_id_index" on "restaurant"."menu_section" ("tenant_id");`);
    this.addSql(`create index "menu_section_menu_id_index" on "restaurant"."menu_section" ("menu_id");`);

    this.addSql(`create table "restaurant"."menu_item" ("id" uuid not null, "created_at" timestamptz(3) not null default now(), "updated_at" timestamptz(3) not null default now(), "version" int not null default 1, "tenant_id" uuid not null, "names" json not null, "descriptions" json not null, "price_amount" int not null, "price_currency" text not null, "available" boolean not null default true, "allergens" text[] not null, "calories" int null, "image_url" text null, "position" int not null default 0, "removed_at" timestamptz(3) null, "section_id" uuid not null, primary key ("id"));`);
    this.addSql(`create index "menu_item_tenant_id_index" on "restaurant"."menu_item" ("tenant_id");`);
    this.addSql(`create index "menu_item_section_id_position_index" on "restaurant"."menu_item" ("section_id", "position");`);

    this.addSql(`create table "restaurant"."location" ("id" uuid not null, "created_at" timestamptz(3) not null default now(), "updated_at" timestamptz(3) not null default now(), "version" int not null default 1, "tenant_id" uuid not null, "name" text not null, "address" text not null, "city" text not null, "phone" text null, "time_zone" text not null, "restaurant_id" uuid not null, primary key ("id"));`);
    this.addSql(`create index "location_tenant_id_index" on "restaurant"."location" ("tenant_id");`);
    this.addSql(`create index "location_restaurant_id_index" on "restaurant"."location" ("restaurant_id");`);

    this.addSql(`alter table "restaurant"."restaurant" enable row level security;`);
    this.addSql(`alter table "restaurant"."restaurant" force row level security;`);
    this.addSql(`create policy "tenant" on "restaurant"."restaurant" using (tenant_id = nullif(current_setting('app.tenant_id', true), '')::uuid) with check (tenant_id = nullif(current_setting('app.tenant_id', true), '')::uuid);`);
    this.addSql(`create policy "system" on "restaurant"."restaurant" using (current_setting('app.system', true) = 'on') with check (current_setting('app.system', true) = 'on');`);

    this.addSql(`alter table "restaurant"."menu" add constraint "menu_restaurant_id_foreign" foreign key ("restaurant_id") references "restaurant"."restaurant" ("id");`);
    this.addSql(`alter table "restaurant"."menu" enable row level security;`);
    this.addSql(`alter table "restaurant"."menu" force row level security;`);
    this.addSql(`create policy "tenant" on "restaurant"."menu" using (tenant_id = nullif(current_setting('app.tenant_id', true), '')::uuid) with check (tenant_id = nullif(current_setting('app.tenant_id', true), '')::uuid);`);
    this.addSql(`create policy "system" on "restaurant"."menu" using (current_setting('app.system', true) = 'on') with check (current_setting('app.system', true) = 'on');`);

    this.addSql(`alter table "restaurant"."menu_section" add constraint "menu_section_menu_id_foreign" foreign key ("menu_id") references "restaurant"."menu" ("id");`);
    this.addSql(`alter table "restaurant"."menu_section" enable row level security;`);
    this.addSql(`alter table "restaurant"."menu_section" force row level security;`);
    this.addSql(`create policy "tenant" on "restaurant"."menu_section" using (tenant_id = nullif(current_setting('app.tenant_id', true), '')::uuid) with check (tenant_id = nullif(current_setting('app.tenant_id', true), '')::uuid);`);
    this.addSql(`create policy "system" on "restaurant"."menu_section" using (current_setting('app.system', true) = 'on') with check (current_setting('app.system', true) = 'on');`);

    this.addSql(`alter table "restaurant"."menu_item" add constraint "menu_item_section_id_foreign" foreign key ("section_id") references "restaurant"."menu_section" ("id");`);
    this.addSql(`alter table "restaurant"."menu_item" enable row level security;`);
    this.addSql(`alter table "restaurant"."menu_item" force row level security;`);
    this.addSql(`create policy "tenant" on "restaurant"."menu_item" using (tenant_id = nullif(current_setting('app.tenant_id', true), '')::uuid) with check (tenant_id = nullif(current_setting('app.tenant_id', true), '')::uuid);`);
    this.addSql(`create policy "system" on "restaurant"."menu_item" using (current_setting('app.system', true) = 'on') with check (current_setting('app.system', true) = 'on');`);

    this.addSql(`alter table "restaurant"."location" add constraint "location_restaurant_id_foreign" foreign key ("restaurant_id") references "restaurant"."restaurant" ("id");`);
    this.addSql(`alter table "restaurant"."location" enable row level security;`);
    this.addSql(`alter table "restaurant"."location" force row level security;`);
    this.addSql(`create policy "tenant" on "restaurant"."location" using (tenant_id = nullif(current_setting('app.tenant_id', true), '')::uuid) with check (tenant_id = nullif(current_setting('app.tenant_id', true), '')::uuid);`);
    this.addSql(`create policy "system" on "restaurant"."location" using (current_setting('app.system', true) = 'on') with check (current_setting('app.system', true) = 'on');`);
  }

  override down(): void | Promise<void> {
    this.addSql(`alter table "restaurant"."menu" drop constraint "menu_restaurant_id_foreign";`);
    this.addSql(`alter table "restaurant"."location" drop constraint "location_restaurant_id_foreign";`);
    this.addSql(`alter table "restaurant"."menu_section" drop constraint "menu_section_menu_id_foreign";`);
    this.addSql(`alter table "restaurant"."menu_item" drop constraint "menu_item_section_id_foreign";`);

    this.addSql(`drop table if exists "restaurant"."inbox" cascade;`);
    this.addSql(`drop table if exists "restaurant"."outbox" cascade;`);
    this.addSql(`drop table if exists "restaurant"."restaurant" cascade;`);
    this.addSql(`drop table if exists "restaurant"."menu" cascade;`);
    this.addSql(`drop table if exists "restaurant"."menu_section" cascade;`);
    this.addSql(`drop table if exists "restaurant"."menu_item" cascade;`);
    this.addSql(`drop table if exists "restaurant"."location" cascade;`);

    this.addSql(`drop schema if exists "restaurant";`);
  }

}
