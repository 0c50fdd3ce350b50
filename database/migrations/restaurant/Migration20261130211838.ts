import { Migration } from '@mikro-orm/migrations';

export class Migration20261130211838 extends Migration {

  override name = 'Migration20261130211838';

  override up(): void | Promise<void> {
    this.addSql(`create index "cash_session_tenant_id_location_id_id_index" on "restaurant"."cash_session" ("tenant_id", "location_id", "id");`);

    this.addSql(`alter table "restaurant"."drawer" add "archived_at" timestamptz(3) null;`);

    this.addSql(`alter table "restaurant"."order_line" add "cash_session_id" uuid null;`);
    this.addSql(`create index "order_line_tenant_id_cash_session_id_index" on "restaurant"."order_line" ("tenant_id", "cash_session_id") where cash_session_id is not null;`);

    this.addSql(`alter table "restaurant"."refund" add "tip" bigint not null default '0', add "approved_by" uuid null;`);

    this.addSql(`alter table "restaurant"."z_report" add "despite" text null, add "waiting" jsonb not null default '[]';`);
    this.addSql(`create index "z_report_tenant_id_location_id_id_index" on "restaurant"."z_report" ("tenant_id", "location_id", "id");`);

    // A tip can be changed until the money was taken; from then on it is refunded.
    this.addSql(`
      create trigger payment_tip_stays before update on restaurant.payment for each row
      when (old.status = 'CAPTURED' and (old.tip is distinct from new.tip or old.tendered is distinct from new.tendered
        or old.change is distinct from new.change or old.rounding is distinct from new.rounding
        or old.cash_session_id is distinct from new.cash_session_id or old.status is distinct from new.status))
      execute function restaurant.refuse_change_of_ledger();
    `);
  }

  override down(): void | Promise<void> {
    this.addSql(`drop trigger payment_tip_stays on restaurant.payment;`);

    this.addSql(`drop index "restaurant"."cash_session_tenant_id_location_id_id_index";`);

    this.addSql(`alter table "restaurant"."drawer" drop column "archived_at";`);

    this.addSql(`drop index "restaurant"."order_line_tenant_id_cash_session_id_index";`);
    this.addSql(`alter table "restaurant"."order_line" drop column "cash_session_id";`);

    this.addSql(`alter table "restaurant"."refund" drop column "tip", drop column "approved_by";`);

    this.addSql(`drop index "restaurant"."z_report_tenant_id_location_id_id_index";`);
    this.addSql(`alter table "restaurant"."z_report" drop column "despite", drop column "waiting";`);
  }

}
