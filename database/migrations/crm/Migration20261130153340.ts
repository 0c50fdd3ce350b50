import { Migration } from '@mikro-orm/migrations';

export class Migration20261130153340 extends Migration {

  override name = 'Migration20261130153340';

  override up(): void | Promise<void> {
    this.addSql(`create table "crm"."account" ("id" uuid not null, "created_at" timestamptz(3) not null default now(), "updated_at" timestamptz(3) not null default now(), "version" int not null default 1, "tenant_id" uuid not null, "side" text not null, "name" text not null, "slug" text not null, "stage" text not null, "owner_id" uuid null, "health" int not null, "reasons" jsonb not null, "codes" text[] not null, "heard" jsonb not null, "checked_at" timestamptz(3) null, "last_contact_at" timestamptz(3) not null, "next_step_at" timestamptz(3) not null, "next_step_id" uuid null, "open_count" int not null, "overdue_count" int not null, primary key ("id"));`);
    this.addSql(`create index "account_tenant_id_index" on "crm"."account" ("tenant_id");`);
    this.addSql(`create index "account_codes_index" on "crm"."account" using gin ("codes");`);
    this.addSql(`create index "account_name_id_index" on "crm"."account" ("name", "id");`);
    this.addSql(`create index "account_health_id_index" on "crm"."account" ("health", "id");`);
    this.addSql(`alter table "crm"."account" add constraint "account_tenant_id_unique" unique ("tenant_id");`);

    this.addSql(`create table "crm"."account_day" ("id" uuid not null, "created_at" timestamptz(3) not null default now(), "updated_at" timestamptz(3) not null default now(), "version" int not null default 1, "tenant_id" uuid not null, "side" text not null, "date" date not null, "health" int not null, "reasons" jsonb not null, primary key ("id"));`);
    this.addSql(`create index "account_day_tenant_id_index" on "crm"."account_day" ("tenant_id");`);
    this.addSql(`alter table "crm"."account_day" add constraint "account_day_tenant_id_date_unique" unique ("tenant_id", "date");`);

    this.addSql(`alter table "crm"."account" add constraint "account_side_check" check ("side" in ('TENANT', 'PLATFORM'));`);
    this.addSql(`alter table "crm"."account" add constraint "account_stage_check" check ("stage" in ('PROSPECT', 'ONBOARDING', 'ACTIVE', 'AT_RISK', 'LEAVING', 'LEFT'));`);
    this.addSql(`alter table "crm"."account" enable row level security;`);
    this.addSql(`alter table "crm"."account" force row level security;`);
    this.addSql(`create policy "tenant" on "crm"."account" using (tenant_id = nullif(current_setting('app.tenant_id', true), '')::uuid and (side = 'TENANT' or current_setting('app.staff', true) = 'on')) with check (tenant_id = nullif(current_setting('app.tenant_id', true), '')::uuid and (side = 'TENANT' or current_setting('app.staff', true) = 'on'));`);
    this.addSql(`create policy "system" on "crm"."account" using (current_setting('app.system', true) = 'on') with check (current_setting('app.system', true) = 'on');`);

    this.addSql(`alter table "crm"."account_day" add constraint "account_day_side_check" check ("side" in ('TENANT', 'PLATFORM'));`);
    this.addSql(`alter table "crm"."account_day" enable row level security;`);
    this.addSql(`alter table "crm"."account_day" force row level security;`);
    this.addSql(`create policy "tenant" on "crm"."account_day" using (tenant_id = nullif(current_setting('app.tenant_id', true), '')::uuid and (side = 'TENANT' or current_setting('app.staff', true) = 'on')) with check (tenant_id = nullif(current_setting('app.tenant_id', true), '')::uuid and (side = 'TENANT' or current_setting('app.staff', true) = 'on'));`);
    this.addSql(`create policy "system" on "crm"."account_day" using (current_setting('app.system', true) = 'on') with check (current_setting('app.system', true) = 'on');`);
  }

  override down(): void | Promise<void> {
    this.addSql(`drop table if exists "crm"."account" cascade;`);
    this.addSql(`drop table if exists "crm"."account_day" cascade;`);
  }

}
