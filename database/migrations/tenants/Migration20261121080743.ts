import { Migration } from '@mikro-orm/migrations';

export class Migration20261121080743 extends Migration {

  override name = 'Migration20261121080743';

  override up(): void | Promise<void> {
    this.addSql(`create table "tenants"."maintenance_window" ("id" uuid not null, "created_at" timestamptz(3) not null default now(), "updated_at" timestamptz(3) not null default now(), "version" int not null default 1, "tenant_id" uuid not null, "event_id" uuid not null, "title" text not null, "starts_at" timestamptz(3) not null, "ends_at" timestamptz(3) not null, primary key ("id"));`);
    this.addSql(`create index "maintenance_window_tenant_id_index" on "tenants"."maintenance_window" ("tenant_id");`);
    this.addSql(`create index "maintenance_window_tenant_id_ends_at_index" on "tenants"."maintenance_window" ("tenant_id", "ends_at");`);
    this.addSql(`alter table "tenants"."maintenance_window" add constraint "maintenance_window_tenant_id_event_id_unique" unique ("tenant_id", "event_id");`);

    this.addSql(`alter table "tenants"."maintenance_window" enable row level security;`);
    this.addSql(`alter table "tenants"."maintenance_window" force row level security;`);
    this.addSql(`create policy "tenant" on "tenants"."maintenance_window" using (tenant_id = nullif(current_setting('app.tenant_id', true), '')::uuid) with check (tenant_id = nullif(current_setting('app.tenant_id', true), '')::uuid);`);
    this.addSql(`create policy "system" on "tenants"."maintenance_window" using (current_setting('app.system', true) = 'on') with check (current_setting('app.system', true) = 'on');`);
  }

  override down(): void | Promise<void> {
    this.addSql(`drop table if exists "tenants"."maintenance_window" cascade;`);
  }

}
