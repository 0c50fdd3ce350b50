import { Migration } from '@mikro-orm/migrations';

export class Migration20261130114606 extends Migration {

  override name = 'Migration20261130114606';

  override up(): void | Promise<void> {
    this.addSql(`create table "crm"."timeline_entry" ("id" uuid not null, "created_at" timestamptz(3) not null default now(), "updated_at" timestamptz(3) not null default now(), "version" int not null default 1, "tenant_id" uuid not null, "side" text not null, "subject_kind" text not null, "subject_id" uuid not null, "kind" text not null, "at" timestamptz(3) not null, "event_id" uuid not null, "source" text not null, "actor_kind" text not null, "actor_id" text not null, "correlation_id" text not null, "acknowledged_at" timestamptz(3) null, "facts" jsonb not null, "related_id" uuid null, primary key ("id"));`);
    this.addSql(`create index "timeline_entry_tenant_id_index" on "crm"."timeline_entry" ("tenant_id");`);
    this.addSql(`create index "timeline_entry_tenant_id_subject_kind_subject_id_at_id_index" on "crm"."timeline_entry" ("tenant_id", "subject_kind", "subject_id", "at", "id");`);
    this.addSql(`alter table "crm"."timeline_entry" add constraint "timeline_entry_tenant_id_event_id_subject_kind_su_5df12_unique" unique ("tenant_id", "event_id", "subject_kind", "subject_id");`);

    this.addSql(`alter table "crm"."timeline_entry" add constraint "timeline_entry_side_check" check ("side" in ('TENANT', 'PLATFORM'));`);
    this.addSql(`alter table "crm"."timeline_entry" add constraint "timeline_entry_subject_kind_check" check ("subject_kind" in ('TENANT', 'CONTACT'));`);
    this.addSql(`alter table "crm"."timeline_entry" enable row level security;`);
    this.addSql(`alter table "crm"."timeline_entry" force row level security;`);
    this.addSql(`create policy "tenant" on "crm"."timeline_entry" using (tenant_id = nullif(current_setting('app.tenant_id', true), '')::uuid and (side = 'TENANT' or current_setting('app.staff', true) = 'on')) with check (tenant_id = nullif(current_setting('app.tenant_id', true), '')::uuid and (side = 'TENANT' or current_setting('app.staff', true) = 'on'));`);
    this.addSql(`create policy "system" on "crm"."timeline_entry" using (current_setting('app.system', true) = 'on') with check (current_setting('app.system', true) = 'on');`);
  }

  override down(): void | Promise<void> {
    this.addSql(`drop table if exists "crm"."timeline_entry" cascade;`);
  }

}
