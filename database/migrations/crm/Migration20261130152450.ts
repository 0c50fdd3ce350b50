import { Migration } from '@mikro-orm/migrations';

export class Migration20261130152450 extends Migration {

  override name = 'Migration20261130152450';

  override up(): void | Promise<void> {
    this.addSql(`create table "crm"."saved_view" ("id" uuid not null, "created_at" timestamptz(3) not null default now(), "updated_at" timestamptz(3) not null default now(), "version" int not null default 1, "tenant_id" uuid not null, "side" text not null, "list" text not null, "name" text not null, "query" text not null, "is_shared" boolean not null, "author_kind" text not null, "author_id" text not null, "position" int not null, "removed_at" timestamptz(3) null, primary key ("id"));`);
    this.addSql(`create index "saved_view_tenant_id_index" on "crm"."saved_view" ("tenant_id");`);
    this.addSql(`create index "saved_view_tenant_id_list_position_id_index" on "crm"."saved_view" ("tenant_id", "list", "position", "id");`);

    this.addSql(`create table "crm"."tag" ("id" uuid not null, "created_at" timestamptz(3) not null default now(), "updated_at" timestamptz(3) not null default now(), "version" int not null default 1, "tenant_id" uuid not null, "side" text not null, "name" text not null, "key" text not null, "colour" text not null, "removed_at" timestamptz(3) null, primary key ("id"));`);
    this.addSql(`create index "tag_tenant_id_index" on "crm"."tag" ("tenant_id");`);
    this.addSql(`create index "tag_tenant_id_key_id_index" on "crm"."tag" ("tenant_id", "key", "id");`);
    this.addSql(`create unique index "tag_tenant_id_side_key_unique" on "crm"."tag" ("tenant_id", "side", "key") where "removed_at" is null;`);

    this.addSql(`create table "crm"."tag_place" ("id" uuid not null, "created_at" timestamptz(3) not null default now(), "updated_at" timestamptz(3) not null default now(), "version" int not null default 1, "tenant_id" uuid not null, "side" text not null, "tag_id" uuid not null, "noun" text not null, "row_id" uuid not null, "place" int not null, primary key ("id"));`);
    this.addSql(`create index "tag_place_tenant_id_index" on "crm"."tag_place" ("tenant_id");`);
    this.addSql(`alter table "crm"."tag_place" add constraint "tag_place_tag_id_row_id_unique" unique ("tag_id", "row_id");`);

    this.addSql(`alter table "crm"."saved_view" add constraint "saved_view_side_check" check ("side" in ('TENANT', 'PLATFORM'));`);
    this.addSql(`alter table "crm"."saved_view" add constraint "saved_view_list_check" check ("list" in ('CONTACTS', 'ACTIVITIES', 'NOTES', 'PARTNERS', 'OPPORTUNITIES', 'ACCOUNTS'));`);
    this.addSql(`alter table "crm"."saved_view" enable row level security;`);
    this.addSql(`alter table "crm"."saved_view" force row level security;`);
    this.addSql(`create policy "tenant" on "crm"."saved_view" using (tenant_id = nullif(current_setting('app.tenant_id', true), '')::uuid and (side = 'TENANT' or current_setting('app.staff', true) = 'on')) with check (tenant_id = nullif(current_setting('app.tenant_id', true), '')::uuid and (side = 'TENANT' or current_setting('app.staff', true) = 'on'));`);
    this.addSql(`create policy "system" on "crm"."saved_view" using (current_setting('app.system', true) = 'on') with check (current_setting('app.system', true) = 'on');`);

    this.addSql(`alter table "crm"."tag" add constraint "tag_side_check" check ("side" in ('TENANT', 'PLATFORM'));`);
    this.addSql(`alter table "crm"."tag" add constraint "tag_colour_check" check ("colour" in ('GREY', 'RED', 'ORANGE', 'YELLOW', 'GREEN', 'TEAL', 'BLUE', 'VIOLET', 'PINK'));`);
    this.addSql(`alter table "crm"."tag" enable row level security;`);
    this.addSql(`alter table "crm"."tag" force row level security;`);
    this.addSql(`create policy "tenant" on "crm"."tag" using (tenant_id = nullif(current_setting('app.tenant_id', true), '')::uuid and (side = 'TENANT' or current_setting('app.staff', true) = 'on')) with check (tenant_id = nullif(current_setting('app.tenant_id', true), '')::uuid and (side = 'TENANT' or current_setting('app.staff', true) = 'on'));`);
    this.addSql(`create policy "system" on "crm"."tag" using (current_setting('app.system', true) = 'on') with check (current_setting('app.system', true) = 'on');`);

    this.addSql(`alter table "crm"."tag_place" add constraint "tag_place_side_check" check ("side" in ('TENANT', 'PLATFORM'));`);
    this.addSql(`alter table "crm"."tag_place" enable row level security;`);
    this.addSql(`alter table "crm"."tag_place" force row level security;`);
    this.addSql(`create policy "tenant" on "crm"."tag_place" using (tenant_id = nullif(current_setting('app.tenant_id', true), '')::uuid and (side = 'TENANT' or current_setting('app.staff', true) = 'on')) with check (tenant_id = nullif(current_setting('app.tenant_id', true), '')::uuid and (side = 'TENANT' or current_setting('app.staff', true) = 'on'));`);
    this.addSql(`create policy "system" on "crm"."tag_place" using (current_setting('app.system', true) = 'on') with check (current_setting('app.system', true) = 'on');`);
  }

  override down(): void | Promise<void> {
    this.addSql(`drop table if exists "crm"."saved_view" cascade;`);
    this.addSql(`drop table if exists "crm"."tag" cascade;`);
    this.addSql(`drop table if exists "crm"."tag_place" cascade;`);
  }

}
