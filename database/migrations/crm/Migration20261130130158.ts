import { Migration } from '@mikro-orm/migrations';

export class Migration20261130130158 extends Migration {

  override name = 'Migration20261130130158';

  override up(): void | Promise<void> {
    this.addSql(`create table "crm"."merge" ("id" uuid not null, "created_at" timestamptz(3) not null default now(), "updated_at" timestamptz(3) not null default now(), "version" int not null default 1, "tenant_id" uuid not null, "side" text not null, "primary_id" uuid not null, "other_ids" uuid[] not null, "actor_kind" text not null, "actor_id" text not null, "merged_at" timestamptz(3) not null, "undone_at" timestamptz(3) null, "left" jsonb not null, "sealed_states" text not null, primary key ("id"));`);
    this.addSql(`create index "merge_tenant_id_index" on "crm"."merge" ("tenant_id");`);
    this.addSql(`create index "merge_tenant_id_primary_id_id_index" on "crm"."merge" ("tenant_id", "primary_id", "id");`);

    this.addSql(`create table "crm"."merge_move" ("id" uuid not null, "created_at" timestamptz(3) not null default now(), "updated_at" timestamptz(3) not null default now(), "version" int not null default 1, "tenant_id" uuid not null, "side" text not null, "merge_id" uuid not null, "noun" text not null, "row_id" uuid not null, "from_id" uuid not null, primary key ("id"));`);
    this.addSql(`create index "merge_move_tenant_id_index" on "crm"."merge_move" ("tenant_id");`);
    this.addSql(`create index "merge_move_merge_id_noun_index" on "crm"."merge_move" ("merge_id", "noun");`);

    this.addSql(`alter table "crm"."contact" add "merged_into_id" uuid null;`);

    this.addSql(`alter table "crm"."merge" add constraint "merge_side_check" check ("side" in ('TENANT', 'PLATFORM'));`);
    this.addSql(`alter table "crm"."merge" enable row level security;`);
    this.addSql(`alter table "crm"."merge" force row level security;`);
    this.addSql(`create policy "tenant" on "crm"."merge" using (tenant_id = nullif(current_setting('app.tenant_id', true), '')::uuid and (side = 'TENANT' or current_setting('app.staff', true) = 'on')) with check (tenant_id = nullif(current_setting('app.tenant_id', true), '')::uuid and (side = 'TENANT' or current_setting('app.staff', true) = 'on'));`);
    this.addSql(`create policy "system" on "crm"."merge" using (current_setting('app.system', true) = 'on') with check (current_setting('app.system', true) = 'on');`);

    this.addSql(`alter table "crm"."merge_move" add constraint "merge_move_side_check" check ("side" in ('TENANT', 'PLATFORM'));`);
    this.addSql(`alter table "crm"."merge_move" enable row level security;`);
    this.addSql(`alter table "crm"."merge_move" force row level security;`);
    this.addSql(`create policy "tenant" on "crm"."merge_move" using (tenant_id = nullif(current_setting('app.tenant_id', true), '')::uuid and (side = 'TENANT' or current_setting('app.staff', true) = 'on')) with check (tenant_id = nullif(current_setting('app.tenant_id', true), '')::uuid and (side = 'TENANT' or current_setting('app.staff', true) = 'on'));`);
    this.addSql(`create policy "system" on "crm"."merge_move" using (current_setting('app.system', true) = 'on') with check (current_setting('app.system', true) = 'on');`);
  }

  override down(): void | Promise<void> {
    this.addSql(`drop table if exists "crm"."merge" cascade;`);
    this.addSql(`drop table if exists "crm"."merge_move" cascade;`);

    this.addSql(`alter table "crm"."contact" drop column "merged_into_id";`);
  }

}
