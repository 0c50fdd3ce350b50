import { Migration } from '@mikro-orm/migrations';

export class Migration20261130194033 extends Migration {

  override name = 'Migration20261130194033';

  override up(): void | Promise<void> {
    this.addSql(`drop policy "tenant" on "restaurant"."payment";`);

    this.addSql(`alter table "restaurant"."payment" add "location_id" uuid null;`);
    this.addSql(`select set_config('app.system', 'on', true);`);
    this.addSql(`
      update "restaurant"."payment" p set "location_id" = o."location_id"
      from "restaurant"."order" o where o."id" = p."order_id" and o."tenant_id" = p."tenant_id";
    `);
    this.addSql(`alter table "restaurant"."payment" alter "location_id" set not null;`);
    this.addSql(`create policy "tenant" on "restaurant"."payment" using (tenant_id = nullif(current_setting('app.tenant_id', true), '')::uuid and coalesce(location_id = nullif(current_setting('app.location_id', true), '')::uuid, true)) with check (tenant_id = nullif(current_setting('app.tenant_id', true), '')::uuid and coalesce(location_id = nullif(current_setting('app.location_id', true), '')::uuid, true));`);
  }

  override down(): void | Promise<void> {
    this.addSql(`drop policy "tenant" on "restaurant"."payment";`);

    this.addSql(`alter table "restaurant"."payment" drop column "location_id";`);
    this.addSql(`create policy "tenant" on "restaurant"."payment" using (tenant_id = nullif(current_setting('app.tenant_id', true), '')::uuid) with check (tenant_id = nullif(current_setting('app.tenant_id', true), '')::uuid);`);
  }

}
