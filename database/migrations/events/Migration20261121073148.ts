import { Migration } from '@mikro-orm/migrations';

export class Migration20261121073148 extends Migration {

  override name = 'Migration20261121073148';

  override up(): void | Promise<void> {
    this.addSql(`create table "events"."alert" ("id" uuid not null, "created_at" timestamptz(3) not null default now(), "updated_at" timestamptz(3) not null default now(), "version" int not null default 1, "tenant_id" uuid not null, "kind" text not null, "source" text null, "target" text null, "endpoint_id" uuid null, "event_id" text null, "value" double precision not null, "threshold" double precision not null, "recovered_at" timestamptz(3) null, "recovered_value" double precision null, "acknowledged_at" timestamptz(3) null, "acknowledged_by_id" text null, "open_key" text null, primary key ("id"));`);
    this.addSql(`create index "alert_tenant_id_index" on "events"."alert" ("tenant_id");`);
    this.addSql(`create index "alert_tenant_id_recovered_at_id_index" on "events"."alert" ("tenant_id", "recovered_at", "id");`);
    this.addSql(`alter table "events"."alert" add constraint "alert_tenant_id_open_key_unique" unique ("tenant_id", "open_key");`);

    this.addSql(`create table "events"."alert_rule" ("id" uuid not null, "created_at" timestamptz(3) not null default now(), "updated_at" timestamptz(3) not null default now(), "version" int not null default 1, "tenant_id" uuid not null, "kind" text not null, "is_on" boolean not null default true, "threshold" double precision not null, "sends_letters" boolean not null default true, "recipient_ids" text[] not null, "muted_until" timestamptz(3) null, primary key ("id"));`);
    this.addSql(`create index "alert_rule_tenant_id_index" on "events"."alert_rule" ("tenant_id");`);
    this.addSql(`alter table "events"."alert_rule" add constraint "alert_rule_tenant_id_kind_unique" unique ("tenant_id", "kind");`);

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
    this.addSql(`drop table if exists "events"."alert" cascade;`);
    this.addSql(`drop table if exists "events"."alert_rule" cascade;`);
    this.addSql(`drop table if exists "events"."webhook_attempt" cascade;`);
    this.addSql(`drop table if exists "events"."webhook_endpoint" cascade;`);
  }

}
