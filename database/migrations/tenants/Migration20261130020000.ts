import { Migration } from '@mikro-orm/migrations';

/** By hand: what things were called stands in the log; and whoever could read the log still reads all of it. */
export class Migration20261130020000 extends Migration {

  override name = 'Migration20261130020000';

  override up(): void {
    this.addSql(`alter table tenants.audit_entry add column name jsonb null;`);
    this.addSql(`
      update tenants.api_client set scopes = array_append(scopes, 'audit:all'), updated_at = now()
      where 'audit:read' = any (scopes) and not 'audit:all' = any (scopes);
    `);
  }

  override down(): void {
    this.addSql(`update tenants.api_client set scopes = array_remove(scopes, 'audit:all');`);
    this.addSql(`alter table tenants.audit_entry drop column name;`);
  }
}
