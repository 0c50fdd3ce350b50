import { Migration } from '@mikro-orm/migrations';

export class Migration20261130122907 extends Migration {

  override name = 'Migration20261130122907';

  override up(): void | Promise<void> {
    this.addSql(`create table "crm"."calendar_feed" ("id" uuid not null, "created_at" timestamptz(3) not null default now(), "updated_at" timestamptz(3) not null default now(), "version" int not null default 1, "tenant_id" uuid not null, "user_id" uuid not null, "token_hash" text not null, primary key ("id"));`);
    this.addSql(`create index "calendar_feed_tenant_id_index" on "crm"."calendar_feed" ("tenant_id");`);
    this.addSql(`alter table "crm"."calendar_feed" add constraint "calendar_feed_token_hash_unique" unique ("token_hash");`);
    this.addSql(`alter table "crm"."calendar_feed" add constraint "calendar_feed_tenant_id_user_id_unique" unique ("tenant_id", "user_id");`);

    this.addSql(`alter table "crm"."search_entry" drop constraint "search_entry_kind_check";`);
    this.addSql(`alter table "crm"."search_entry" add constraint "search_entry_kind_check" check ("kind" in ('CONTACT', 'ACTIVITY'));`);

    this.addSql(`alter table "crm"."calendar_feed" enable row level security;`);
    this.addSql(`alter table "crm"."calendar_feed" force row level security;`);
    this.addSql(`create policy "tenant" on "crm"."calendar_feed" using (tenant_id = nullif(current_setting('app.tenant_id', true), '')::uuid and user_id = nullif(current_setting('app.person_id', true), '')::uuid) with check (tenant_id = nullif(current_setting('app.tenant_id', true), '')::uuid and user_id = nullif(current_setting('app.person_id', true), '')::uuid);`);
    this.addSql(`create policy "system" on "crm"."calendar_feed" using (current_setting('app.system', true) = 'on') with check (current_setting('app.system', true) = 'on');`);
  }

  override down(): void | Promise<void> {
    this.addSql(`drop table if exists "crm"."calendar_feed" cascade;`);

    this.addSql(`alter table "crm"."search_entry" drop constraint "search_entry_kind_check";`);
    this.addSql(`alter table "crm"."search_entry" add constraint "search_entry_kind_check" check ("kind" in ('CONTACT'));`);
  }

}
