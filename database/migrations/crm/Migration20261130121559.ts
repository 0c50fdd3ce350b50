import { Migration } from '@mikro-orm/migrations';

export class Migration20261130121559 extends Migration {

  override name = 'Migration20261130121559';

  override up(): void | Promise<void> {
    this.addSql(`create table "crm"."note" ("id" uuid not null, "created_at" timestamptz(3) not null default now(), "updated_at" timestamptz(3) not null default now(), "version" int not null default 1, "tenant_id" uuid not null, "side" text not null, "subject_kind" text not null, "subject_id" uuid not null, "author_kind" text not null, "author_id" text not null, "content" text not null, "tags" text[] not null, "pinned" boolean not null, "edited_at" timestamptz(3) null, "edited_by_kind" text null, "edited_by_id" text null, "removed_at" timestamptz(3) null, primary key ("id"));`);
    this.addSql(`create index "note_tenant_id_index" on "crm"."note" ("tenant_id");`);
    this.addSql(`create index "note_tags_index" on "crm"."note" using gin ("tags");`);
    this.addSql(`create index "note_tenant_id_pinned_id_index" on "crm"."note" ("tenant_id", "pinned", "id");`);
    this.addSql(`create index "note_tenant_id_subject_kind_subject_id_pinned_id_index" on "crm"."note" ("tenant_id", "subject_kind", "subject_id", "pinned", "id");`);

    this.addSql(`create table "crm"."note_version" ("id" uuid not null, "created_at" timestamptz(3) not null default now(), "updated_at" timestamptz(3) not null default now(), "version" int not null default 1, "tenant_id" uuid not null, "side" text not null, "note_id" uuid not null, "content" text not null, "author_kind" text not null, "author_id" text not null, "written_at" timestamptz(3) not null, primary key ("id"));`);
    this.addSql(`create index "note_version_tenant_id_index" on "crm"."note_version" ("tenant_id");`);
    this.addSql(`create index "note_version_note_id_id_index" on "crm"."note_version" ("note_id", "id");`);

    this.addSql(`alter table "crm"."note" add constraint "note_side_check" check ("side" in ('TENANT', 'PLATFORM'));`);
    this.addSql(`alter table "crm"."note" add constraint "note_subject_kind_check" check ("subject_kind" in ('TENANT', 'CONTACT'));`);
    this.addSql(`alter table "crm"."note" enable row level security;`);
    this.addSql(`alter table "crm"."note" force row level security;`);
    this.addSql(`create policy "tenant" on "crm"."note" using (tenant_id = nullif(current_setting('app.tenant_id', true), '')::uuid and (side = 'TENANT' or current_setting('app.staff', true) = 'on')) with check (tenant_id = nullif(current_setting('app.tenant_id', true), '')::uuid and (side = 'TENANT' or current_setting('app.staff', true) = 'on'));`);
    this.addSql(`create policy "system" on "crm"."note" using (current_setting('app.system', true) = 'on') with check (current_setting('app.system', true) = 'on');`);

    this.addSql(`alter table "crm"."note_version" add constraint "note_version_note_id_foreign" foreign key ("note_id") references "crm"."note" ("id") on delete cascade;`);
    this.addSql(`alter table "crm"."note_version" add constraint "note_version_side_check" check ("side" in ('TENANT', 'PLATFORM'));`);
    this.addSql(`alter table "crm"."note_version" enable row level security;`);
    this.addSql(`alter table "crm"."note_version" force row level security;`);
    this.addSql(`create policy "tenant" on "crm"."note_version" using (tenant_id = nullif(current_setting('app.tenant_id', true), '')::uuid and (side = 'TENANT' or current_setting('app.staff', true) = 'on')) with check (tenant_id = nullif(current_setting('app.tenant_id', true), '')::uuid and (side = 'TENANT' or current_setting('app.staff', true) = 'on'));`);
    this.addSql(`create policy "system" on "crm"."note_version" using (current_setting('app.system', true) = 'on') with check (current_setting('app.system', true) = 'on');`);
  }

  override down(): void | Promise<void> {
    this.addSql(`alter table "crm"."note_version" drop constraint "note_version_note_id_foreign";`);

    this.addSql(`drop table if exists "crm"."note" cascade;`);
    this.addSql(`drop table if exists "crm"."note_version" cascade;`);
  }

}
