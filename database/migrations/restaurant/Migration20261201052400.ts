import { Migration } from '@mikro-orm/migrations';

export class Migration20261201052400 extends Migration {

  override name = 'Migration20261201052400';

  override up(): void | Promise<void> {
    // What was canceled or has failed is over, as what was taken is.
    this.addSql(`
      create trigger payment_end_stays before update on restaurant.payment for each row
      when (old.status in ('CANCELED', 'FAILED') and (old.status is distinct from new.status or old.tip is distinct from new.tip))
      execute function restaurant.refuse_change_of_ledger();
    `);
  }

  override down(): void | Promise<void> {
    this.addSql(`drop trigger payment_end_stays on restaurant.payment;`);
  }

}
