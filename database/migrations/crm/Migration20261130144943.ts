import { Migration } from '@mikro-orm/migrations';

export class Migration20261130144943 extends Migration {

  override name = 'Migration20261130144943';

  override up(): void | Promise<void> {
    this.addSql(`create table "crm"."pipeline" ("id" uuid not null, "created_at" timestamptz(3) not null default now(), "updated_at" timestamptz(3) not null default now(), "version" int not null default 1, "tenant_id" uuid not null, "side" text not null, "name" text not null, "removed_at" timestamptz(3) null, primary key ("id"));`);
    this.addSql(`create index "pipeline_tenant_id_index" on "crm"."pipeline" ("tenant_id");`);
    this.addSql(`create index "pipeline_tenant_id_name_id_index" on "crm"."pipeline" ("tenant_id", "name", "id");`);

    this.addSql(`create table "crm"."pipeline_stage" ("id" uuid not null, "created_at" timestamptz(3) not null default now(), "updated_at" timestamptz(3) not null default now(), "version" int not null default 1, "tenant_id" uuid not null, "side" text not null, "pipeline_id" uuid not null, "name" text not null, "kind" text not null, "probability" int not null, "position" int not null, primary key ("id"));`);
    this.addSql(`create index "pipeline_stage_tenant_id_index" on "crm"."pipeline_stage" ("tenant_id");`);
    this.addSql(`create index "pipeline_stage_pipeline_id_index" on "crm"."pipeline_stage" ("pipeline_id");`);

    this.addSql(`create table "crm"."opportunity" ("id" uuid not null, "created_at" timestamptz(3) not null default now(), "updated_at" timestamptz(3) not null default now(), "version" int not null default 1, "tenant_id" uuid not null, "side" text not null, "title" text not null, "pipeline_id" uuid not null, "stage_id" uuid not null, "rank" bigint not null, "amount" bigint null, "currency" text null, "expected_close" date null, "close_order" date not null, "amount_order" bigint not null, "owner_id" uuid null, "tags" text[] not null, "closed_at" timestamptz(3) null, "reason" text null, "removed_at" timestamptz(3) null, primary key ("id"));`);
    this.addSql(`create index "opportunity_tenant_id_index" on "crm"."opportunity" ("tenant_id");`);
    this.addSql(`create index "opportunity_tags_index" on "crm"."opportunity" using gin ("tags");`);
    this.addSql(`create index "opportunity_tenant_id_owner_id_index" on "crm"."opportunity" ("tenant_id", "owner_id");`);
    this.addSql(`create index "opportunity_tenant_id_amount_order_id_index" on "crm"."opportunity" ("tenant_id", "amount_order", "id");`);
    this.addSql(`create index "opportunity_tenant_id_pipeline_id_close_order_id_index" on "crm"."opportunity" ("tenant_id", "pipeline_id", "close_order", "id");`);
    this.addSql(`create index "opportunity_tenant_id_close_order_id_index" on "crm"."opportunity" ("tenant_id", "close_order", "id");`);
    this.addSql(`create index "opportunity_stage_id_rank_id_index" on "crm"."opportunity" ("stage_id", "rank", "id");`);

    this.addSql(`create table "crm"."opportunity_contact" ("id" uuid not null, "created_at" timestamptz(3) not null default now(), "updated_at" timestamptz(3) not null default now(), "version" int not null default 1, "tenant_id" uuid not null, "side" text not null, "opportunity_id" uuid not null, "contact_id" uuid not null, "position" int not null, primary key ("id"));`);
    this.addSql(`create index "opportunity_contact_tenant_id_index" on "crm"."opportunity_contact" ("tenant_id");`);
    this.addSql(`create index "opportunity_contact_contact_id_index" on "crm"."opportunity_contact" ("contact_id");`);
    this.addSql(`alter table "crm"."opportunity_contact" add constraint "opportunity_contact_opportunity_id_contact_id_unique" unique ("opportunity_id", "contact_id");`);

    this.addSql(`alter table "crm"."activity" drop constraint "activity_subject_kind_check";`);
    this.addSql(`alter table "crm"."activity" add constraint "activity_subject_kind_check" check ("subject_kind" in ('TENANT', 'CONTACT', 'PARTNER', 'OPPORTUNITY'));`);

    this.addSql(`alter table "crm"."note" drop constraint "note_subject_kind_check";`);
    this.addSql(`alter table "crm"."note" add constraint "note_subject_kind_check" check ("subject_kind" in ('TENANT', 'CONTACT', 'PARTNER', 'OPPORTUNITY'));`);

    this.addSql(`alter table "crm"."search_entry" drop constraint "search_entry_kind_check";`);
    this.addSql(`alter table "crm"."search_entry" add constraint "search_entry_kind_check" check ("kind" in ('CONTACT', 'ACTIVITY', 'NOTE', 'PARTNER', 'OPPORTUNITY'));`);

    this.addSql(`alter table "crm"."timeline_entry" drop constraint "timeline_entry_subject_kind_check";`);
    this.addSql(`alter table "crm"."timeline_entry" add constraint "timeline_entry_subject_kind_check" check ("subject_kind" in ('TENANT', 'CONTACT', 'PARTNER', 'OPPORTUNITY'));`);

    this.addSql(`alter table "crm"."pipeline" add constraint "pipeline_side_check" check ("side" in ('TENANT', 'PLATFORM'));`);
    this.addSql(`alter table "crm"."pipeline" enable row level security;`);
    this.addSql(`alter table "crm"."pipeline" force row level security;`);
    this.addSql(`create policy "tenant" on "crm"."pipeline" using (tenant_id = nullif(current_setting('app.tenant_id', true), '')::uuid and (side = 'TENANT' or current_setting('app.staff', true) = 'on')) with check (tenant_id = nullif(current_setting('app.tenant_id', true), '')::uuid and (side = 'TENANT' or current_setting('app.staff', true) = 'on'));`);
    this.addSql(`create policy "system" on "crm"."pipeline" using (current_setting('app.system', true) = 'on') with check (current_setting('app.system', true) = 'on');`);

    this.addSql(`alter table "crm"."pipeline_stage" add constraint "pipeline_stage_pipeline_id_foreign" foreign key ("pipeline_id") references "crm"."pipeline" ("id");`);
    this.addSql(`alter table "crm"."pipeline_stage" add constraint "pipeline_stage_side_check" check ("side" in ('TENANT', 'PLATFORM'));`);
    this.addSql(`alter table "crm"."pipeline_stage" add constraint "pipeline_stage_kind_check" check ("kind" in ('OPEN', 'WON', 'LOST'));`);
    this.addSql(`alter table "crm"."pipeline_stage" enable row level security;`);
    this.addSql(`alter table "crm"."pipeline_stage" force row level security;`);
    this.addSql(`create policy "tenant" on "crm"."pipeline_stage" using (tenant_id = nullif(current_setting('app.tenant_id', true), '')::uuid and (side = 'TENANT' or current_setting('app.staff', true) = 'on')) with check (tenant_id = nullif(current_setting('app.tenant_id', true), '')::uuid and (side = 'TENANT' or current_setting('app.staff', true) = 'on'));`);
    this.addSql(`create policy "system" on "crm"."pipeline_stage" using (current_setting('app.system', true) = 'on') with check (current_setting('app.system', true) = 'on');`);

    this.addSql(`alter table "crm"."opportunity" add constraint "opportunity_pipeline_id_foreign" foreign key ("pipeline_id") references "crm"."pipeline" ("id");`);
    this.addSql(`alter table "crm"."opportunity" add constraint "opportunity_stage_id_foreign" foreign key ("stage_id") references "crm"."pipeline_stage" ("id");`);
    this.addSql(`alter table "crm"."opportunity" add constraint "opportunity_side_check" check ("side" in ('TENANT', 'PLATFORM'));`);
    this.addSql(`alter table "crm"."opportunity" enable row level security;`);
    this.addSql(`alter table "crm"."opportunity" force row level security;`);
    this.addSql(`create policy "tenant" on "crm"."opportunity" using (tenant_id = nullif(current_setting('app.tenant_id', true), '')::uuid and (side = 'TENANT' or current_setting('app.staff', true) = 'on')) with check (tenant_id = nullif(current_setting('app.tenant_id', true), '')::uuid and (side = 'TENANT' or current_setting('app.staff', true) = 'on'));`);
    this.addSql(`create policy "system" on "crm"."opportunity" using (current_setting('app.system', true) = 'on') with check (current_setting('app.system', true) = 'on');`);

    this.addSql(`alter table "crm"."opportunity_contact" add constraint "opportunity_contact_opportunity_id_foreign" foreign key ("opportunity_id") references "crm"."opportunity" ("id");`);
    this.addSql(`alter table "crm"."opportunity_contact" add constraint "opportunity_contact_contact_id_foreign" foreign key ("contact_id") references "crm"."contact" ("id");`);
    this.addSql(`alter table "crm"."opportunity_contact" add constraint "opportunity_contact_side_check" check ("side" in ('TENANT', 'PLATFORM'));`);
    this.addSql(`alter table "crm"."opportunity_contact" enable row level security;`);
    this.addSql(`alter table "crm"."opportunity_contact" force row level security;`);
    this.addSql(`create policy "tenant" on "crm"."opportunity_contact" using (tenant_id = nullif(current_setting('app.tenant_id', true), '')::uuid and (side = 'TENANT' or current_setting('app.staff', true) = 'on')) with check (tenant_id = nullif(current_setting('app.tenant_id', true), '')::uuid and (side = 'TENANT' or current_setting('app.staff', true) = 'on'));`);
    this.addSql(`create policy "system" on "crm"."opportunity_contact" using (current_setting('app.system', true) = 'on') with check (current_setting('app.system', true) = 'on');`);
  }

  override down(): void | Promise<void> {
    this.addSql(`alter table "crm"."pipeline_stage" drop constraint "pipeline_stage_pipeline_id_foreign";`);
    this.addSql(`alter table "crm"."opportunity" drop constraint "opportunity_pipeline_id_foreign";`);
    this.addSql(`alter table "crm"."opportunity" drop constraint "opportunity_stage_id_foreign";`);
    this.addSql(`alter table "crm"."opportunity_contact" drop constraint "opportunity_contact_opportunity_id_foreign";`);

    this.addSql(`drop table if exists "crm"."pipeline" cascade;`);
    this.addSql(`drop table if exists "crm"."pipeline_stage" cascade;`);
    this.addSql(`drop table if exists "crm"."opportunity" cascade;`);
    this.addSql(`drop table if exists "crm"."opportunity_contact" cascade;`);

    this.addSql(`alter table "crm"."activity" drop constraint "activity_subject_kind_check";`);
    this.addSql(`alter table "crm"."activity" add constraint "activity_subject_kind_check" check ("subject_kind" in ('TENANT', 'CONTACT', 'PARTNER'));`);

    this.addSql(`alter table "crm"."note" drop constraint "note_subject_kind_check";`);
    this.addSql(`alter table "crm"."note" add constraint "note_subject_kind_check" check ("subject_kind" in ('TENANT', 'CONTACT', 'PARTNER'));`);

    this.addSql(`alter table "crm"."search_entry" drop constraint "search_entry_kind_check";`);
    this.addSql(`alter table "crm"."search_entry" add constraint "search_entry_kind_check" check ("kind" in ('CONTACT', 'ACTIVITY', 'NOTE', 'PARTNER'));`);

    this.addSql(`alter table "crm"."timeline_entry" drop constraint "timeline_entry_subject_kind_check";`);
    this.addSql(`alter table "crm"."timeline_entry" add constraint "timeline_entry_subject_kind_check" check ("subject_kind" in ('TENANT', 'CONTACT', 'PARTNER'));`);
  }

}
