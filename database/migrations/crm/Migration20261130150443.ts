import { Migration } from '@mikro-orm/migrations';

export class Migration20261130150443 extends Migration {

  override name = 'Migration20261130150443';

  override up(): void | Promise<void> {
    this.addSql(`create table "crm"."import" ("id" uuid not null, "created_at" timestamptz(3) not null default now(), "updated_at" timestamptz(3) not null default now(), "version" int not null default 1, "tenant_id" uuid not null, "upload_id" uuid not null, "file_name" text not null, "status" text not null, "failure" text null, "look" jsonb null, "counts" jsonb not null, "done" int not null default 0, "total" int null, "refusal_count" int not null default 0, "warning_count" int not null default 0, "stayed_count" int not null default 0, "applied_at" timestamptz(3) null, "undo_until" timestamptz(3) null, "undone_at" timestamptz(3) null, "expires_at" timestamptz(3) null, "side" text not null, "actor_kind" text not null, "actor_id" text not null, "meanings" jsonb null, "date_orders" jsonb null, "country" text null, "given" jsonb not null, "sealed_samples" text null, primary key ("id"));`);
    this.addSql(`create index "import_tenant_id_index" on "crm"."import" ("tenant_id");`);
    this.addSql(`create index "import_expires_at_index" on "crm"."import" ("expires_at");`);
    this.addSql(`create index "import_tenant_id_id_index" on "crm"."import" ("tenant_id", "id");`);

    this.addSql(`create table "crm"."import_finding" ("id" uuid not null, "created_at" timestamptz(3) not null default now(), "updated_at" timestamptz(3) not null default now(), "version" int not null default 1, "tenant_id" uuid not null, "import_id" uuid not null, "line" int not null, "position" int not null, "is_warning" boolean not null, "is_of_row" boolean not null, "column" text null, "reason" text not null, "side" text not null, "sealed_value" text null, primary key ("id"));`);
    this.addSql(`create index "import_finding_tenant_id_index" on "crm"."import_finding" ("tenant_id");`);
    this.addSql(`alter table "crm"."import_finding" add constraint "import_finding_import_id_is_warning_line_position_unique" unique ("import_id", "is_warning", "line", "position");`);

    this.addSql(`create table "crm"."import_key" ("import_id" uuid not null, "key" text not null, "line" int not null, "tenant_id" uuid not null, "side" text not null, primary key ("import_id", "key", "line"));`);

    this.addSql(`create table "crm"."import_row" ("id" uuid not null, "created_at" timestamptz(3) not null default now(), "updated_at" timestamptz(3) not null default now(), "version" int not null default 1, "tenant_id" uuid not null, "import_id" uuid not null, "line" int not null, "kind" text not null, "state" text not null, "reason" text null, "noun_id" uuid null, "noun_version" int null, "of_line" int null, "added_ids" uuid[] not null, "side" text not null, "name" text null, "sealed_plan" text null, "sealed_cells" text null, primary key ("id"));`);
    this.addSql(`create index "import_row_tenant_id_index" on "crm"."import_row" ("tenant_id");`);
    this.addSql(`create index "import_row_import_id_noun_id_index" on "crm"."import_row" ("import_id", "noun_id");`);
    this.addSql(`create index "import_row_import_id_state_line_id_index" on "crm"."import_row" ("import_id", "state", "line", "id");`);
    this.addSql(`create index "import_row_import_id_kind_line_id_index" on "crm"."import_row" ("import_id", "kind", "line", "id");`);
    this.addSql(`alter table "crm"."import_row" add constraint "import_row_import_id_line_unique" unique ("import_id", "line");`);

    this.addSql(`alter table "crm"."import" add constraint "import_side_check" check ("side" in ('TENANT', 'PLATFORM'));`);
    this.addSql(`alter table "crm"."import" enable row level security;`);
    this.addSql(`alter table "crm"."import" force row level security;`);
    this.addSql(`create policy "tenant" on "crm"."import" using (tenant_id = nullif(current_setting('app.tenant_id', true), '')::uuid and (side = 'TENANT' or current_setting('app.staff', true) = 'on')) with check (tenant_id = nullif(current_setting('app.tenant_id', true), '')::uuid and (side = 'TENANT' or current_setting('app.staff', true) = 'on'));`);
    this.addSql(`create policy "system" on "crm"."import" using (current_setting('app.system', true) = 'on') with check (current_setting('app.system', true) = 'on');`);

    this.addSql(`alter table "crm"."import_finding" add constraint "import_finding_side_check" check ("side" in ('TENANT', 'PLATFORM'));`);
    this.addSql(`alter table "crm"."import_finding" enable row level security;`);
    this.addSql(`alter table "crm"."import_finding" force row level security;`);
    this.addSql(`create policy "tenant" on "crm"."import_finding" using (tenant_id = nullif(current_setting('app.tenant_id', true), '')::uuid and (side = 'TENANT' or current_setting('app.staff', true) = 'on')) with check (tenant_id = nullif(current_setting('app.tenant_id', true), '')::uuid and (side = 'TENANT' or current_setting('app.staff', true) = 'on'));`);
    this.addSql(`create policy "system" on "crm"."import_finding" using (current_setting('app.system', true) = 'on') with check (current_setting('app.system', true) = 'on');`);

    this.addSql(`alter table "crm"."import_key" add constraint "import_key_side_check" check ("side" in ('TENANT', 'PLATFORM'));`);
    this.addSql(`alter table "crm"."import_key" enable row level security;`);
    this.addSql(`alter table "crm"."import_key" force row level security;`);
    this.addSql(`create policy "tenant" on "crm"."import_key" using (tenant_id = nullif(current_setting('app.tenant_id', true), '')::uuid and (side = 'TENANT' or current_setting('app.staff', true) = 'on')) with check (tenant_id = nullif(current_setting('app.tenant_id', true), '')::uuid and (side = 'TENANT' or current_setting('app.staff', true) = 'on'));`);
    this.addSql(`create policy "system" on "crm"."import_key" using (current_setting('app.system', true) = 'on') with check (current_setting('app.system', true) = 'on');`);

    this.addSql(`alter table "crm"."import_row" add constraint "import_row_side_check" check ("side" in ('TENANT', 'PLATFORM'));`);
    this.addSql(`alter table "crm"."import_row" enable row level security;`);
    this.addSql(`alter table "crm"."import_row" force row level security;`);
    this.addSql(`create policy "tenant" on "crm"."import_row" using (tenant_id = nullif(current_setting('app.tenant_id', true), '')::uuid and (side = 'TENANT' or current_setting('app.staff', true) = 'on')) with check (tenant_id = nullif(current_setting('app.tenant_id', true), '')::uuid and (side = 'TENANT' or current_setting('app.staff', true) = 'on'));`);
    this.addSql(`create policy "system" on "crm"."import_row" using (current_setting('app.system', true) = 'on') with check (current_setting('app.system', true) = 'on');`);
  }

  override down(): void | Promise<void> {
    this.addSql(`drop table if exists "crm"."import" cascade;`);
    this.addSql(`drop table if exists "crm"."import_finding" cascade;`);
    this.addSql(`drop table if exists "crm"."import_key" cascade;`);
    this.addSql(`drop table if exists "crm"."import_row" cascade;`);
  }

}
