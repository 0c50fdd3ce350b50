import { Migration } from '@mikro-orm/migrations';

export class Migration20261129215700 extends Migration {

  override name = 'Migration20261129215700';

  override up(): void | Promise<void> {
    this.addSql(`create table "tenants"."notice" ("id" uuid not null, "created_at" timestamptz(3) not null default now(), "updated_at" timestamptz(3) not null default now(), "version" int not null default 1, "tenant_id" uuid not null, "user_id" uuid not null, "kind" text not null, "path" text not null, "values" jsonb not null, "once_key" text not null, "read_at" timestamptz(3) null, primary key ("id"));`);
    this.addSql(`create index "notice_tenant_id_index" on "tenants"."notice" ("tenant_id");`);
    this.addSql(`create index "notice_tenant_id_user_id_id_index" on "tenants"."notice" ("tenant_id", "user_id", "id");`);
    this.addSql(`alter table "tenants"."notice" add constraint "notice_tenant_id_user_id_once_key_unique" unique ("tenant_id", "user_id", "once_key");`);

    this.addSql(`alter table "tenants"."api_key" add "warned_at" timestamptz(3) null;`);

    this.addSql(`alter table "tenants"."user" add "language" text null, add "time_zone" text null, add "emails" jsonb null;`);

    this.addSql(`alter table "tenants"."notice" enable row level security;`);
    this.addSql(`alter table "tenants"."notice" force row level security;`);
    this.addSql(`create policy "tenant" on "tenants"."notice" using (tenant_id = nullif(current_setting('app.tenant_id', true), '')::uuid and user_id = nullif(current_setting('app.person_id', true), '')::uuid) with check (tenant_id = nullif(current_setting('app.tenant_id', true), '')::uuid and user_id = nullif(current_setting('app.person_id', true), '')::uuid);`);
    this.addSql(`create policy "system" on "tenants"."notice" using (current_setting('app.system', true) = 'on') with check (current_setting('app.system', true) = 'on');`);
  }

  override down(): void | Promise<void> {
    this.addSql(`drop table if exists "tenants"."notice" cascade;`);

    this.addSql(`alter table "tenants"."api_key" drop column "warned_at";`);

    this.addSql(`alter table "tenants"."user" drop column "language", drop column "time_zone", drop column "emails";`);
  }

}
