import { Migration } from '@mikro-orm/migrations';

export class Migration20261121080743 extends Migration {

  override name = 'Migration20261121080743';

  override up(): void | Promise<void> {
    this.addSql(`create table "events"."alert" ("id" uuid not null, "created_at" timestamptz(3) not null default now(), "updated_at" timestamptz(3) not null default now(), "version" int not null default 1, "tenant_id" uuid not null, "kind" text not null, "source" text null, "target" text null, "endpoint_id" uuid null, "event_id" text null, "value" double precision not null, "threshold" double precision not null, "recovered_at" timestamptz(3) null, "recovered_value" double precision null, "acknowledged_at" timestamptz(3) null, "acknowledged_by_id" text null, "open_key" text null, primary key ("id"));`);
    this.addSql(`create index "alert_tenant_id_index" on "events"."alert" ("tenant_id");`);
    this.addSql(`create index "alert_tenant_id_recovered_at_id_index" on "events"."alert" ("tenant_id", "recovered_at", "id");`);
    this.addSql(`alter table "events"."alert" add constraint "alert_tenant_id_open_key_unique" unique ("tenant_id", "open_key");`);

    this.addSql(`create table "events"."alert_rule" ("id" uuid not null, "created_at" timestamptz(3) not null default now(), "updated_at" timestamptz(3) not null default now(), "version" int not null default 1, "tenant_id" uuid not null, "kind" text not null, "is_on" boolean not null default true, "threshold" double precision not null, "sends_letters" boolean not null default true, "recipient_ids" text[] not null, "muted_until" timestamptz(3) null, primary key ("id"));`);
    this.addSql(`create index "alert_rule_tenant_id_index" on "events"."alert_rule" ("tenant_id");`);
    this.addSql(`alter table "events"."alert_rule" add constraint "alert_rule_tenant_id_kind_unique" unique ("tenant_id", "kind");`);

    this.addSql(`create table "events"."credit_account" ("id" uuid not null, "created_at" timestamptz(3) not null default now(), "updated_at" timestamptz(3) not null default now(), "version" int not null default 1, "tenant_id" uuid not null, "application" text not null, "entity" text not null default '', "balance" int not null default 0, primary key ("id"));`);
    this.addSql(`create index "credit_account_tenant_id_index" on "events"."credit_account" ("tenant_id");`);
    this.addSql(`alter table "events"."credit_account" add constraint "credit_account_tenant_id_application_entity_unique" unique ("tenant_id", "application", "entity");`);

    this.addSql(`create table "events"."credit_entry" ("id" uuid not null, "created_at" timestamptz(3) not null default now(), "updated_at" timestamptz(3) not null default now(), "version" int not null default 1, "tenant_id" uuid not null, "account_id" uuid not null, "kind" text not null, "amount" int not null, "balance_after" int not null, "purpose" text null, "actor" jsonb not null, "idempotency_key" text not null, "event_id" uuid not null, primary key ("id"));`);
    this.addSql(`create index "credit_entry_tenant_id_index" on "events"."credit_entry" ("tenant_id");`);
    this.addSql(`create index "credit_entry_tenant_id_event_id_index" on "events"."credit_entry" ("tenant_id", "event_id");`);
    this.addSql(`alter table "events"."credit_entry" add constraint "credit_entry_account_id_idempotency_key_unique" unique ("account_id", "idempotency_key");`);

    this.addSql(`create table "events"."event_job" ("id" uuid not null, "created_at" timestamptz(3) not null default now(), "updated_at" timestamptz(3) not null default now(), "version" int not null default 1, "tenant_id" uuid not null, "action" text not null, "filter" jsonb not null, "status" text not null default 'QUEUED', "total" int not null, "done" int not null default 0, "failed" int not null default 0, "actor" jsonb not null, "started_at" timestamptz(3) null, "ended_at" timestamptz(3) null, "reached" uuid null, "lease" uuid null, "leased_until" timestamptz(3) null, primary key ("id"));`);
    this.addSql(`create index "event_job_tenant_id_index" on "events"."event_job" ("tenant_id");`);
    this.addSql(`create index "event_job_status_id_index" on "events"."event_job" ("status", "id");`);

    this.addSql(`create table "events"."event_settings" ("id" uuid not null, "created_at" timestamptz(3) not null default now(), "updated_at" timestamptz(3) not null default now(), "version" int not null default 1, "tenant_id" uuid not null, "mode" text not null default 'ZERO_DB_SUCCESS', "acknowledge_within_ms" int not null default 86400000, "attempts" int not null default 8, "back_off_ms" int not null default 1000, "back_off_at_most_ms" int not null default 300000, "breaker_failures" int not null default 10, "breaker_open_ms" int not null default 30000, "outside" text[] not null default '{}', primary key ("id"));`);
    this.addSql(`create index "event_settings_tenant_id_index" on "events"."event_settings" ("tenant_id");`);
    this.addSql(`alter table "events"."event_settings" add constraint "event_settings_tenant_id_unique" unique ("tenant_id");`);

    this.addSql(`create table "events"."reconciliation" ("id" uuid not null, "created_at" timestamptz(3) not null default now(), "updated_at" timestamptz(3) not null default now(), "version" int not null default 1, "tenant_id" uuid not null, "at" timestamptz(3) not null, "channels" int not null, "gave_up" int not null, "repairs" jsonb not null, primary key ("id"));`);
    this.addSql(`create index "reconciliation_tenant_id_index" on "events"."reconciliation" ("tenant_id");`);
    this.addSql(`alter table "events"."reconciliation" add constraint "reconciliation_tenant_id_unique" unique ("tenant_id");`);

    this.addSql(`create table "events"."system_log_entry" ("id" uuid not null, "created_at" timestamptz(3) not null default now(), "updated_at" timestamptz(3) not null default now(), "version" int not null default 1, "tenant_id" uuid not null, "event_type" text not null, "entity_id" text not null, "event_id" uuid not null, "details" jsonb not null, primary key ("id"));`);
    this.addSql(`create index "system_log_entry_tenant_id_index" on "events"."system_log_entry" ("tenant_id");`);
    this.addSql(`alter table "events"."system_log_entry" add constraint "system_log_entry_tenant_id_event_type_entity_id_unique" unique ("tenant_id", "event_type", "entity_id");`);

    this.addSql(`create table "events"."webhook_attempt" ("id" uuid not null, "created_at" timestamptz(3) not null default now(), "updated_at" timestamptz(3) not null default now(), "version" int not null default 1, "tenant_id" uuid not null, "endpoint_id" uuid not null, "event_id" uuid not null, "event_type" text not null, "number" int not null, "started_at" timestamptz(3) not null, "duration_ms" int not null, "outcome" text not null, "status" int null, "response" text null, "next_attempt_at" timestamptz(3) null, "is_replay" boolean not null default false, "event" jsonb not null, primary key ("id"));`);
    this.addSql(`create index "webhook_attempt_tenant_id_index" on "events"."webhook_attempt" ("tenant_id");`);
    this.addSql(`create index "webhook_attempt_created_at_index" on "events"."webhook_attempt" ("created_at");`);
    this.addSql(`create index "webhook_attempt_endpoint_id_id_index" on "events"."webhook_attempt" ("endpoint_id", "id");`);

    this.addSql(`create table "events"."webhook_endpoint" ("id" uuid not null, "created_at" timestamptz(3) not null default now(), "updated_at" timestamptz(3) not null default now(), "version" int not null default 1, "tenant_id" uuid not null, "url" text not null, "description" text null, "event_types" text[] not null, "sources" text[] not null, "status" text not null default 'ACTIVE', "trouble" text null, "failing_since" timestamptz(3) null, "sealed_secret" text not null, "sealed_old_secret" text null, "old_secret_until" timestamptz(3) null, primary key ("id"));`);
    this.addSql(`create index "webhook_endpoint_tenant_id_index" on "events"."webhook_endpoint" ("tenant_id");`);
    this.addSql(`create index "webhook_endpoint_tenant_id_id_index" on "events"."webhook_endpoint" ("tenant_id", "id");`);

    this.addSql(`alter table "events"."alert" add constraint "alert_kind_check" check ("kind" in ('SUCCESS_RATE', 'PENDING_AGE', 'FAILED_EVENTS', 'CHANNEL_STOPPED', 'BREAKER_OPEN', 'WEBHOOK_DISABLED'));`);
    this.addSql(`alter table "events"."alert" enable row level security;`);
    this.addSql(`alter table "events"."alert" force row level security;`);
    this.addSql(`create policy "tenant" on "events"."alert" using (tenant_id = nullif(current_setting('app.tenant_id', true), '')::uuid) with check (tenant_id = nullif(current_setting('app.tenant_id', true), '')::uuid);`);
    this.addSql(`create policy "system" on "events"."alert" using (current_setting('app.system', true) = 'on') with check (current_setting('app.system', true) = 'on');`);

    this.addSql(`alter table "events"."alert_rule" add constraint "alert_rule_kind_check" check ("kind" in ('SUCCESS_RATE', 'PENDING_AGE', 'FAILED_EVENTS', 'CHANNEL_STOPPED', 'BREAKER_OPEN', 'WEBHOOK_DISABLED'));`);
    this.addSql(`alter table "events"."alert_rule" enable row level security;`);
    this.addSql(`alter table "events"."alert_rule" force row level security;`);
    this.addSql(`create policy "tenant" on "events"."alert_rule" using (tenant_id = nullif(current_setting('app.tenant_id', true), '')::uuid) with check (tenant_id = nullif(current_setting('app.tenant_id', true), '')::uuid);`);
    this.addSql(`create policy "system" on "events"."alert_rule" using (current_setting('app.system', true) = 'on') with check (current_setting('app.system', true) = 'on');`);

    this.addSql(`alter table "events"."credit_account" add constraint "credit_account_check" check (balance >= 0);`);
    this.addSql(`alter table "events"."credit_account" enable row level security;`);
    this.addSql(`alter table "events"."credit_account" force row level security;`);
    this.addSql(`create policy "tenant" on "events"."credit_account" using (tenant_id = nullif(current_setting('app.tenant_id', true), '')::uuid) with check (tenant_id = nullif(current_setting('app.tenant_id', true), '')::uuid);`);
    this.addSql(`create policy "system" on "events"."credit_account" using (current_setting('app.system', true) = 'on') with check (current_setting('app.system', true) = 'on');`);

    this.addSql(`alter table "events"."credit_entry" add constraint "credit_entry_account_id_foreign" foreign key ("account_id") references "events"."credit_account" ("id");`);
    this.addSql(`alter table "events"."credit_entry" add constraint "credit_entry_kind_check" check ("kind" in ('ALLOCATED', 'CONSUMED'));`);
    this.addSql(`alter table "events"."credit_entry" enable row level security;`);
    this.addSql(`alter table "events"."credit_entry" force row level security;`);
    this.addSql(`create policy "tenant" on "events"."credit_entry" using (tenant_id = nullif(current_setting('app.tenant_id', true), '')::uuid) with check (tenant_id = nullif(current_setting('app.tenant_id', true), '')::uuid);`);
    this.addSql(`create policy "system" on "events"."credit_entry" using (current_setting('app.system', true) = 'on') with check (current_setting('app.system', true) = 'on');`);

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

    this.addSql(`alter table "events"."system_log_entry" enable row level security;`);
    this.addSql(`alter table "events"."system_log_entry" force row level security;`);
    this.addSql(`create policy "tenant" on "events"."system_log_entry" using (tenant_id = nullif(current_setting('app.tenant_id', true), '')::uuid) with check (tenant_id = nullif(current_setting('app.tenant_id', true), '')::uuid);`);
    this.addSql(`create policy "system" on "events"."system_log_entry" using (current_setting('app.system', true) = 'on') with check (current_setting('app.system', true) = 'on');`);

    this.addSql(`alter table "events"."webhook_attempt" add constraint "webhook_attempt_outcome_check" check ("outcome" in ('DELIVERED', 'REFUSED', 'REDIRECTED', 'TIMEOUT', 'UNREACHABLE', 'INNER_ADDRESS'));`);
    this.addSql(`alter table "events"."webhook_attempt" enable row level security;`);
    this.addSql(`alter table "events"."webhook_attempt" force row level security;`);
    this.addSql(`create policy "tenant" on "events"."webhook_attempt" using (tenant_id = nullif(current_setting('app.tenant_id', true), '')::uuid) with check (tenant_id = nullif(current_setting('app.tenant_id', true), '')::uuid);`);
    this.addSql(`create policy "system" on "events"."webhook_attempt" using (current_setting('app.system', true) = 'on') with check (current_setting('app.system', true) = 'on');`);

    this.addSql(`alter table "events"."webhook_endpoint" add constraint "webhook_endpoint_status_check" check ("status" in ('ACTIVE', 'PAUSED', 'DISABLED'));`);
    this.addSql(`alter table "events"."webhook_endpoint" add constraint "webhook_endpoint_trouble_check" check ("trouble" in ('GONE', 'FAILING'));`);
    this.addSql(`alter table "events"."webhook_endpoint" enable row level security;`);
    this.addSql(`alter table "events"."webhook_endpoint" force row level security;`);
    this.addSql(`create policy "tenant" on "events"."webhook_endpoint" using (tenant_id = nullif(current_setting('app.tenant_id', true), '')::uuid) with check (tenant_id = nullif(current_setting('app.tenant_id', true), '')::uuid);`);
    this.addSql(`create policy "system" on "events"."webhook_endpoint" using (current_setting('app.system', true) = 'on') with check (current_setting('app.system', true) = 'on');`);
  }

  override down(): void | Promise<void> {
    this.addSql(`alter table "events"."credit_entry" drop constraint "credit_entry_account_id_foreign";`);

    this.addSql(`drop table if exists "events"."alert" cascade;`);
    this.addSql(`drop table if exists "events"."alert_rule" cascade;`);
    this.addSql(`drop table if exists "events"."credit_account" cascade;`);
    this.addSql(`drop table if exists "events"."credit_entry" cascade;`);
    this.addSql(`drop table if exists "events"."event_job" cascade;`);
    this.addSql(`drop table if exists "events"."event_settings" cascade;`);
    this.addSql(`drop table if exists "events"."reconciliation" cascade;`);
    this.addSql(`drop table if exists "events"."system_log_entry" cascade;`);
    this.addSql(`drop table if exists "events"."webhook_attempt" cascade;`);
    this.addSql(`drop table if exists "events"."webhook_endpoint" cascade;`);
  }

}
