import { Migration } from '@mikro-orm/migrations';

export class Migration20261130041106 extends Migration {

  override name = 'Migration20261130041106';

  override up(): void | Promise<void> {
    this.addSql(`create table "events"."condition" ("id" uuid not null, "created_at" timestamptz(3) not null default now(), "updated_at" timestamptz(3) not null default now(), "version" int not null default 1, "tenant_id" uuid not null, "kind" text not null, "thing_id" uuid not null, "part_id" uuid null, "name" text not null, "is_so" boolean not null, "since" timestamptz(3) not null, "value" double precision null, "quiet" jsonb not null, "told_at" timestamptz(6) not null, primary key ("id"));`);
    this.addSql(`create index "condition_tenant_id_index" on "events"."condition" ("tenant_id");`);
    this.addSql(`create index "condition_is_so_told_at_index" on "events"."condition" ("is_so", "told_at");`);
    this.addSql(`alter table "events"."condition" add constraint "condition_tenant_id_kind_thing_id_unique" unique ("tenant_id", "kind", "thing_id");`);

    this.addSql(`alter table "events"."alert" drop constraint "alert_kind_check";`);
    this.addSql(`alter table "events"."alert" add "thing_id" uuid null, add "part_id" uuid null, add "name" text null, add "since" timestamptz(3) null;`);

    this.addSql(`alter table "events"."alert_rule" drop constraint "alert_rule_kind_check";`);

    this.addSql(`alter table "events"."condition" enable row level security;`);
    this.addSql(`alter table "events"."condition" force row level security;`);
    this.addSql(`create policy "tenant" on "events"."condition" using (tenant_id = nullif(current_setting('app.tenant_id', true), '')::uuid) with check (tenant_id = nullif(current_setting('app.tenant_id', true), '')::uuid);`);
    this.addSql(`create policy "system" on "events"."condition" using (current_setting('app.system', true) = 'on') with check (current_setting('app.system', true) = 'on');`);
  }

  override down(): void | Promise<void> {
    this.addSql(`drop table if exists "events"."condition" cascade;`);

    this.addSql(`alter table "events"."alert" drop column "thing_id", drop column "part_id", drop column "name", drop column "since";`);
    this.addSql(`alter table "events"."alert" add constraint "alert_kind_check" check ("kind" in ('SUCCESS_RATE', 'PENDING_AGE', 'FAILED_EVENTS', 'CHANNEL_STOPPED', 'BREAKER_OPEN', 'WEBHOOK_DISABLED', 'WEBHOOK_FULL'));`);

    this.addSql(`alter table "events"."alert_rule" add constraint "alert_rule_kind_check" check ("kind" in ('SUCCESS_RATE', 'PENDING_AGE', 'FAILED_EVENTS', 'CHANNEL_STOPPED', 'BREAKER_OPEN', 'WEBHOOK_DISABLED', 'WEBHOOK_FULL'));`);
  }

}
