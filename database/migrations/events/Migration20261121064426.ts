import { Migration } from '@mikro-orm/migrations';

export class Migration20261121064426 extends Migration {

  override name = 'Migration20261121064426';

  override up(): void | Promise<void> {
    this.addSql(`create schema if not exists "events";`);
    this.addSql(`create table "events"."inbox" ("event_id" uuid not null, "consumer" text not null, "handled_at" timestamptz not null default now(), primary key ("event_id", "consumer"));`);

    this.addSql(`create table "events"."outbox" ("position" bigserial primary key, "event" jsonb not null);`);

    this.addSql(`create table "events"."registered_application" ("id" uuid not null, "created_at" timestamptz(3) not null default now(), "updated_at" timestamptz(3) not null default now(), "version" int not null default 1, "tenant_id" uuid not null, "name" text not null, "description" text not null, primary key ("id"));`);
    this.addSql(`create index "registered_application_tenant_id_index" on "events"."registered_application" ("tenant_id");`);
    this.addSql(`alter table "events"."registered_application" add constraint "registered_application_tenant_id_name_unique" unique ("tenant_id", "name");`);

    this.addSql(`create table "events"."registered_event_type" ("id" uuid not null, "created_at" timestamptz(3) not null default now(), "updated_at" timestamptz(3) not null default now(), "version" int not null default 1, "tenant_id" uuid not null, "name" text not null, "number" int not null, "description" text not null, "source" text not null, "targets" text[] not null, "aliases" text[] not null, "payload_schema" jsonb not null, primary key ("id"));`);
    this.addSql(`create index "registered_event_type_tenant_id_index" on "events"."registered_event_type" ("tenant_id");`);
    this.addSql(`alter table "events"."registered_event_type" add constraint "registered_event_type_tenant_id_name_number_unique" unique ("tenant_id", "name", "number");`);

    this.addSql(`create table "events"."event_tracking" ("id" uuid not null, "created_at" timestamptz(3) not null default now(), "updated_at" timestamptz(3) not null default now(), "version" int not null default 1, "tenant_id" uuid not null, "event_id" uuid not null, "event_type" text not null, "source_application" text not null, "target_application" text not null, "status" text not null, "acknowledged" boolean not null default false, "acknowledgment_data" jsonb null, "event" jsonb not null, "last_error" text null, "attempts" jsonb null, "published_at" timestamptz(3) not null, "ended_at" timestamptz(3) null, primary key ("id"));`);
    this.addSql(`create index "event_tracking_tenant_id_index" on "events"."event_tracking" ("tenant_id");`);
    this.addSql(`create index "event_tracking_tenant_id_status_id_index" on "events"."event_tracking" ("tenant_id", "status", "id");`);
    this.addSql(`alter table "events"."event_tracking" add constraint "event_tracking_tenant_id_event_id_target_application_unique" unique ("tenant_id", "event_id", "target_application");`);

    this.addSql(`alter table "events"."registered_application" enable row level security;`);
    this.addSql(`alter table "events"."registered_application" force row level security;`);
    this.addSql(`create policy "tenant" on "events"."registered_application" using (tenant_id = nullif(current_setting('app.tenant_id', true), '')::uuid) with check (tenant_id = nullif(current_setting('app.tenant_id', true), '')::uuid);`);
    this.addSql(`create policy "system" on "events"."registered_application" using (current_setting('app.system', true) = 'on') with check (current_setting('app.system', true) = 'on');`);

    this.addSql(`alter table "events"."registered_event_type" enable row level security;`);
    this.addSql(`alter table "events"."registered_event_type" force row level security;`);
    this.addSql(`create policy "tenant" on "events"."registered_event_type" using (tenant_id = nullif(current_setting('app.tenant_id', true), '')::uuid) with check (tenant_id = nullif(current_setting('app.tenant_id', true), '')::uuid);`);
    this.addSql(`create policy "system" on "events"."registered_event_type" using (current_setting('app.system', true) = 'on') with check (current_setting('app.system', true) = 'on');`);

    this.addSql(`alter table "events"."event_tracking" enable row level security;`);
    this.addSql(`alter table "events"."event_tracking" force row level security;`);
    this.addSql(`create policy "tenant" on "events"."event_tracking" using (tenant_id = nullif(current_setting('app.tenant_id', true), '')::uuid) with check (tenant_id = nullif(current_setting('app.tenant_id', true), '')::uuid);`);
    this.addSql(`create policy "system" on "events"."event_tracking" using (current_setting('app.system', true) = 'on') with check (current_setting('app.system', true) = 'on');`);
  }

  override down(): void | Promise<void> {
    this.addSql(`drop table if exists "events"."inbox" cascade;`);
    this.addSql(`drop table if exists "events"."outbox" cascade;`);
    this.addSql(`drop table if exists "events"."registered_application" cascade;`);
    this.addSql(`drop table if exists "events"."registered_event_type" cascade;`);
    this.addSql(`drop table if exists "events"."event_tracking" cascade;`);

    this.addSql(`drop schema if exists "events";`);
  }

}
