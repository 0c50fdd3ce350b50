import { Migration } from '@mikro-orm/migrations';

export class Migration20261130153941 extends Migration {

  override name = 'Migration20261130153941';

  override up(): void | Promise<void> {
    this.addSql(`create index "opportunity_tenant_id_pipeline_id_closed_at_id_index" on "crm"."opportunity" ("tenant_id", "pipeline_id", "closed_at", "id");`);
  }

  override down(): void | Promise<void> {
    this.addSql(`drop index "crm"."opportunity_tenant_id_pipeline_id_closed_at_id_index";`);
  }

}
