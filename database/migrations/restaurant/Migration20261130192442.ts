import { Migration } from '@mikro-orm/migrations';

export class Migration20261130192442 extends Migration {

  override name = 'Migration20261130192442';

  override up(): void | Promise<void> {
    this.addSql(`drop policy "tenant" on "restaurant"."cash_session";`);

    this.addSql(`drop policy "tenant" on "restaurant"."drawer";`);

    this.addSql(`drop policy "tenant" on "restaurant"."kitchen_station";`);

    this.addSql(`drop policy "tenant" on "restaurant"."order";`);

    this.addSql(`drop policy "tenant" on "restaurant"."order_number";`);

    this.addSql(`drop policy "tenant" on "restaurant"."location";`);

    this.addSql(`drop policy "tenant" on "restaurant"."menu_item_at_location";`);

    this.addSql(`create policy "tenant" on "restaurant"."cash_session" using (tenant_id = nullif(current_setting('app.tenant_id', true), '')::uuid and coalesce(location_id = nullif(current_setting('app.location_id', true), '')::uuid, true)) with check (tenant_id = nullif(current_setting('app.tenant_id', true), '')::uuid and coalesce(location_id = nullif(current_setting('app.location_id', true), '')::uuid, true));`);

    this.addSql(`create policy "tenant" on "restaurant"."drawer" using (tenant_id = nullif(current_setting('app.tenant_id', true), '')::uuid and coalesce(location_id = nullif(current_setting('app.location_id', true), '')::uuid, true)) with check (tenant_id = nullif(current_setting('app.tenant_id', true), '')::uuid and coalesce(location_id = nullif(current_setting('app.location_id', true), '')::uuid, true));`);

    this.addSql(`create policy "tenant" on "restaurant"."kitchen_station" using (tenant_id = nullif(current_setting('app.tenant_id', true), '')::uuid and coalesce(location_id = nullif(current_setting('app.location_id', true), '')::uuid, true)) with check (tenant_id = nullif(current_setting('app.tenant_id', true), '')::uuid and coalesce(location_id = nullif(current_setting('app.location_id', true), '')::uuid, true));`);

    this.addSql(`create policy "tenant" on "restaurant"."order" using (tenant_id = nullif(current_setting('app.tenant_id', true), '')::uuid and coalesce(location_id = nullif(current_setting('app.location_id', true), '')::uuid, true)) with check (tenant_id = nullif(current_setting('app.tenant_id', true), '')::uuid and coalesce(location_id = nullif(current_setting('app.location_id', true), '')::uuid, true));`);

    this.addSql(`create policy "tenant" on "restaurant"."order_number" using (tenant_id = nullif(current_setting('app.tenant_id', true), '')::uuid and coalesce(location_id = nullif(current_setting('app.location_id', true), '')::uuid, true)) with check (tenant_id = nullif(current_setting('app.tenant_id', true), '')::uuid and coalesce(location_id = nullif(current_setting('app.location_id', true), '')::uuid, true));`);

    this.addSql(`create policy "tenant" on "restaurant"."location" using (tenant_id = nullif(current_setting('app.tenant_id', true), '')::uuid and coalesce(id = nullif(current_setting('app.location_id', true), '')::uuid, true)) with check (tenant_id = nullif(current_setting('app.tenant_id', true), '')::uuid and coalesce(id = nullif(current_setting('app.location_id', true), '')::uuid, true));`);

    this.addSql(`create policy "tenant" on "restaurant"."menu_item_at_location" using (tenant_id = nullif(current_setting('app.tenant_id', true), '')::uuid and coalesce(location_id = nullif(current_setting('app.location_id', true), '')::uuid, true)) with check (tenant_id = nullif(current_setting('app.tenant_id', true), '')::uuid and coalesce(location_id = nullif(current_setting('app.location_id', true), '')::uuid, true));`);
  }

  override down(): void | Promise<void> {
    this.addSql(`drop policy "tenant" on "restaurant"."cash_session";`);

    this.addSql(`drop policy "tenant" on "restaurant"."drawer";`);

    this.addSql(`drop policy "tenant" on "restaurant"."kitchen_station";`);

    this.addSql(`drop policy "tenant" on "restaurant"."location";`);

    this.addSql(`drop policy "tenant" on "restaurant"."menu_item_at_location";`);

    this.addSql(`drop policy "tenant" on "restaurant"."order";`);

    this.addSql(`drop policy "tenant" on "restaurant"."order_number";`);

    this.addSql(`create policy "tenant" on "restaurant"."cash_session" using (tenant_id = nullif(current_setting('app.tenant_id', true), '')::uuid) with check (tenant_id = nullif(current_setting('app.tenant_id', true), '')::uuid);`);

    this.addSql(`create policy "tenant" on "restaurant"."drawer" using (tenant_id = nullif(current_setting('app.tenant_id', true), '')::uuid) with check (tenant_id = nullif(current_setting('app.tenant_id', true), '')::uuid);`);

    this.addSql(`create policy "tenant" on "restaurant"."kitchen_station" using (tenant_id = nullif(current_setting('app.tenant_id', true), '')::uuid) with check (tenant_id = nullif(current_setting('app.tenant_id', true), '')::uuid);`);

    this.addSql(`create policy "tenant" on "restaurant"."location" using (tenant_id = nullif(current_setting('app.tenant_id', true), '')::uuid) with check (tenant_id = nullif(current_setting('app.tenant_id', true), '')::uuid);`);

    this.addSql(`create policy "tenant" on "restaurant"."menu_item_at_location" using (tenant_id = nullif(current_setting('app.tenant_id', true), '')::uuid) with check (tenant_id = nullif(current_setting('app.tenant_id', true), '')::uuid);`);

    this.addSql(`create policy "tenant" on "restaurant"."order" using (tenant_id = nullif(current_setting('app.tenant_id', true), '')::uuid) with check (tenant_id = nullif(current_setting('app.tenant_id', true), '')::uuid);`);

    this.addSql(`create policy "tenant" on "restaurant"."order_number" using (tenant_id = nullif(current_setting('app.tenant_id', true), '')::uuid) with check (tenant_id = nullif(current_setting('app.tenant_id', true), '')::uuid);`);
  }

}
