import { Migration } from '@mikro-orm/migrations';

export class Migration20261121052457 extends Migration {

  override name = 'Migration20261121052457';

  override up(): void | Promise<void> {
    this.addSql(`create table "tenants"."external_id" ("id" uuid not null, "created_at" timestamptz(3) not null default now(), "updated_at" timestamptz(3) not null default now(), "version" int not null default 1, "tenant_id" uuid not null, "system" text not null, "kind" text not null, "local_id" uuid not null, "external_id" text not null, "agreed" jsonb not null, "told" jsonb null, primary key ("id"));`);
    this.addSql(`create index "external_id_tenant_id_index" on "tenants"."external_id" ("tenant_id");`);
    this.addSql(`alter table "tenants"."external_id" add constraint "external_id_tenant_id_system_kind_external_id_unique" unique ("tenant_id", "system", "kind", "external_id");`);
    this.addSql(`alter table "tenants"."external_id" add constraint "external_id_tenant_id_system_kind_local_id_unique" unique ("tenant_id", "system", "kind", "local_id");`);

    this.addSql(`create table "tenants"."product_service" ("id" uuid not null, "created_at" timestamptz(3) not null default now(), "updated_at" timestamptz(3) not null default now(), "version" int not null default 1, "tenant_id" uuid not null, "product" text not null, "status" text not null default 'ACTIVE', "since" timestamptz(3) not null default now(), "config" jsonb not null, "token" text null, primary key ("id"));`);
    this.addSql(`create index "product_service_tenant_id_index" on "tenants"."product_service" ("tenant_id");`);
    this.addSql(`alter table "tenants"."product_service" add constraint "product_service_tenant_id_product_unique" unique ("tenant_id", "product");`);

    this.addSql(`create table "tenants"."tenant_sync" ("id" uuid not null, "created_at" timestamptz(3) not null default now(), "updated_at" timestamptz(3) not null default now(), "version" int not null default 1, "tenant_id" uuid not null, "product" text not null, "status" text not null default 'PENDING', "last_sync_at" timestamptz(3) null, "last_error" text null, "config" jsonb not null, "local_cursor" timestamptz(3) null, "remote_cursor" text null, "service_id" uuid not null, primary key ("id"));`);
    this.addSql(`create index "tenant_sync_tenant_id_index" on "tenants"."tenant_sync" ("tenant_id");`);
    this.addSql(`create index "tenant_sync_status_id_index" on "tenants"."tenant_sync" ("status", "id");`);
    this.addSql(`alter table "tenants"."tenant_sync" add constraint "tenant_sync_tenant_id_product_unique" unique ("tenant_id", "product");`);

    this.addSql(`create table "tenants"."sync_run" ("id" uuid not null, "created_at" timestamptz(3) not null default now(), "updated_at" timestamptz(3) not null default now(), "version" int not null default 1, "tenant_id" uuid not null, "mode" text not null, "status" text not null default 'QUEUED', "steps" jsonb not null, "attempts" int not null default 0, "started_at" timestamptz(3) null, "ended_at" timestamptz(3) null, "message" text null, "actor" jsonb not null, "correlation_id" text not null, "confirmed" boolean not null default false, "only" jsonb null, "lease" uuid null, "leased_until" timestamptz(3) null, "sync_id" uuid not null, primary key ("id"));`);
    this.addSql(`create index "sync_run_tenant_id_index" on "tenants"."sync_run" ("tenant_id");`);
    this.addSql(`create index "sync_run_sync_id_index" on "tenants"."sync_run" ("sync_id");`);
    this.addSql(`create index "sync_run_status_id_index" on "tenants"."sync_run" ("status", "id");`);

    this.addSql(`create table "tenants"."sync_failure" ("id" uuid not null, "created_at" timestamptz(3) not null default now(), "updated_at" timestamptz(3) not null default now(), "version" int not null default 1, "tenant_id" uuid not null, "local_id" uuid null, "external_id" text null, "message" text not null, "run_id" uuid not null, primary key ("id"));`);
    this.addSql(`create index "sync_failure_tenant_id_index" on "tenants"."sync_failure" ("tenant_id");`);
    this.addSql(`create index "sync_failure_run_id_index" on "tenants"."sync_failure" ("run_id");`);

    this.addSql(`create table "tenants"."sync_conflict" ("id" uuid not null, "created_at" timestamptz(3) not null default now(), "updated_at" timestamptz(3) not null default now(), "version" int not null default 1, "tenant_id" uuid not null, "local_id" uuid not null, "field" text not null, "local" jsonb not null, "remote" jsonb not null, "taken" text null, "sync_id" uuid not null, primary key ("id"));`);
    this.addSql(`create index "sync_conflict_tenant_id_index" on "tenants"."sync_conflict" ("tenant_id");`);
    this.addSql(`create index "sync_conflict_sync_id_index" on "tenants"."sync_conflict" ("sync_id");`);
    this.addSql(`create index "sync_conflict_tenant_id_local_id_index" on "tenants"."sync_conflict" ("tenant_id", "local_id");`);

    this.addSql(`alter table "tenants"."external_id" add constraint "external_id_system_check" check ("system" in ('ORDERING', 'SMP', 'MARKETING_APP', 'WEB_HOSTING', 'DIGITAL_MENU', 'MINI_BODEGA'));`);
    this.addSql(`alter table "tenants"."external_id" enable row level security;`);
    this.addSql(`alter table "tenants"."external_id" force row level security;`);
    this.addSql(`create policy "tenant" on "tenants"."external_id" using (tenant_id = nullif(current_setting('app.tenant_id', true), '')::uuid) with check (tenant_id = nullif(current_setting('app.tenant_id', true), '')::uuid);`);
    this.addSql(`create policy "system" on "tenants"."external_id" using (current_setting('app.system', true) = 'on') with check (current_setting('app.system', true) = 'on');`);

    this.addSql(`alter table "tenants"."product_service" add constraint "product_service_product_check" check ("product" in ('ORDERING', 'SMP', 'MARKETING_APP', 'WEB_HOSTING', 'DIGITAL_MENU', 'MINI_BODEGA'));`);
    this.addSql(`alter table "tenants"."product_service" add constraint "product_service_status_check" check ("status" in ('ACTIVE', 'PAUSED', 'OFF'));`);
    this.addSql(`alter table "tenants"."product_service" enable row level security;`);
    this.addSql(`alter table "tenants"."product_service" force row level security;`);
    this.addSql(`create policy "tenant" on "tenants"."product_service" using (tenant_id = nullif(current_setting('app.tenant_id', true), '')::uuid) with check (tenant_id = nullif(current_setting('app.tenant_id', true), '')::uuid);`);
    this.addSql(`create policy "system" on "tenants"."product_service" using (current_setting('app.system', true) = 'on') with check (current_setting('app.system', true) = 'on');`);

    this.addSql(`alter table "tenants"."tenant_sync" add constraint "tenant_sync_service_id_foreign" foreign key ("service_id") references "tenants"."product_service" ("id");`);
    this.addSql(`alter table "tenants"."tenant_sync" add constraint "tenant_sync_product_check" check ("product" in ('ORDERING', 'SMP', 'MARKETING_APP', 'WEB_HOSTING', 'DIGITAL_MENU', 'MINI_BODEGA'));`);
    this.addSql(`alter table "tenants"."tenant_sync" add constraint "tenant_sync_status_check" check ("status" in ('ERROR', 'PENDING', 'SUCCESS', 'SYNCING'));`);
    this.addSql(`alter table "tenants"."tenant_sync" enable row level security;`);
    this.addSql(`alter table "tenants"."tenant_sync" force row level security;`);
    this.addSql(`create policy "tenant" on "tenants"."tenant_sync" using (tenant_id = nullif(current_setting('app.tenant_id', true), '')::uuid) with check (tenant_id = nullif(current_setting('app.tenant_id', true), '')::uuid);`);
    this.addSql(`create policy "system" on "tenants"."tenant_sync" using (current_setting('app.system', true) = 'on') with check (current_setting('app.system', true) = 'on');`);

    this.addSql(`alter table "tenants"."sync_run" add constraint "sync_run_sync_id_foreign" foreign key ("sync_id") references "tenants"."tenant_sync" ("id");`);
    this.addSql(`alter table "tenants"."sync_run" add constraint "sync_run_mode_check" check ("mode" in ('INITIAL', 'DELTA', 'MANUAL', 'PREVIEW', 'RETRY'));`);
    this.addSql(`alter table "tenants"."sync_run" add constraint "sync_run_status_check" check ("status" in ('QUEUED', 'RUNNING', 'AWAITING_CONFIRMATION', 'SUCCESS', 'ERROR', 'CANCELLED'));`);
    this.addSql(`alter table "tenants"."sync_run" enable row level security;`);
    this.addSql(`alter table "tenants"."sync_run" force row level security;`);
    this.addSql(`create policy "tenant" on "tenants"."sync_run" using (tenant_id = nullif(current_setting('app.tenant_id', true), '')::uuid) with check (tenant_id = nullif(current_setting('app.tenant_id', true), '')::uuid);`);
    this.addSql(`create policy "system" on "tenants"."sync_run" using (current_setting('app.system', true) = 'on') with check (current_setting('app.system', true) = 'on');`);

    this.addSql(`alter table "tenants"."sync_failure" add constraint "sync_failure_run_id_foreign" foreign key ("run_id") references "tenants"."sync_run" ("id");`);
    this.addSql(`alter table "tenants"."sync_failure" enable row level security;`);
    this.addSql(`alter table "tenants"."sync_failure" force row level security;`);
    this.addSql(`create policy "tenant" on "tenants"."sync_failure" using (tenant_id = nullif(current_setting('app.tenant_id', true), '')::uuid) with check (tenant_id = nullif(current_setting('app.tenant_id', true), '')::uuid);`);
    this.addSql(`create policy "system" on "tenants"."sync_failure" using (current_setting('app.system', true) = 'on') with check (current_setting('app.system', true) = 'on');`);

    this.addSql(`alter table "tenants"."sync_conflict" add constraint "sync_conflict_sync_id_foreign" foreign key ("sync_id") references "tenants"."tenant_sync" ("id");`);
    this.addSql(`alter table "tenants"."sync_conflict" add constraint "sync_conflict_taken_check" check ("taken" in ('LOCAL', 'REMOTE'));`);
    this.addSql(`alter table "tenants"."sync_conflict" enable row level security;`);
    this.addSql(`alter table "tenants"."sync_conflict" force row level security;`);
    this.addSql(`create policy "tenant" on "tenants"."sync_conflict" using (tenant_id = nullif(current_setting('app.tenant_id', true), '')::uuid) with check (tenant_id = nullif(current_setting('app.tenant_id', true), '')::uuid);`);
    this.addSql(`create policy "system" on "tenants"."sync_conflict" using (current_setting('app.system', true) = 'on') with check (current_setting('app.system', true) = 'on');`);
  }

  override down(): void | Promise<void> {
    this.addSql(`alter table "tenants"."tenant_sync" drop constraint "tenant_sync_service_id_foreign";`);
    this.addSql(`alter table "tenants"."sync_run" drop constraint "sync_run_sync_id_foreign";`);
    this.addSql(`alter table "tenants"."sync_conflict" drop constraint "sync_conflict_sync_id_foreign";`);
    this.addSql(`alter table "tenants"."sync_failure" drop constraint "sync_failure_run_id_foreign";`);

    this.addSql(`drop table if exists "tenants"."external_id" cascade;`);
    this.addSql(`drop table if exists "tenants"."product_service" cascade;`);
    this.addSql(`drop table if exists "tenants"."tenant_sync" cascade;`);
    this.addSql(`drop table if exists "tenants"."sync_run" cascade;`);
    this.addSql(`drop table if exists "tenants"."sync_failure" cascade;`);
    this.addSql(`drop table if exists "tenants"."sync_conflict" cascade;`);
  }

}
