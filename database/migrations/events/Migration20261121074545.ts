import { Migration } from '@mikro-orm/migrations';

export class Migration20261121074545 extends Migration {

  override name = 'Migration20261121074545';

  override up(): void | Promise<void> {
    this.addSql(`create table "events"."event_job" ("id" uuid not null, "created_at" timestamptz(3) not null default now(), "updated_at" timestamptz(3) not null default now(), "version" int not null default 1, "tenant_id" uuid not null, "action" text not null, "filter" jsonb not null, "status" text not null default 'QUEUED', "total" int not null, "done" int not null default 0, "failed" int not null default 0, "actor" jsonb not null, "started_at" timestamptz(3) null, "ended_at" timestamptz(3) null, "reached" uuid null, "lease" uuid null, "leased_until" timestamptz(3) null, primary key ("id"));`);
    this.addSql(`create index "event_job_tenant_id_index" on "events"."event_job" ("tenant_id");`);
    this.addSql(`create index "event_job_status_id_index" on "events"."event_job" ("status", "id");`);

    this.addSql(`create table "events"."event_settings" ("id" uuid not null, "created_at" timestamptz(3) not null default now(), "updated_at" timestamptz(3) not null default now(), "version" int not null default 1, "tenant_id" uuid not null, "mode" text not null default 'ZERO_DB_SUCCESS', "acknowledge_within_ms" int not null default 86400000, "attempts" int not null default 8, "back_off_ms" int not null default 1000, "back_off_at_most_ms" int not null default 300000, "breaker_failures" int not null default 10, "breaker_open_ms" int not null default 30000, "outside" text[] not null default '{}', primary key ("id"));`);
    this.addSql(`create index "event_settings_tenant_id_index" on "events"."event_settings" ("tenant_id");`);
    this.addSql(`alter table "events"."event_settings" add constraint "event_settings_tenant_id_unique" unique ("tenant_id");`);

    this.addSql(`create table "events"."reconciliation" ("id" uuid not null, "created_at" timestamptz(3) not null default now(), "updated_at" timestamptz(3) not null default now(), "version" int not null default 1, "tenant_id" uuid not null, "at" timestamptz(3) not null, "channels" int not null, "gave_up" int not null, "repairs" jsonb not null, primary key ("id"));`);
    this.addSql(`create index "reconciliation_tenant_id_index" on "events"."reconciliation" ("tenant_id");`);
    this.addSql(`alter table "events"."reconciliation" add constraint "reconciliation_tenant_id_unique" unique ("tenant_id");`);

    this.addSql(`alter table "events"."event_job" add constraint "event_job_action_check" check ("action" in ('RETRY', 'DISCARD', 'REPLAY'));`);
    this.addSql(`alter table "events"."event_job" add constraint "event_job_status_check" check ("status" in ('QUEUED', 'RUNNING', 'DONE', 'CANCELLED'));`);
    this.addSql(`alter table "events"."event_job" enable row level security;`);
    this.addSql(`alter table "events"."event_job" force row level security;`);
    this.addSql(`create policy "tenant" on "events"."event_job" using (tenant_id = nullif(current_setting('app.tenant_id', true), '')::uuid) with check (tenant_id = nullif(current_setting('app.tenant_id', true), '')::uuid);`);
    this.addSql(`create policy "system" on "events"."event_job" using (current_setting('app.system', true) = 'on') with check (current_setting('app.system', true) = 'on');`);

    this.addSql(`alter table "events"."event_settings" add constraint "event_settings_mode_check" check ("mode" in ('ZERO_DB_SUCCESS', 'PENDING_ONLY', 'THIRTY_DAYS', 'FULL_HISTORY'));`);
    this.addSql(`alter table "events"."event_settings" enable row level security;`);
    this.addSql(`alter table "events"."event_settings" force row level security;`);
    this.addSql(`create policy "tenant" on "events"."event_settings" using (tenant_id = nullif(current_setting('app.tenant_id', true), '')::uuid) with check (tenant_id = nullif(current_setting('app.tenant_id', true), '')::uuid);`);
    this.addSql(`create policy "system" on "events"."event_settings" using (current_setting('app.system', true) = 'on') with check (current_setting('app.system', true) = 'on');`);

    this.addSql(`alter table "events"."reconciliation" enable row level security;`);
    this.addSql(`alter table "events"."reconciliation" force row level security;`);
    this.addSql(`create policy "tenant" on "events"."reconciliation" using (tenant_id = nullif(current_setting('app.tenant_id', true), '')::uuid) with check (tenant_id = nullif(current_setting('app.tenant_id', true), '')::uuid);`);
    this.addSql(`create policy "system" on "events"."reconciliation" using (current_setting('app.system', true) = 'on') with check (current_setting('app.system', true) = 'on');`);
  }

  override down(): void | Promise<void> {
    this.addSql(`drop table if exists "events"."event_job" cascade;`);
    this.addSql(`drop table if exists "events"."event_settings" cascade;`);
    this.addSql(`drop table if exists "events"."reconciliation" cascade;`);
  }

}
