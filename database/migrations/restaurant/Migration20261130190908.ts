import { Migration } from '@mikro-orm/migrations';

export class Migration20261130190908 extends Migration {

  override name = 'Migration20261130190908';

  override up(): void | Promise<void> {
    this.addSql(`create table "restaurant"."kitchen_route" ("id" uuid not null, "created_at" timestamptz(3) not null default now(), "updated_at" timestamptz(3) not null default now(), "version" int not null default 1, "tenant_id" uuid not null, "station_id" uuid not null, "section_id" uuid null, "item_id" uuid null, "channels" text[] not null, primary key ("id"));`);
    this.addSql(`create index "kitchen_route_tenant_id_index" on "restaurant"."kitchen_route" ("tenant_id");`);
    this.addSql(`create index "kitchen_route_station_id_index" on "restaurant"."kitchen_route" ("station_id");`);

    this.addSql(`create table "restaurant"."kitchen_station" ("id" uuid not null, "created_at" timestamptz(3) not null default now(), "updated_at" timestamptz(3) not null default now(), "version" int not null default 1, "tenant_id" uuid not null, "location_id" uuid not null, "name" text not null, "warn_after_seconds" int not null, "late_after_seconds" int not null, "position" int not null, "removed_at" timestamptz(3) null, primary key ("id"));`);
    this.addSql(`create index "kitchen_station_tenant_id_index" on "restaurant"."kitchen_station" ("tenant_id");`);
    this.addSql(`create index "kitchen_station_tenant_id_location_id_position_index" on "restaurant"."kitchen_station" ("tenant_id", "location_id", "position");`);

    this.addSql(`alter table "restaurant"."kitchen_route" add constraint "kitchen_route_channels_check" check ("channels" <@ array['DINE_IN'::text, 'TAKEAWAY'::text, 'DELIVERY'::text, 'ONLINE'::text]);`);
    this.addSql(`alter table "restaurant"."kitchen_route" enable row level security;`);
    this.addSql(`alter table "restaurant"."kitchen_route" force row level security;`);
    this.addSql(`create policy "tenant" on "restaurant"."kitchen_route" using (tenant_id = nullif(current_setting('app.tenant_id', true), '')::uuid) with check (tenant_id = nullif(current_setting('app.tenant_id', true), '')::uuid);`);
    this.addSql(`create policy "system" on "restaurant"."kitchen_route" using (current_setting('app.system', true) = 'on') with check (current_setting('app.system', true) = 'on');`);

    this.addSql(`alter table "restaurant"."kitchen_station" enable row level security;`);
    this.addSql(`alter table "restaurant"."kitchen_station" force row level security;`);
    this.addSql(`create policy "tenant" on "restaurant"."kitchen_station" using (tenant_id = nullif(current_setting('app.tenant_id', true), '')::uuid) with check (tenant_id = nullif(current_setting('app.tenant_id', true), '')::uuid);`);
    this.addSql(`create policy "system" on "restaurant"."kitchen_station" using (current_setting('app.system', true) = 'on') with check (current_setting('app.system', true) = 'on');`);
  }

  override down(): void | Promise<void> {
    this.addSql(`drop table if exists "restaurant"."kitchen_route" cascade;`);
    this.addSql(`drop table if exists "restaurant"."kitchen_station" cascade;`);
  }

}
