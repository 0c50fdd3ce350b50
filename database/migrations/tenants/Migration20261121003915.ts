import { Migration } from '@mikro-orm/migrations';

export class Migration20261121003915 extends Migration {

  override name = 'Migration20261121003915';

  override up(): void | Promise<void> {
    this.addSql(`create schema if not exists "tenants";`);
    this.addSql(`create table "tenants"."inbox" ("event_id" uuid not null, "consumer" text not null, "handled_at" timestamptz not null default now(), primary key ("event_id", "consumer"));`);

    this.addSql(`create table "tenants"."menu_board" ("id" uuid not null, "created_at" timestamptz(3) not null default now(), "updated_at" timestamptz(3) not null default now(), "version" int not null default 1, "tenant_id" uuid not null, "name" text not null, "section_ids" uuid[] not null, "columns" int not null default 3, "sold_out" text not null default 'GREY', "languages" text[] not null, "show_calories" boolean not null default false, "show_allergens" boolean not null default true, primary key ("id"));`);
    this.addSql(`create index "menu_board_tenant_id_index" on "tenants"."menu_board" ("tenant_id");`);

    this.addSql(`create table "tenants"."display" ("id" uuid not null, "created_at" timestamptz(3) not null default now(), "updated_at" timestamptz(3) not null default now(), "version" int not null default 1, "tenant_id" uuid not null, "name" text not null, "last_seen_at" timestamptz(3) null, "paired_at" timestamptz(3) not null, "app_version" text null, "width" int null, "height" int null, "token_hash" text null, "revoked_at" timestamptz(3) null, "told" text not null default 'OFFLINE', "board_id" uuid null, primary key ("id"));`);
    this.addSql(`create index "display_tenant_id_index" on "tenants"."display" ("tenant_id");`);
    this.addSql(`alter table "tenants"."display" add constraint "display_token_hash_unique" unique ("token_hash");`);
    this.addSql(`create index "display_board_id_index" on "tenants"."display" ("board_id");`);
    this.addSql(`create index "display_told_last_seen_at_index" on "tenants"."display" ("told", "last_seen_at");`);

    this.addSql(`create table "tenants"."outbox" ("position" bigserial primary key, "event" jsonb not null);`);

    this.addSql(`create table "tenants"."pairing" ("id" uuid not null, "created_at" timestamptz(3) not null default now(), "updated_at" timestamptz(3) not null default now(), "version" int not null default 1, "code" text not null, "secret_hash" text not null, "expires_at" timestamptz(3) not null, "display_id" uuid null, primary key ("id"));`);
    this.addSql(`alter table "tenants"."pairing" add constraint "pairing_code_unique" unique ("code");`);

    this.addSql(`create table "tenants"."signing_key" ("id" uuid not null, "created_at" timestamptz(3) not null default now(), "updated_at" timestamptz(3) not null default now(), "version" int not null default 1, "sealed_private_key" text not null, primary key ("id"));`);

    this.addSql(`create table "tenants"."tenant" ("id" uuid not null, "created_at" timestamptz(3) not null default now(), "updated_at" timestamptz(3) not null default now(), "version" int not null default 1, "slug" text not null, "name" text not null, "status" text not null default 'ACTIVE', "languages" text[] not null, "currency" text not null, "time_zone" text not null, primary key ("id"));`);
    this.addSql(`alter table "tenants"."tenant" add constraint "tenant_slug_unique" unique ("slug");`);

    this.addSql(`create table "tenants"."user" ("id" uuid not null, "created_at" timestamptz(3) not null default now(), "updated_at" timestamptz(3) not null default now(), "version" int not null default 1, "email" text not null, "name" text not null, "password_hash" text not null, "is_platform_admin" boolean not null default false, primary key ("id"));`);
    this.addSql(`alter table "tenants"."user" add constraint "user_email_unique" unique ("email");`);

    this.addSql(`create table "tenants"."session" ("id" uuid not null, "created_at" timestamptz(3) not null default now(), "updated_at" timestamptz(3) not null default now(), "version" int not null default 1, "user_id" uuid not null, "tenant_id" uuid null, "expires_at" timestamptz(3) not null, "revoked_at" timestamptz(3) null, primary key ("id"));`);
    this.addSql(`create index "session_user_id_index" on "tenants"."session" ("user_id");`);

    this.addSql(`create table "tenants"."refresh_token" ("id" uuid not null, "created_at" timestamptz(3) not null default now(), "updated_at" timestamptz(3) not null default now(), "version" int not null default 1, "session_id" uuid not null, "hash" text not null, "used_at" timestamptz(3) null, primary key ("id"));`);
    this.addSql(`create index "refresh_token_session_id_index" on "tenants"."refresh_token" ("session_id");`);
    this.addSql(`alter table "tenants"."refresh_token" add constraint "refresh_token_hash_unique" unique ("hash");`);

    this.addSql(`create table "tenants"."membership" ("id" uuid not null, "created_at" timestamptz(3) not null default now(), "updated_at" timestamptz(3) not null default now(), "version" int not null default 1, "role" text not null, "tenant_id" uuid not null, "user_id" uuid not null, primary key ("id"));`);
    this.addSql(`create index "membership_tenant_id_index" on "tenants"."membership" ("tenant_id");`);
    this.addSql(`create index "membership_user_id_index" on "tenants"."membership" ("user_id");`);
    this.addSql(`alter table "tenants"."membership" add constraint "membership_user_id_tenant_id_unique" unique ("user_id", "tenant_id");`);

    this.addSql(`alter table "tenants"."menu_board" add constraint "menu_board_sold_out_check" check ("sold_out" in ('GREY', 'HIDE'));`);
    this.addSql(`alter table "tenants"."menu_board" enable row level security;`);
    this.addSql(`alter table "tenants"."menu_board" force row level security;`);
    this.addSql(`create policy "tenant" on "tenants"."menu_board" using (tenant_id = nullif(current_setting('app.tenant_id', true), '')::uuid) with check (tenant_id = nullif(current_setting('app.tenant_id', true), '')::uuid);`);
    this.addSql(`create policy "system" on "tenants"."menu_board" using (current_setting('app.system', true) = 'on') with check (current_setting('app.system', true) = 'on');`);

    this.addSql(`alter table "tenants"."display" add constraint "display_board_id_foreign" foreign key ("board_id") references "tenants"."menu_board" ("id") on delete set null;`);
    this.addSql(`alter table "tenants"."display" add constraint "display_told_check" check ("told" in ('ONLINE', 'OFFLINE', 'REVOKED'));`);
    this.addSql(`alter table "tenants"."display" enable row level security;`);
    this.addSql(`alter table "tenants"."display" force row level security;`);
    this.addSql(`create policy "tenant" on "tenants"."display" using (tenant_id = nullif(current_setting('app.tenant_id', true), '')::uuid) with check (tenant_id = nullif(current_setting('app.tenant_id', true), '')::uuid);`);
    this.addSql(`create policy "system" on "tenants"."display" using (current_setting('app.system', true) = 'on') with check (current_setting('app.system', true) = 'on');`);

    this.addSql(`alter table "tenants"."pairing" enable row level security;`);
    this.addSql(`alter table "tenants"."pairing" force row level security;`);
    this.addSql(`create policy "system" on "tenants"."pairing" using (current_setting('app.system', true) = 'on') with check (current_setting('app.system', true) = 'on');`);

    this.addSql(`alter table "tenants"."signing_key" enable row level security;`);
    this.addSql(`alter table "tenants"."signing_key" force row level security;`);
    this.addSql(`create policy "system" on "tenants"."signing_key" using (current_setting('app.system', true) = 'on') with check (current_setting('app.system', true) = 'on');`);

    this.addSql(`alter table "tenants"."tenant" add constraint "tenant_status_check" check ("status" in ('ACTIVE', 'SUSPENDED'));`);
    this.addSql(`alter table "tenants"."tenant" enable row level security;`);
    this.addSql(`alter table "tenants"."tenant" force row level security;`);
    this.addSql(`create policy "tenant" on "tenants"."tenant" using (id = nullif(current_setting('app.tenant_id', true), '')::uuid) with check (id = nullif(current_setting('app.tenant_id', true), '')::uuid);`);
    this.addSql(`create policy "system" on "tenants"."tenant" using (current_setting('app.system', true) = 'on') with check (current_setting('app.system', true) = 'on');`);

    this.addSql(`alter table "tenants"."user" enable row level security;`);
    this.addSql(`alter table "tenants"."user" force row level security;`);
    this.addSql(`create policy "system" on "tenants"."user" using (current_setting('app.system', true) = 'on') with check (current_setting('app.system', true) = 'on');`);

    this.addSql(`alter table "tenants"."session" add constraint "session_user_id_foreign" foreign key ("user_id") references "tenants"."user" ("id");`);
    this.addSql(`alter table "tenants"."session" enable row level security;`);
    this.addSql(`alter table "tenants"."session" force row level security;`);
    this.addSql(`create policy "system" on "tenants"."session" using (current_setting('app.system', true) = 'on') with check (current_setting('app.system', true) = 'on');`);

    this.addSql(`alter table "tenants"."refresh_token" add constraint "refresh_token_session_id_foreign" foreign key ("session_id") references "tenants"."session" ("id");`);
    this.addSql(`alter table "tenants"."refresh_token" enable row level security;`);
    this.addSql(`alter table "tenants"."refresh_token" force row level security;`);
    this.addSql(`create policy "system" on "tenants"."refresh_token" using (current_setting('app.system', true) = 'on') with check (current_setting('app.system', true) = 'on');`);

    this.addSql(`alter table "tenants"."membership" add constraint "membership_tenant_id_foreign" foreign key ("tenant_id") references "tenants"."tenant" ("id");`);
    this.addSql(`alter table "tenants"."membership" add constraint "membership_user_id_foreign" foreign key ("user_id") references "tenants"."user" ("id");`);
    this.addSql(`alter table "tenants"."membership" add constraint "membership_role_check" check ("role" in ('OWNER', 'MANAGER', 'STAFF', 'KITCHEN', 'MARKETER', 'SUPPORT', 'AUDITOR', 'ADMIN'));`);
    this.addSql(`alter table "tenants"."membership" enable row level security;`);
    this.addSql(`alter table "tenants"."membership" force row level security;`);
    this.addSql(`create policy "tenant" on "tenants"."membership" using (tenant_id = nullif(current_setting('app.tenant_id', true), '')::uuid) with check (tenant_id = nullif(current_setting('app.tenant_id', true), '')::uuid);`);
    this.addSql(`create policy "system" on "tenants"."membership" using (current_setting('app.system', true) = 'on') with check (current_setting('app.system', true) = 'on');`);
  }

  override down(): void | Promise<void> {
    this.addSql(`alter table "tenants"."display" drop constraint "display_board_id_foreign";`);
    this.addSql(`alter table "tenants"."membership" drop constraint "membership_tenant_id_foreign";`);
    this.addSql(`alter table "tenants"."session" drop constraint "session_user_id_foreign";`);
    this.addSql(`alter table "tenants"."membership" drop constraint "membership_user_id_foreign";`);
    this.addSql(`alter table "tenants"."refresh_token" drop constraint "refresh_token_session_id_foreign";`);

    this.addSql(`drop table if exists "tenants"."inbox" cascade;`);
    this.addSql(`drop table if exists "tenants"."menu_board" cascade;`);
    this.addSql(`drop table if exists "tenants"."display" cascade;`);
    this.addSql(`drop table if exists "tenants"."outbox" cascade;`);
    this.addSql(`drop table if exists "tenants"."pairing" cascade;`);
    this.addSql(`drop table if exists "tenants"."signing_key" cascade;`);
    this.addSql(`drop table if exists "tenants"."tenant" cascade;`);
    this.addSql(`drop table if exists "tenants"."user" cascade;`);
    this.addSql(`drop table if exists "tenants"."session" cascade;`);
    this.addSql(`drop table if exists "tenants"."refresh_token" cascade;`);
    this.addSql(`drop table if exists "tenants"."membership" cascade;`);

    this.addSql(`drop schema if exists "tenants";`);
  }

}
