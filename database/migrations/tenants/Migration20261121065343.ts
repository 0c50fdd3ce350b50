import { Migration } from '@mikro-orm/migrations';

export class Migration20261121065343 extends Migration {

  override name = 'Migration20261121065343';

  override up(): void | Promise<void> {
    this.addSql(`create table "tenants"."sync_difference" ("id" uuid not null, "created_at" timestamptz(3) not null default now(), "updated_at" timestamptz(3) not null default now(), "version" int not null default 1, "tenant_id" uuid not null, "side" text not null, "change" text not null, "name" text not null, "local_id" uuid null, "external_id" text null, "fields" jsonb not null, "run_id" uuid not null, primary key ("id"));`);
    this.addSql(`create index "sync_difference_tenant_id_index" on "tenants"."sync_difference" ("tenant_id");`);
    this.addSql(`create index "sync_difference_run_id_index" on "tenants"."sync_difference" ("run_id");`);

    this.addSql(`alter table "tenants"."external_id" add "is_coming" boolean not null default false;`);

    this.addSql(`alter table "tenants"."sync_run" add "differences_left_out" int not null default 0, add "progress" jsonb null;`);

    this.addSql(`alter table "tenants"."sync_difference" add constraint "sync_difference_run_id_foreign" foreign key ("run_id") references "tenants"."sync_run" ("id");`);
    this.addSql(`alter table "tenants"."sync_difference" add constraint "sync_difference_side_check" check ("side" in ('LOCAL', 'REMOTE'));`);
    this.addSql(`alter table "tenants"."sync_difference" add constraint "sync_difference_change_check" check ("change" in ('CREATE', 'UPDATE', 'REMOVE'));`);
    this.addSql(`alter table "tenants"."sync_difference" enable row level security;`);
    this.addSql(`alter table "tenants"."sync_difference" force row level security;`);
    this.addSql(`create policy "tenant" on "tenants"."sync_difference" using (tenant_id = nullif(current_setting('app.tenant_id', true), '')::uuid) with check (tenant_id = nullif(current_setting('app.tenant_id', true), '')::uuid);`);
    this.addSql(`create policy "system" on "tenants"."sync_difference" using (current_setting('app.system', true) = 'on') with check (current_setting('app.system', true) = 'on');`);
  }

  override down(): void | Promise<void> {
    this.addSql(`drop table if exists "tenants"."sync_difference" cascade;`);

    this.addSql(`alter table "tenants"."external_id" drop column "is_coming";`);

    this.addSql(`alter table "tenants"."sync_run" drop column "differences_left_out", drop column "progress";`);
  }

}
