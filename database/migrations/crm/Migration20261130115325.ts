import { Migration } from '@mikro-orm/migrations';

export class Migration20261130115325 extends Migration {

  override name = 'Migration20261130115325';

  override up(): void | Promise<void> {
    this.addSql(`create table "crm"."search_entry" ("id" uuid not null, "created_at" timestamptz(3) not null default now(), "updated_at" timestamptz(3) not null default now(), "version" int not null default 1, "tenant_id" uuid not null, "side" text not null, "kind" text not null, "thing_id" uuid not null, "title" text not null, "body" text not null, "words" tsvector generated always as (crm.words(title, body)) stored null, "folded" text generated always as (crm.folded(title)) stored null, primary key ("id"));`);
    this.addSql(`create index "search_entry_tenant_id_index" on "crm"."search_entry" ("tenant_id");`);
    this.addSql(`create index search_entry_likeness on crm.search_entry using gin (tenant_id, folded gin_trgm_ops);`);
    this.addSql(`create index search_entry_words on crm.search_entry using gin (tenant_id, words);`);
    this.addSql(`alter table "crm"."search_entry" add constraint "search_entry_thing_id_unique" unique ("thing_id");`);

    this.addSql(`drop index "crm"."contact_tags_index";`);

    this.addSql(`alter table "crm"."search_entry" add constraint "search_entry_side_check" check ("side" in ('TENANT', 'PLATFORM'));`);
    this.addSql(`alter table "crm"."search_entry" add constraint "search_entry_kind_check" check ("kind" in ('CONTACT'));`);
    this.addSql(`alter table "crm"."search_entry" enable row level security;`);
    this.addSql(`alter table "crm"."search_entry" force row level security;`);
    this.addSql(`create policy "tenant" on "crm"."search_entry" using (tenant_id = nullif(current_setting('app.tenant_id', true), '')::uuid and (side = 'TENANT' or current_setting('app.staff', true) = 'on')) with check (tenant_id = nullif(current_setting('app.tenant_id', true), '')::uuid and (side = 'TENANT' or current_setting('app.staff', true) = 'on'));`);
    this.addSql(`create policy "system" on "crm"."search_entry" using (current_setting('app.system', true) = 'on') with check (current_setting('app.system', true) = 'on');`);
  }

  override down(): void | Promise<void> {
    this.addSql(`drop table if exists "crm"."search_entry" cascade;`);

    this.addSql(`create index "contact_tags_index" on "crm"."contact" using gin ("tags");`);
  }

}
