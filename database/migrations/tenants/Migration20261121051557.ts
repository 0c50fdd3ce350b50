import { Migration } from '@mikro-orm/migrations';

export class Migration20261121051557 extends Migration {

  override name = 'Migration20261121051557';

  override up(): void | Promise<void> {
    this.addSql(`create table "tenants"."mail" ("id" uuid not null, "created_at" timestamptz(3) not null default now(), "updated_at" timestamptz(3) not null default now(), "version" int not null default 1, "tenant_id" uuid null, "to" text not null, "sealed_letter" text null, "state" text not null default 'QUEUED', "attempts" int not null default 0, "next_attempt_at" timestamptz(3) not null, "error" text null, primary key ("id"));`);
    this.addSql(`create index "mail_state_next_attempt_at_index" on "tenants"."mail" ("state", "next_attempt_at");`);

    this.addSql(`create table "tenants"."password_reset" ("id" uuid not null, "created_at" timestamptz(3) not null default now(), "updated_at" timestamptz(3) not null default now(), "version" int not null default 1, "email" text not null, "user_id" uuid null, "token_hash" text null, "expires_at" timestamptz(3) not null, primary key ("id"));`);
    this.addSql(`create index "password_reset_user_id_index" on "tenants"."password_reset" ("user_id");`);
    this.addSql(`alter table "tenants"."password_reset" add constraint "password_reset_token_hash_unique" unique ("token_hash");`);

    this.addSql(`create table "tenants"."invitation" ("id" uuid not null, "created_at" timestamptz(3) not null default now(), "updated_at" timestamptz(3) not null default now(), "version" int not null default 1, "tenant_id" uuid not null, "email" text not null, "name" text null, "role" text not null, "token_hash" text not null, "expires_at" timestamptz(3) not null, "accepted_at" timestamptz(3) null, "revoked_at" timestamptz(3) null, "invited_by_id" uuid null, "mail_id" uuid null, primary key ("id"));`);
    this.addSql(`create index "invitation_tenant_id_index" on "tenants"."invitation" ("tenant_id");`);
    this.addSql(`alter table "tenants"."invitation" add constraint "invitation_token_hash_unique" unique ("token_hash");`);
    this.addSql(`alter table "tenants"."invitation" add constraint "invitation_tenant_id_email_unique" unique ("tenant_id", "email");`);

    this.addSql(`alter table "tenants"."signing_key" add "signs_from" timestamptz(3) not null default now();`);

    this.addSql(`alter table "tenants"."session" add "last_used_at" timestamptz(3) not null default now(), add "address" text null, add "user_agent" text null;`);

    this.addSql(`alter table "tenants"."mail" add constraint "mail_state_check" check ("state" in ('QUEUED', 'SENT', 'FAILED'));`);
    this.addSql(`alter table "tenants"."mail" enable row level security;`);
    this.addSql(`alter table "tenants"."mail" force row level security;`);
    this.addSql(`create policy "tenant" on "tenants"."mail" using (tenant_id = nullif(current_setting('app.tenant_id', true), '')::uuid) with check (tenant_id = nullif(current_setting('app.tenant_id', true), '')::uuid);`);
    this.addSql(`create policy "system" on "tenants"."mail" using (current_setting('app.system', true) = 'on') with check (current_setting('app.system', true) = 'on');`);

    this.addSql(`alter table "tenants"."password_reset" add constraint "password_reset_user_id_foreign" foreign key ("user_id") references "tenants"."user" ("id") on delete set null;`);
    this.addSql(`alter table "tenants"."password_reset" enable row level security;`);
    this.addSql(`alter table "tenants"."password_reset" force row level security;`);
    this.addSql(`create policy "system" on "tenants"."password_reset" using (current_setting('app.system', true) = 'on') with check (current_setting('app.system', true) = 'on');`);

    this.addSql(`alter table "tenants"."invitation" add constraint "invitation_invited_by_id_foreign" foreign key ("invited_by_id") references "tenants"."user" ("id") on delete set null;`);
    this.addSql(`alter table "tenants"."invitation" add constraint "invitation_mail_id_foreign" foreign key ("mail_id") references "tenants"."mail" ("id") on delete set null;`);
    this.addSql(`alter table "tenants"."invitation" add constraint "invitation_role_check" check ("role" in ('OWNER', 'MANAGER', 'STAFF', 'KITCHEN', 'MARKETER', 'SUPPORT', 'AUDITOR', 'ADMIN'));`);
    this.addSql(`alter table "tenants"."invitation" enable row level security;`);
    this.addSql(`alter table "tenants"."invitation" force row level security;`);
    this.addSql(`create policy "tenant" on "tenants"."invitation" using (tenant_id = nullif(current_setting('app.tenant_id', true), '')::uuid) with check (tenant_id = nullif(current_setting('app.tenant_id', true), '')::uuid);`);
    this.addSql(`create policy "system" on "tenants"."invitation" using (current_setting('app.system', true) = 'on') with check (current_setting('app.system', true) = 'on');`);
  }

  override down(): void | Promise<void> {
    this.addSql(`alter table "tenants"."invitation" drop constraint "invitation_mail_id_foreign";`);

    this.addSql(`drop table if exists "tenants"."mail" cascade;`);
    this.addSql(`drop table if exists "tenants"."password_reset" cascade;`);
    this.addSql(`drop table if exists "tenants"."invitation" cascade;`);

    this.addSql(`alter table "tenants"."session" drop column "last_used_at", drop column "address", drop column "user_agent";`);

    this.addSql(`alter table "tenants"."signing_key" drop column "signs_from";`);
  }

}
