import { Migration } from '@mikro-orm/migrations';

export class Migration20261130193416 extends Migration {

  override name = 'Migration20261130193416';

  override up(): void | Promise<void> {
    this.addSql(`drop policy "tenant" on "restaurant"."kitchen_ticket";`);

    this.addSql(`create policy "tenant" on "restaurant"."kitchen_ticket" using (tenant_id = nullif(current_setting('app.tenant_id', true), '')::uuid and coalesce(location_id = nullif(current_setting('app.location_id', true), '')::uuid, true)) with check (tenant_id = nullif(current_setting('app.tenant_id', true), '')::uuid and coalesce(location_id = nullif(current_setting('app.location_id', true), '')::uuid, true));`);
  }

  override down(): void | Promise<void> {
    this.addSql(`drop policy "tenant" on "restaurant"."kitchen_ticket";`);

    this.addSql(`create policy "tenant" on "restaurant"."kitchen_ticket" using (tenant_id = nullif(current_setting('app.tenant_id', true), '')::uuid) with check (tenant_id = nullif(current_setting('app.tenant_id', true), '')::uuid);`);
  }

}
