import { Migration } from '@mikro-orm/migrations';

/** By hand: the staff's views of the accounts of all tenants no longer stand with the tenant that their author worked in. */
export class Migration20261130215700 extends Migration {

  override name = 'Migration20261130215700';

  override up(): void {
    this.addSql(`select set_config('app.system', 'on', true);`);
    this.addSql(`
      update crm.saved_view set tenant_id = '00000000-0000-4000-8000-000000000001'
      where list = 'ACCOUNTS' and side = 'PLATFORM';
    `);
    this.addSql(`select set_config('app.system', 'off', true);`);
  }

  override down(): void {
    // Nobody knows any more which tenant it was.
  }
}
