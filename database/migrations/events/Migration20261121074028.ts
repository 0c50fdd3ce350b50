import { Migration } from '@mikro-orm/migrations';

export class Migration20261121074028 extends Migration {

  override name = 'Migration20261121074028';

  override up(): void | Promise<void> {
    this.addSql(`create table "events"."credit_account" ("id" uuid not null, "created_at" timestamptz(3) not null default now(), "updated_at" timestamptz(3) not null default now(), "version" int not null default 1, "tenant_id" uuid not null, "application" text not null, "entity" text not null default '', "balance" int not null default 0, primary key ("id"));`);
    this.addSql(`create index "credit_account_tenant_id_index" on "events"."credit_account" ("tenant_id");`);
    this.addSql(`alter table "events"."credit_account" add constraint "credit_account_tenant_id_application_entity_unique" unique ("tenant_id", "application", "entity");`);

    this.addSql(`create table "events"."credit_entry" ("id" uuid not null, "created_at" timestamptz(3) not null default now(), "updated_at" timestamptz(3) not null default now(), "version" int not null default 1, "tenant_id" uuid not null, "account_id" uuid not null, "kind" text not null, "amount" int not null, "balance_after" int not null, "purpose" text null, "actor" jsonb not null, "idempotency_key" text not null, "event_id" uuid not null, primary key ("id"));`);
    this.addSql(`create index "credit_entry_tenant_id_index" on "events"."credit_entry" ("tenant_id");`);
    this.addSql(`create index "credit_entry_tenant_id_event_id_index" on "events"."credit_entry" ("tenant_id", "event_id");`);
    this.addSql(`alter table "events"."credit_entry" add constraint "credit_entry_account_id_idempotency_key_unique" unique ("account_id", "idempotency_key");`);

    this.addSql(`create table "events"."system_log_entry" ("id" uuid not null, "created_at" timestamptz(3) not null default now(), "updated_at" timestamptz(3) not null default now(), "version" int not null default 1, "tenant_id" uuid not null, "event_type" text not null, "entity_id" text not null, "event_id" uuid not null, "details" jsonb not null, primary key ("id"));`);
    this.addSql(`create index "system_log_entry_tenant_id_index" on "events"."system_log_entry" ("tenant_id");`);
    this.addSql(`alter table "events"."system_log_entry" add constraint "system_log_entry_tenant_id_event_type_entity_id_unique" unique ("tenant_id", "event_type", "entity_id");`);

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

    this.addSql(`alter table "events"."system_log_entry" enable row level security;`);
    this.addSql(`alter table "events"."system_log_entry" force row level security;`);
    this.addSql(`create policy "tenant" on "events"."system_log_entry" using (tenant_id = nullif(current_setting('app.tenant_id', true), '')::uuid) with check (tenant_id = nullif(current_setting('app.tenant_id', true), '')::uuid);`);
    this.addSql(`create policy "system" on "events"."system_log_entry" using (current_setting('app.system', true) = 'on') with check (current_setting('app.system', true) = 'on');`);
  }

  override down(): void | Promise<void> {
    this.addSql(`alter table "events"."credit_entry" drop constraint "credit_entry_account_id_foreign";`);

    this.addSql(`drop table if exists "events"."credit_account" cascade;`);
    this.addSql(`drop table if exists "events"."credit_entry" cascade;`);
    this.addSql(`drop table if exists "events"."system_log_entry" cascade;`);
  }

}
