import { Migration } from '@mikro-orm/migrations';

export class Migration20261130120544 extends Migration {

  override name = 'Migration20261130120544';

  override up(): void | Promise<void> {
    this.addSql(`create table "crm"."activity" ("id" uuid not null, "created_at" timestamptz(3) not null default now(), "updated_at" timestamptz(3) not null default now(), "version" int not null default 1, "tenant_id" uuid not null, "side" text not null, "type" text not null, "subject_kind" text not null, "subject_id" uuid not null, "title" text not null, "description" text null, "assignee_id" uuid null, "due_on" date null, "due_at" timestamptz(3) null, "time_zone" text null, "due_notice" text null, "day_zone" text not null, "due_from" timestamptz(3) null, "due_until" timestamptz(3) null, "due_order" timestamptz(3) not null, "duration_minutes" int null, "remind_minutes_before" int null, "remind_at" timestamptz(3) null, "reminded_for" timestamptz(3) null, "overdue_at" timestamptz(3) null, "overdue_told_for" timestamptz(3) null, "repeat" text null, "follows_id" uuid null, "tags" text[] not null, "outcome" text null, "completed_at" timestamptz(3) null, "completed_by" text null, "reopened_at" timestamptz(3) null, "reopened_by" text null, "removed_at" timestamptz(3) null, primary key ("id"));`);
    this.addSql(`create index "activity_tenant_id_index" on "crm"."activity" ("tenant_id");`);
    this.addSql(`create index "activity_follows_id_index" on "crm"."activity" ("follows_id");`);
    this.addSql(`create index "activity_tenant_id_overdue_at_index" on "crm"."activity" ("tenant_id", "overdue_at") where completed_at is null and removed_at is null and assignee_id is not null and overdue_at is not null and overdue_told_for is distinct from due_until;`);
    this.addSql(`create index "activity_tenant_id_remind_at_index" on "crm"."activity" ("tenant_id", "remind_at") where completed_at is null and removed_at is null and assignee_id is not null and remind_at is not null and reminded_for is distinct from remind_at;`);
    this.addSql(`create index "activity_tags_index" on "crm"."activity" using gin ("tags");`);
    this.addSql(`create index "activity_tenant_id_subject_id_due_order_id_index" on "crm"."activity" ("tenant_id", "subject_id", "due_order", "id");`);
    this.addSql(`create index "activity_tenant_id_assignee_id_due_order_id_index" on "crm"."activity" ("tenant_id", "assignee_id", "due_order", "id");`);
    this.addSql(`create index "activity_tenant_id_due_order_id_index" on "crm"."activity" ("tenant_id", "due_order", "id");`);

    this.addSql(`alter table "crm"."activity" add constraint "activity_side_check" check ("side" in ('TENANT', 'PLATFORM'));`);
    this.addSql(`alter table "crm"."activity" add constraint "activity_type_check" check ("type" in ('CALL', 'EMAIL', 'MEETING', 'TASK', 'VISIT', 'DEMO', 'OTHER'));`);
    this.addSql(`alter table "crm"."activity" add constraint "activity_due_notice_check" check ("due_notice" in ('CLOCKS_GO_FORWARD', 'CLOCKS_GO_BACK'));`);
    this.addSql(`alter table "crm"."activity" add constraint "activity_subject_kind_check" check ("subject_kind" in ('TENANT', 'CONTACT'));`);
    this.addSql(`alter table "crm"."activity" enable row level security;`);
    this.addSql(`alter table "crm"."activity" force row level security;`);
    this.addSql(`create policy "tenant" on "crm"."activity" using (tenant_id = nullif(current_setting('app.tenant_id', true), '')::uuid and (side = 'TENANT' or current_setting('app.staff', true) = 'on')) with check (tenant_id = nullif(current_setting('app.tenant_id', true), '')::uuid and (side = 'TENANT' or current_setting('app.staff', true) = 'on'));`);
    this.addSql(`create policy "system" on "crm"."activity" using (current_setting('app.system', true) = 'on') with check (current_setting('app.system', true) = 'on');`);
  }

  override down(): void | Promise<void> {
    this.addSql(`drop table if exists "crm"."activity" cascade;`);
  }

}
