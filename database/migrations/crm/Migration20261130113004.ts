import { Migration } from '@mikro-orm/migrations';

export class Migration20261130113004 extends Migration {

  override name = 'Migration20261130113004';

  override up(): void | Promise<void> {
    this.addSql(`create schema if not exists "crm";`);
    this.addSql(`create table "crm"."audit_outbox" ("position" bigserial primary key, "audit" jsonb not null);`);

    this.addSql(`create table "crm"."contact" ("id" uuid not null, "created_at" timestamptz(3) not null default now(), "updated_at" timestamptz(3) not null default now(), "version" int not null default 1, "tenant_id" uuid not null, "side" text not null, "kind" text not null, "name" text not null, "company" text null, "role" text null, "department" text null, "tags" text[] not null, "owner_id" uuid null, "do_not_contact_reason" text null, "do_not_contact_since" timestamptz(3) null, "sealed_addresses" text null, "removed_at" timestamptz(3) null, primary key ("id"));`);
    this.addSql(`create index "contact_tenant_id_index" on "crm"."contact" ("tenant_id");`);
    this.addSql(`create index "contact_tags_index" on "crm"."contact" using gin ("tags");`);
    this.addSql(`create index "contact_tenant_id_owner_id_index" on "crm"."contact" ("tenant_id", "owner_id");`);
    this.addSql(`create index "contact_tenant_id_name_id_index" on "crm"."contact" ("tenant_id", "name", "id");`);

    this.addSql(`create table "crm"."contact_mail" ("id" uuid not null, "created_at" timestamptz(3) not null default now(), "updated_at" timestamptz(3) not null default now(), "version" int not null default 1, "tenant_id" uuid not null, "side" text not null, "contact_id" uuid not null, "position" int not null, "label" text null, "sealed_value" text not null, "mail_index" text not null, "domain_index" text not null, primary key ("id"));`);
    this.addSql(`create index "contact_mail_tenant_id_index" on "crm"."contact_mail" ("tenant_id");`);
    this.addSql(`create index "contact_mail_contact_id_index" on "crm"."contact_mail" ("contact_id");`);
    this.addSql(`create index "contact_mail_tenant_id_domain_index_index" on "crm"."contact_mail" ("tenant_id", "domain_index");`);
    this.addSql(`create index "contact_mail_tenant_id_mail_index_index" on "crm"."contact_mail" ("tenant_id", "mail_index");`);

    this.addSql(`create table "crm"."contact_phone" ("id" uuid not null, "created_at" timestamptz(3) not null default now(), "updated_at" timestamptz(3) not null default now(), "version" int not null default 1, "tenant_id" uuid not null, "side" text not null, "contact_id" uuid not null, "position" int not null, "label" text null, "sealed_value" text not null, "phone_index" text null, "last_four_index" text null, "extension" text null, "is_international" boolean not null, primary key ("id"));`);
    this.addSql(`create index "contact_phone_tenant_id_index" on "crm"."contact_phone" ("tenant_id");`);
    this.addSql(`create index "contact_phone_contact_id_index" on "crm"."contact_phone" ("contact_id");`);
    this.addSql(`create index "contact_phone_tenant_id_last_four_index_index" on "crm"."contact_phone" ("tenant_id", "last_four_index");`);
    this.addSql(`create index "contact_phone_tenant_id_phone_index_index" on "crm"."contact_phone" ("tenant_id", "phone_index");`);

    this.addSql(`create table "crm"."inbox" ("event_id" uuid not null, "consumer" text not null, "handled_at" timestamptz not null default now(), primary key ("event_id", "consumer"));`);

    this.addSql(`create table "crm"."outbox" ("position" bigserial primary key, "event" jsonb not null);`);

    this.addSql(`alter table "crm"."contact" add constraint "contact_side_check" check ("side" in ('TENANT', 'PLATFORM'));`);
    this.addSql(`alter table "crm"."contact" add constraint "contact_kind_check" check ("kind" in ('PERSON', 'ORGANISATION', 'USER'));`);
    this.addSql(`alter table "crm"."contact" enable row level security;`);
    this.addSql(`alter table "crm"."contact" force row level security;`);
    this.addSql(`create policy "tenant" on "crm"."contact" using (tenant_id = nullif(current_setting('app.tenant_id', true), '')::uuid and (side = 'TENANT' or current_setting('app.staff', true) = 'on')) with check (tenant_id = nullif(current_setting('app.tenant_id', true), '')::uuid and (side = 'TENANT' or current_setting('app.staff', true) = 'on'));`);
    this.addSql(`create policy "system" on "crm"."contact" using (current_setting('app.system', true) = 'on') with check (current_setting('app.system', true) = 'on');`);

    this.addSql(`alter table "crm"."contact_mail" add constraint "contact_mail_contact_id_foreign" foreign key ("contact_id") references "crm"."contact" ("id") on delete cascade;`);
    this.addSql(`alter table "crm"."contact_mail" add constraint "contact_mail_side_check" check ("side" in ('TENANT', 'PLATFORM'));`);
    this.addSql(`alter table "crm"."contact_mail" enable row level security;`);
    this.addSql(`alter table "crm"."contact_mail" force row level security;`);
    this.addSql(`create policy "tenant" on "crm"."contact_mail" using (tenant_id = nullif(current_setting('app.tenant_id', true), '')::uuid and (side = 'TENANT' or current_setting('app.staff', true) = 'on')) with check (tenant_id = nullif(current_setting('app.tenant_id', true), '')::uuid and (side = 'TENANT' or current_setting('app.staff', true) = 'on'));`);
    this.addSql(`create policy "system" on "crm"."contact_mail" using (current_setting('app.system', true) = 'on') with check (current_setting('app.system', true) = 'on');`);

    this.addSql(`alter table "crm"."contact_phone" add constraint "contact_phone_contact_id_foreign" foreign key ("contact_id") references "crm"."contact" ("id") on delete cascade;`);
    this.addSql(`alter table "crm"."contact_phone" add constraint "contact_phone_side_check" check ("side" in ('TENANT', 'PLATFORM'));`);
    this.addSql(`alter table "crm"."contact_phone" enable row level security;`);
    this.addSql(`alter table "crm"."contact_phone" force row level security;`);
    this.addSql(`create policy "tenant" on "crm"."contact_phone" using (tenant_id = nullif(current_setting('app.tenant_id', true), '')::uuid and (side = 'TENANT' or current_setting('app.staff', true) = 'on')) with check (tenant_id = nullif(current_setting('app.tenant_id', true), '')::uuid and (side = 'TENANT' or current_setting('app.staff', true) = 'on'));`);
    this.addSql(`create policy "system" on "crm"."contact_phone" using (current_setting('app.system', true) = 'on') with check (current_setting('app.system', true) = 'on');`);
  }

  override down(): void | Promise<void> {
    this.addSql(`alter table "crm"."contact_mail" drop constraint "contact_mail_contact_id_foreign";`);
    this.addSql(`alter table "crm"."contact_phone" drop constraint "contact_phone_contact_id_foreign";`);

    this.addSql(`drop table if exists "crm"."audit_outbox" cascade;`);
    this.addSql(`drop table if exists "crm"."contact" cascade;`);
    this.addSql(`drop table if exists "crm"."contact_mail" cascade;`);
    this.addSql(`drop table if exists "crm"."contact_phone" cascade;`);
    this.addSql(`drop table if exists "crm"."inbox" cascade;`);
    this.addSql(`drop table if exists "crm"."outbox" cascade;`);

    this.addSql(`drop schema if exists "crm";`);
  }

}
