import { Migration } from '@mikro-orm/migrations';

export class Migration20261130215621 extends Migration {

  override name = 'Migration20261130215621';

  override up(): void | Promise<void> {
    this.addSql(`create policy "platform" on "crm"."saved_view" using (tenant_id = '00000000-0000-4000-8000-000000000001'::uuid and (side = 'TENANT' or current_setting('app.staff', true) = 'on') and side = 'PLATFORM') with check (tenant_id = '00000000-0000-4000-8000-000000000001'::uuid and (side = 'TENANT' or current_setting('app.staff', true) = 'on') and side = 'PLATFORM');`);
  }

  override down(): void | Promise<void> {
    this.addSql(`drop policy "platform" on "crm"."saved_view";`);
  }

}
