import { Migration } from '@mikro-orm/migrations';

export class Migration20261121094258 extends Migration {

  override name = 'Migration20261121094258';

  override up(): void | Promise<void> {
    this.addSql(`alter table "events"."alert" drop constraint "alert_kind_check";`);
    this.addSql(`alter table "events"."alert" add constraint "alert_kind_check" check ("kind" in ('SUCCESS_RATE', 'PENDING_AGE', 'FAILED_EVENTS', 'CHANNEL_STOPPED', 'BREAKER_OPEN', 'WEBHOOK_DISABLED', 'WEBHOOK_FULL'));`);

    this.addSql(`alter table "events"."alert_rule" drop constraint "alert_rule_kind_check";`);
    this.addSql(`alter table "events"."alert_rule" add constraint "alert_rule_kind_check" check ("kind" in ('SUCCESS_RATE', 'PENDING_AGE', 'FAILED_EVENTS', 'CHANNEL_STOPPED', 'BREAKER_OPEN', 'WEBHOOK_DISABLED', 'WEBHOOK_FULL'));`);
  }

  override down(): void | Promise<void> {
    this.addSql(`alter table "events"."alert" drop constraint "alert_kind_check";`);
    this.addSql(`alter table "events"."alert" add constraint "alert_kind_check" check ("kind" in ('SUCCESS_RATE', 'PENDING_AGE', 'FAILED_EVENTS', 'CHANNEL_STOPPED', 'BREAKER_OPEN', 'WEBHOOK_DISABLED'));`);

    this.addSql(`alter table "events"."alert_rule" drop constraint "alert_rule_kind_check";`);
    this.addSql(`alter table "events"."alert_rule" add constraint "alert_rule_kind_check" check ("kind" in ('SUCCESS_RATE', 'PENDING_AGE', 'FAILED_EVENTS', 'CHANNEL_STOPPED', 'BREAKER_OPEN', 'WEBHOOK_DISABLED'));`);
  }

}
