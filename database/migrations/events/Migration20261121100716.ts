import { Migration } from '@mikro-orm/migrations';

export class Migration20261121100716 extends Migration {

  override name = 'Migration20261121100716';

  override up(): void | Promise<void> {
    this.addSql(`create table "events"."keeper" ("stream" text not null, "reached" text not null, primary key ("stream"));`);

    this.addSql(`alter table "events"."alert" drop constraint "alert_kind_check";`);
    this.addSql(`alter table "events"."alert" add constraint "alert_kind_check" check ("kind" in ('SUCCESS_RATE', 'PENDING_AGE', 'FAILED_EVENTS', 'CHANNEL_STOPPED', 'BREAKER_OPEN', 'WEBHOOK_DISABLED', 'WEBHOOK_FULL'));`);

    this.addSql(`alter table "events"."alert_rule" drop constraint "alert_rule_kind_check";`);
    this.addSql(`alter table "events"."alert_rule" add constraint "alert_rule_kind_check" check ("kind" in ('SUCCESS_RATE', 'PENDING_AGE', 'FAILED_EVENTS', 'CHANNEL_STOPPED', 'BREAKER_OPEN', 'WEBHOOK_DISABLED', 'WEBHOOK_FULL'));`);

    this.addSql(`alter table "events"."reconciliation" drop constraint "reconciliation_tenant_id_unique";`);
    this.addSql(`alter table "events"."reconciliation" add "by" jsonb null;`);
    this.addSql(`create index "reconciliation_tenant_id_at_index" on "events"."reconciliation" ("tenant_id", "at");`);
  }

  override down(): void | Promise<void> {
    this.addSql(`drop table if exists "events"."keeper" cascade;`);

    this.addSql(`alter table "events"."alert" drop constraint "alert_kind_check";`);
    this.addSql(`alter table "events"."alert" add constraint "alert_kind_check" check ("kind" in ('SUCCESS_RATE', 'PENDING_AGE', 'FAILED_EVENTS', 'CHANNEL_STOPPED', 'BREAKER_OPEN', 'WEBHOOK_DISABLED'));`);

    this.addSql(`alter table "events"."alert_rule" drop constraint "alert_rule_kind_check";`);
    this.addSql(`alter table "events"."alert_rule" add constraint "alert_rule_kind_check" check ("kind" in ('SUCCESS_RATE', 'PENDING_AGE', 'FAILED_EVENTS', 'CHANNEL_STOPPED', 'BREAKER_OPEN', 'WEBHOOK_DISABLED'));`);

    this.addSql(`drop index "events"."reconciliation_tenant_id_at_index";`);
    this.addSql(`alter table "events"."reconciliation" drop column "by";`);
    this.addSql(`alter table "events"."reconciliation" add constraint "reconciliation_tenant_id_unique" unique ("tenant_id");`);
  }

}
