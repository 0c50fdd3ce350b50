import { Migration } from '@mikro-orm/migrations';

export class Migration20261130192742 extends Migration {

  override name = 'Migration20261130192742';

  override up(): void | Promise<void> {
    this.addSql(`create table "restaurant"."kitchen_fire" ("id" uuid not null, "tenant_id" uuid not null, "created_at" timestamptz(3) not null default now(), "updated_at" timestamptz(3) not null default now(), "version" int not null default 1, "order_id" uuid not null, "line_id" uuid not null, "station_id" uuid not null, "ticket_id" uuid not null, "kind" text not null, "difference" text not null, "note" text not null, "fired_at" timestamptz(3) not null, primary key ("id", "tenant_id")) partition by range ("id");`);
    this.addSql(`create index "kitchen_fire_tenant_id_ticket_id_index" on "restaurant"."kitchen_fire" ("tenant_id", "ticket_id");`);
    this.addSql(`create index "kitchen_fire_tenant_id_line_id_index" on "restaurant"."kitchen_fire" ("tenant_id", "line_id");`);

    this.addSql(`create table "restaurant"."kitchen_ticket" ("id" uuid not null, "tenant_id" uuid not null, "created_at" timestamptz(3) not null default now(), "updated_at" timestamptz(3) not null default now(), "version" int not null default 1, "order_id" uuid not null, "location_id" uuid not null, "station_id" uuid not null, "number" int not null, "mark" text null, "to_make" boolean not null, "fired_at" timestamptz(3) not null, "bumped_at" timestamptz(3) null, "recalled_at" timestamptz(3) null, "voided_at" timestamptz(3) null, primary key ("id", "tenant_id")) partition by range ("id");`);
    this.addSql(`create index "kitchen_ticket_tenant_id_location_id_station_id_id_index" on "restaurant"."kitchen_ticket" ("tenant_id", "location_id", "station_id", "id") where bumped_at is null and voided_at is null;`);
    this.addSql(`create index "kitchen_ticket_tenant_id_order_id_index" on "restaurant"."kitchen_ticket" ("tenant_id", "order_id");`);

    this.addSql(`alter table "restaurant"."order" add "fired_courses" int[] not null default '{1}';`);

    this.addSql(`alter table "restaurant"."kitchen_fire" add constraint "kitchen_fire_kind_check" check ("kind" in ('ADD', 'LESS', 'CHANGE', 'VOID', 'MOVE'));`);
    this.addSql(`alter table "restaurant"."kitchen_fire" enable row level security;`);
    this.addSql(`alter table "restaurant"."kitchen_fire" force row level security;`);
    this.addSql(`create policy "tenant" on "restaurant"."kitchen_fire" using (tenant_id = nullif(current_setting('app.tenant_id', true), '')::uuid) with check (tenant_id = nullif(current_setting('app.tenant_id', true), '')::uuid);`);
    this.addSql(`create policy "system" on "restaurant"."kitchen_fire" using (current_setting('app.system', true) = 'on') with check (current_setting('app.system', true) = 'on');`);

    this.addSql(`alter table "restaurant"."kitchen_ticket" add constraint "kitchen_ticket_mark_check" check ("mark" in ('ADD', 'LESS', 'CHANGE', 'VOID', 'MOVE'));`);
    this.addSql(`alter table "restaurant"."kitchen_ticket" enable row level security;`);
    this.addSql(`alter table "restaurant"."kitchen_ticket" force row level security;`);
    this.addSql(`create policy "tenant" on "restaurant"."kitchen_ticket" using (tenant_id = nullif(current_setting('app.tenant_id', true), '')::uuid) with check (tenant_id = nullif(current_setting('app.tenant_id', true), '')::uuid);`);
    this.addSql(`create policy "system" on "restaurant"."kitchen_ticket" using (current_setting('app.system', true) = 'on') with check (current_setting('app.system', true) = 'on');`);

    // What a kitchen was told is history: not even we change it.
    this.addSql(`
      create trigger append_only before update or delete on restaurant.kitchen_fire
      for each row execute function restaurant.refuse_change_of_ledger();
    `);
    this.addSql(`select restaurant.make_partitions();`);
  }

  override down(): void | Promise<void> {
    this.addSql(`drop table if exists "restaurant"."kitchen_fire" cascade;`);
    this.addSql(`drop table if exists "restaurant"."kitchen_ticket" cascade;`);

    this.addSql(`alter table "restaurant"."order" drop column "fired_courses";`);
  }

}
