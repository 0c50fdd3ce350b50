import { Migration } from '@mikro-orm/migrations';

export class Migration20261130210701 extends Migration {

  override name = 'Migration20261130210701';

  override up(): void | Promise<void> {
    this.addSql(`create table "restaurant"."floor_area" ("id" uuid not null, "created_at" timestamptz(3) not null default now(), "updated_at" timestamptz(3) not null default now(), "version" int not null default 1, "tenant_id" uuid not null, "location_id" uuid not null, "name" text not null, "width" int not null default 1600, "height" int not null default 1000, "position" int not null, "removed_at" timestamptz(3) null, primary key ("id"));`);
    this.addSql(`create index "floor_area_tenant_id_index" on "restaurant"."floor_area" ("tenant_id");`);
    this.addSql(`create index "floor_area_tenant_id_location_id_position_index" on "restaurant"."floor_area" ("tenant_id", "location_id", "position");`);

    this.addSql(`create table "restaurant"."dining_table" ("id" uuid not null, "created_at" timestamptz(3) not null default now(), "updated_at" timestamptz(3) not null default now(), "version" int not null default 1, "tenant_id" uuid not null, "location_id" uuid not null, "area_id" uuid not null, "name" text not null, "seats" int not null, "shape" text not null, "x" int not null, "y" int not null, "width" int not null, "height" int not null, "rotation" int not null default 0, "seated_at" timestamptz(3) null, "guests" int null, "server_id" uuid null, "bill_at" timestamptz(3) null, "dirty_at" timestamptz(3) null, "removed_at" timestamptz(3) null, primary key ("id"));`);
    this.addSql(`create index "dining_table_tenant_id_index" on "restaurant"."dining_table" ("tenant_id");`);
    this.addSql(`create index "dining_table_tenant_id_area_id_index" on "restaurant"."dining_table" ("tenant_id", "area_id");`);
    this.addSql(`create index "dining_table_tenant_id_location_id_index" on "restaurant"."dining_table" ("tenant_id", "location_id");`);

    this.addSql(`alter table "restaurant"."order" add "table_id" uuid null;`);
    this.addSql(`create index "order_tenant_id_table_id_id_index" on "restaurant"."order" ("tenant_id", "table_id", "id") where table_id is not null;`);

    this.addSql(`alter table "restaurant"."floor_area" enable row level security;`);
    this.addSql(`alter table "restaurant"."floor_area" force row level security;`);
    this.addSql(`create policy "tenant" on "restaurant"."floor_area" using (tenant_id = nullif(current_setting('app.tenant_id', true), '')::uuid and coalesce(location_id = nullif(current_setting('app.location_id', true), '')::uuid, true)) with check (tenant_id = nullif(current_setting('app.tenant_id', true), '')::uuid and coalesce(location_id = nullif(current_setting('app.location_id', true), '')::uuid, true));`);
    this.addSql(`create policy "system" on "restaurant"."floor_area" using (current_setting('app.system', true) = 'on') with check (current_setting('app.system', true) = 'on');`);

    this.addSql(`alter table "restaurant"."dining_table" add constraint "dining_table_shape_check" check ("shape" in ('RECTANGLE', 'ROUND'));`);
    this.addSql(`alter table "restaurant"."dining_table" enable row level security;`);
    this.addSql(`alter table "restaurant"."dining_table" force row level security;`);
    this.addSql(`create policy "tenant" on "restaurant"."dining_table" using (tenant_id = nullif(current_setting('app.tenant_id', true), '')::uuid and coalesce(location_id = nullif(current_setting('app.location_id', true), '')::uuid, true)) with check (tenant_id = nullif(current_setting('app.tenant_id', true), '')::uuid and coalesce(location_id = nullif(current_setting('app.location_id', true), '')::uuid, true));`);
    this.addSql(`create policy "system" on "restaurant"."dining_table" using (current_setting('app.system', true) = 'on') with check (current_setting('app.system', true) = 'on');`);
  }

  override down(): void | Promise<void> {
    this.addSql(`drop table if exists "restaurant"."floor_area" cascade;`);
    this.addSql(`drop table if exists "restaurant"."dining_table" cascade;`);

    this.addSql(`drop index "restaurant"."order_tenant_id_table_id_id_index";`);
    this.addSql(`alter table "restaurant"."order" drop column "table_id";`);
  }

}
