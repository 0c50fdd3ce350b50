import { Migration } from '@mikro-orm/migrations';

export class Migration20261130122248 extends Migration {

  override name = 'Migration20261130122248';

  override up(): void | Promise<void> {
    this.addSql(`drop index "crm"."timeline_entry_tenant_id_subject_kind_subject_id_at_id_index";`);
    this.addSql(`create index timeline_entry_of_tenant on crm.timeline_entry (tenant_id, at, id) include (side, kind, actor_id);`);
    this.addSql(`create index timeline_entry_of_subject on crm.timeline_entry (tenant_id, subject_kind, subject_id, at, id) include (side, kind, actor_id);`);
  }

  override down(): void | Promise<void> {
    this.addSql(`drop index "crm"."timeline_entry_of_tenant";`);
    this.addSql(`drop index "crm"."timeline_entry_of_subject";`);
    this.addSql(`create index "timeline_entry_tenant_id_subject_kind_subject_id_at_id_index" on "crm"."timeline_entry" ("tenant_id", "subject_kind", "subject_id", "at", "id");`);
  }

}
