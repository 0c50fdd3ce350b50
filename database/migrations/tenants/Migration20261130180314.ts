import { Migration } from '@mikro-orm/migrations';

export class Migration20261130180314 extends Migration {

  override name = 'Migration20261130180314';

  override up(): void | Promise<void> {
    this.addSql(`create table "tenants"."pin_pepper" ("id" uuid not null, "created_at" timestamptz(3) not null default now(), "updated_at" timestamptz(3) not null default now(), "version" int not null default 1, "tenant_id" uuid not null, "pepper" text not null, primary key ("id"));`);
    this.addSql(`create index "pin_pepper_tenant_id_index" on "tenants"."pin_pepper" ("tenant_id");`);
    this.addSql(`alter table "tenants"."pin_pepper" add constraint "pin_pepper_tenant_id_unique" unique ("tenant_id");`);

    this.addSql(`create table "tenants"."station" ("id" uuid not null, "created_at" timestamptz(3) not null default now(), "updated_at" timestamptz(3) not null default now(), "version" int not null default 1, "tenant_id" uuid not null, "name" text not null, "kind" text not null, "location_id" uuid not null, "paired_at" timestamptz(3) not null, "last_seen_at" timestamptz(3) null, "app_version" text null, "is_secure" boolean null, "waiting" int not null default 0, "waiting_since" timestamptz(3) null, "token_hash" text null, "revoked_at" timestamptz(3) null, primary key ("id"));`);
    this.addSql(`create index "station_tenant_id_index" on "tenants"."station" ("tenant_id");`);
    this.addSql(`create index "station_location_id_index" on "tenants"."station" ("location_id");`);
    this.addSql(`alter table "tenants"."station" add constraint "station_token_hash_unique" unique ("token_hash");`);

    this.addSql(`create table "tenants"."signing" ("id" uuid not null, "created_at" timestamptz(3) not null default now(), "updated_at" timestamptz(3) not null default now(), "version" int not null default 1, "tenant_id" uuid not null, "station_id" uuid not null, "user_id" uuid not null, "token_hash" text not null, "last_used_at" timestamptz(3) not null default now(), "ended_at" timestamptz(3) null, primary key ("id"));`);
    this.addSql(`create index "signing_tenant_id_index" on "tenants"."signing" ("tenant_id");`);
    this.addSql(`create index "signing_user_id_index" on "tenants"."signing" ("user_id");`);
    this.addSql(`alter table "tenants"."signing" add constraint "signing_token_hash_unique" unique ("token_hash");`);
    this.addSql(`create index "signing_station_id_ended_at_index" on "tenants"."signing" ("station_id", "ended_at");`);

    this.addSql(`create table "tenants"."pin" ("id" uuid not null, "created_at" timestamptz(3) not null default now(), "updated_at" timestamptz(3) not null default now(), "version" int not null default 1, "tenant_id" uuid not null, "user_id" uuid not null, "location_id" uuid not null, "hash" text not null, "set_at" timestamptz(3) not null, "off_at" timestamptz(3) null, primary key ("id"));`);
    this.addSql(`create index "pin_tenant_id_index" on "tenants"."pin" ("tenant_id");`);
    this.addSql(`create index "pin_user_id_index" on "tenants"."pin" ("user_id");`);
    this.addSql(`alter table "tenants"."pin" add constraint "pin_location_id_hash_unique" unique ("location_id", "hash");`);
    this.addSql(`alter table "tenants"."pin" add constraint "pin_location_id_user_id_unique" unique ("location_id", "user_id");`);

    this.addSql(`alter table "tenants"."display" add "location_id" uuid null;`);

    this.addSql(`alter table "tenants"."pairing" add "kind" text not null default 'SCREEN', add "station_id" uuid null;`);
    this.addSql(`alter table "tenants"."pairing" add constraint "pairing_kind_check" check ("kind" in ('SCREEN', 'TILL', 'KITCHEN', 'CLOCK'));`);

    this.addSql(`alter table "tenants"."pin_pepper" enable row level security;`);
    this.addSql(`alter table "tenants"."pin_pepper" force row level security;`);
    this.addSql(`create policy "tenant" on "tenants"."pin_pepper" using (tenant_id = nullif(current_setting('app.tenant_id', true), '')::uuid) with check (tenant_id = nullif(current_setting('app.tenant_id', true), '')::uuid);`);
    this.addSql(`create policy "system" on "tenants"."pin_pepper" using (current_setting('app.system', true) = 'on') with check (current_setting('app.system', true) = 'on');`);

    this.addSql(`alter table "tenants"."station" add constraint "station_kind_check" check ("kind" in ('TILL', 'KITCHEN', 'CLOCK'));`);
    this.addSql(`alter table "tenants"."station" enable row level security;`);
    this.addSql(`alter table "tenants"."station" force row level security;`);
    this.addSql(`create policy "tenant" on "tenants"."station" using (tenant_id = nullif(current_setting('app.tenant_id', true), '')::uuid) with check (tenant_id = nullif(current_setting('app.tenant_id', true), '')::uuid);`);
    this.addSql(`create policy "system" on "tenants"."station" using (current_setting('app.system', true) = 'on') with check (current_setting('app.system', true) = 'on');`);

    this.addSql(`alter table "tenants"."signing" add constraint "signing_station_id_foreign" foreign key ("station_id") references "tenants"."station" ("id");`);
    this.addSql(`alter table "tenants"."signing" add constraint "signing_user_id_foreign" foreign key ("user_id") references "tenants"."user" ("id");`);
    this.addSql(`alter table "tenants"."signing" enable row level security;`);
    this.addSql(`alter table "tenants"."signing" force row level security;`);
    this.addSql(`create policy "tenant" on "tenants"."signing" using (tenant_id = nullif(current_setting('app.tenant_id', true), '')::uuid) with check (tenant_id = nullif(current_setting('app.tenant_id', true), '')::uuid);`);
    this.addSql(`create policy "system" on "tenants"."signing" using (current_setting('app.system', true) = 'on') with check (current_setting('app.system', true) = 'on');`);

    this.addSql(`alter table "tenants"."pin" add constraint "pin_user_id_foreign" foreign key ("user_id") references "tenants"."user" ("id");`);
    this.addSql(`alter table "tenants"."pin" enable row level security;`);
    this.addSql(`alter table "tenants"."pin" force row level security;`);
    this.addSql(`create policy "tenant" on "tenants"."pin" using (tenant_id = nullif(current_setting('app.tenant_id', true), '')::uuid) with check (tenant_id = nullif(current_setting('app.tenant_id', true), '')::uuid);`);
    this.addSql(`create policy "system" on "tenants"."pin" using (current_setting('app.system', true) = 'on') with check (current_setting('app.system', true) = 'on');`);
  }

  override down(): void | Promise<void> {
    this.addSql(`alter table "tenants"."signing" drop constraint "signing_station_id_foreign";`);

    this.addSql(`drop table if exists "tenants"."pin_pepper" cascade;`);
    this.addSql(`drop table if exists "tenants"."station" cascade;`);
    this.addSql(`drop table if exists "tenants"."signing" cascade;`);
    this.addSql(`drop table if exists "tenants"."pin" cascade;`);

    this.addSql(`alter table "tenants"."display" drop column "location_id";`);

    this.addSql(`alter table "tenants"."pairing" drop constraint "pairing_kind_check";`);
    this.addSql(`alter table "tenants"."pairing" drop column "kind", drop column "station_id";`);
  }

}
