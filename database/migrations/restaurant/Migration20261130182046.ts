import { Migration } from '@mikro-orm/migrations';

export class Migration20261130182046 extends Migration {

  override name = 'Migration20261130182046';

  override up(): void | Promise<void> {
    this.addSql(`create table "restaurant"."day_part" ("id" uuid not null, "created_at" timestamptz(3) not null default now(), "updated_at" timestamptz(3) not null default now(), "version" int not null default 1, "tenant_id" uuid not null, "names" json not null, "days" text[] not null, "from" text not null, "to" text not null, primary key ("id"));`);
    this.addSql(`create index "day_part_tenant_id_index" on "restaurant"."day_part" ("tenant_id");`);

    this.addSql(`create table "restaurant"."price_change" ("id" uuid not null, "created_at" timestamptz(3) not null default now(), "updated_at" timestamptz(3) not null default now(), "version" int not null default 1, "tenant_id" uuid not null, "item_id" uuid not null, "price_amount" bigint not null, "price_currency" text not null, "starts_at" timestamptz(3) not null, "applied_at" timestamptz(3) null, "location_id" uuid null, primary key ("id"));`);
    this.addSql(`create index "price_change_tenant_id_index" on "restaurant"."price_change" ("tenant_id");`);
    this.addSql(`create index "price_change_location_id_index" on "restaurant"."price_change" ("location_id");`);
    this.addSql(`create index "price_change_item_id_starts_at_index" on "restaurant"."price_change" ("item_id", "starts_at");`);

    this.addSql(`create table "restaurant"."menu_item_at_location" ("id" uuid not null, "created_at" timestamptz(3) not null default now(), "updated_at" timestamptz(3) not null default now(), "version" int not null default 1, "tenant_id" uuid not null, "item_id" uuid not null, "price_amount" bigint null, "price_currency" text null, "available" boolean not null default true, "sold_out_for" text[] not null default '{}', "hidden" boolean not null default false, "portions_left" int null, "location_id" uuid not null, primary key ("id"));`);
    this.addSql(`create index "menu_item_at_location_tenant_id_index" on "restaurant"."menu_item_at_location" ("tenant_id");`);
    this.addSql(`create index "menu_item_at_location_location_id_index" on "restaurant"."menu_item_at_location" ("location_id");`);
    this.addSql(`alter table "restaurant"."menu_item_at_location" add constraint "menu_item_at_location_tenant_id_item_id_location_id_unique" unique ("tenant_id", "item_id", "location_id");`);

    this.addSql(`alter table "restaurant"."menu_section" add "channels" text[] not null default '{}', add "day_parts" uuid[] not null default '{}';`);

    this.addSql(`alter table "restaurant"."menu_item" drop constraint "menu_item_check";`);
    this.addSql(`alter table "restaurant"."menu_item" add "portions_left" int null, add "tax_class" text not null default 'STANDARD', add "channels" text[] not null default '{}', add "day_parts" uuid[] not null default '{}';`);
    this.addSql(`alter table "restaurant"."menu_item" add constraint "menu_item_check" check (price_amount >= 0 and portions_left >= 0 and available = (cardinality(sold_out_for) = 0));`);

    this.addSql(`alter table "restaurant"."day_part" add constraint "day_part_check" check (cardinality(days) > 0);`);
    this.addSql(`alter table "restaurant"."day_part" enable row level security;`);
    this.addSql(`alter table "restaurant"."day_part" force row level security;`);
    this.addSql(`create policy "tenant" on "restaurant"."day_part" using (tenant_id = nullif(current_setting('app.tenant_id', true), '')::uuid) with check (tenant_id = nullif(current_setting('app.tenant_id', true), '')::uuid);`);
    this.addSql(`create policy "system" on "restaurant"."day_part" using (current_setting('app.system', true) = 'on') with check (current_setting('app.system', true) = 'on');`);

    this.addSql(`alter table "restaurant"."price_change" add constraint "price_change_location_id_foreign" foreign key ("location_id") references "restaurant"."location" ("id") on delete set null;`);
    this.addSql(`alter table "restaurant"."price_change" add constraint "price_change_check" check (price_amount >= 0);`);
    this.addSql(`alter table "restaurant"."price_change" enable row level security;`);
    this.addSql(`alter table "restaurant"."price_change" force row level security;`);
    this.addSql(`create policy "tenant" on "restaurant"."price_change" using (tenant_id = nullif(current_setting('app.tenant_id', true), '')::uuid) with check (tenant_id = nullif(current_setting('app.tenant_id', true), '')::uuid);`);
    this.addSql(`create policy "system" on "restaurant"."price_change" using (current_setting('app.system', true) = 'on') with check (current_setting('app.system', true) = 'on');`);

    this.addSql(`alter table "restaurant"."menu_item_at_location" add constraint "menu_item_at_location_location_id_foreign" foreign key ("location_id") references "restaurant"."location" ("id");`);
    this.addSql(`alter table "restaurant"."menu_item_at_location" add constraint "menu_item_at_location_check" check (price_amount >= 0 and portions_left >= 0 and available = (cardinality(sold_out_for) = 0));`);
    this.addSql(`alter table "restaurant"."menu_item_at_location" enable row level security;`);
    this.addSql(`alter table "restaurant"."menu_item_at_location" force row level security;`);
    this.addSql(`create policy "tenant" on "restaurant"."menu_item_at_location" using (tenant_id = nullif(current_setting('app.tenant_id', true), '')::uuid) with check (tenant_id = nullif(current_setting('app.tenant_id', true), '')::uuid);`);
    this.addSql(`create policy "system" on "restaurant"."menu_item_at_location" using (current_setting('app.system', true) = 'on') with check (current_setting('app.system', true) = 'on');`);
  }

  override down(): void | Promise<void> {
    this.addSql(`drop table if exists "restaurant"."day_part" cascade;`);
    this.addSql(`drop table if exists "restaurant"."price_change" cascade;`);
    this.addSql(`drop table if exists "restaurant"."menu_item_at_location" cascade;`);

    this.addSql(`alter table "restaurant"."menu_item" drop constraint "menu_item_check";`);
    this.addSql(`alter table "restaurant"."menu_item" drop column "portions_left", drop column "tax_class", drop column "channels", drop column "day_parts";`);
    this.addSql(`alter table "restaurant"."menu_item" add constraint "menu_item_check" check (price_amount >= 0 and available = (cardinality(sold_out_for) = 0));`);

    this.addSql(`alter table "restaurant"."menu_section" drop column "channels", drop column "day_parts";`);
  }

}
