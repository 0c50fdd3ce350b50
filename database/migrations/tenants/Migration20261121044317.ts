import { Migration } from '@mikro-orm/migrations';

export class Migration20261121044317 extends Migration {

  override name = 'Migration20261121044317';

  override up(): void | Promise<void> {
    this.addSql(`create table "tenants"."api_client" ("id" uuid not null, "created_at" timestamptz(3) not null default now(), "updated_at" timestamptz(3) not null default now(), "version" int not null default 1, "tenant_id" uuid not null, "name" text not null, "description" text null, "scopes" text[] not null, "status" text not null default 'ACTIVE', "limits" jsonb not null, primary key ("id"));`);
    this.addSql(`create index "api_client_tenant_id_index" on "tenants"."api_client" ("tenant_id");`);
    this.addSql(`alter table "tenants"."api_client" add constraint "api_client_tenant_id_name_unique" unique ("tenant_id", "name");`);

    this.addSql(`create table "tenants"."api_key" ("id" uuid not null, "created_at" timestamptz(3) not null default now(), "updated_at" timestamptz(3) not null default now(), "version" int not null default 1, "tenant_id" uuid not null, "prefix" text not null, "hash" text not null, "note" text null, "last_used_at" timestamptz(3) null, "expires_at" timestamptz(3) null, "revoked_at" timestamptz(3) null, "expired_at" timestamptz(3) null, "client_id" uuid not null, primary key ("id"));`);
    this.addSql(`create index "api_key_tenant_id_index" on "tenants"."api_key" ("tenant_id");`);
    this.addSql(`alter table "tenants"."api_key" add constraint "api_key_hash_unique" unique ("hash");`);
    this.addSql(`create index "api_key_client_id_index" on "tenants"."api_key" ("client_id");`);
    this.addSql(`create index "api_key_expired_at_expires_at_index" on "tenants"."api_key" ("expired_at", "expires_at");`);

    this.addSql(`alter table "tenants"."tenant" add "environment" text not null default 'LIVE';`);
    this.addSql(`alter table "tenants"."tenant" add constraint "tenant_environment_check" check ("environment" in ('LIVE', 'TEST'));`);

    this.addSql(`alter table "tenants"."api_client" add constraint "api_client_status_check" check ("status" in ('ACTIVE', 'SUSPENDED'));`);
    this.addSql(`alter table "tenants"."api_client" enable row level security;`);
    this.addSql(`alter table "tenants"."api_client" force row level security;`);
    this.addSql(`create policy "tenant" on "tenants"."api_client" using (tenant_id = nullif(current_setting('app.tenant_id', true), '')::uuid) with check (tenant_id = nullif(current_setting('app.tenant_id', true), '')::uuid);`);
    this.addSql(`create policy "system" on "tenants"."api_client" using (current_setting('app.system', true) = 'on') with check (current_setting('app.system', true) = 'on');`);

    this.addSql(`alter table "tenants"."api_key" add constraint "api_key_client_id_foreign" foreign key ("client_id") references "tenants"."api_client" ("id") on delete cascade;`);
    this.addSql(`alter table "tenants"."api_key" enable row level security;`);
    this.addSql(`alter table "tenants"."api_key" force row level security;`);
    this.addSql(`create policy "tenant" on "tenants"."api_key" using (tenant_id = nullif(current_setting('app.tenant_id', true), '')::uuid) with check (tenant_id = nullif(current_setting('app.tenant_id', true), '')::uuid);`);
    this.addSql(`create policy "system" on "tenants"."api_key" using (current_setting('app.system', true) = 'on') with check (current_setting('app.system', true) = 'on');`);
  }

  override down(): void | Promise<void> {
    this.addSql(`alter table "tenants"."api_key" drop constraint "api_key_client_id_foreign";`);

    this.addSql(`drop table if exists "tenants"."api_client" cascade;`);
    this.addSql(`drop table if exists "tenants"."api_key" cascade;`);

    this.addSql(`alter table "tenants"."tenant" drop constraint "tenant_environment_check";`);
    this.addSql(`alter table "tenants"."tenant" drop column "environment";`);
  }

}
