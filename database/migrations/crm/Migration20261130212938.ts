import { Migration } from '@mikro-orm/migrations';

export class Migration20261130212938 extends Migration {

  override name = 'Migration20261130212938';

  override up(): void | Promise<void> {
    this.addSql(`drop index "crm"."contact_tenant_id_index";`);

    this.addSql(`drop index "crm"."contact_mail_tenant_id_index";`);

    this.addSql(`drop index "crm"."contact_phone_tenant_id_index";`);

    this.addSql(`drop index "crm"."import_row_import_id_noun_id_index";`);
    this.addSql(`drop index "crm"."import_row_import_id_state_line_id_index";`);
    this.addSql(`drop index "crm"."import_row_tenant_id_index";`);
    this.addSql(`create index import_row_of_noun on crm.import_row (import_id, noun_id) where noun_id is not null;`);
    this.addSql(`create index import_row_that_stayed on crm.import_row (import_id, line, id) where state = 'STAYED';`);

    this.addSql(`drop index "crm"."search_entry_tenant_id_index";`);

    this.addSql(`drop index "crm"."timeline_entry_tenant_id_index";`);
  }

  override down(): void | Promise<void> {
    this.addSql(`create index "contact_tenant_id_index" on "crm"."contact" ("tenant_id");`);

    this.addSql(`create index "contact_mail_tenant_id_index" on "crm"."contact_mail" ("tenant_id");`);

    this.addSql(`create index "contact_phone_tenant_id_index" on "crm"."contact_phone" ("tenant_id");`);

    this.addSql(`drop index "crm"."import_row_of_noun";`);
    this.addSql(`drop index "crm"."import_row_that_stayed";`);
    this.addSql(`create index "import_row_import_id_noun_id_index" on "crm"."import_row" ("import_id", "noun_id");`);
    this.addSql(`create index "import_row_import_id_state_line_id_index" on "crm"."import_row" ("import_id", "state", "line", "id");`);
    this.addSql(`create index "import_row_tenant_id_index" on "crm"."import_row" ("tenant_id");`);

    this.addSql(`create index "search_entry_tenant_id_index" on "crm"."search_entry" ("tenant_id");`);

    this.addSql(`create index "timeline_entry_tenant_id_index" on "crm"."timeline_entry" ("tenant_id");`);
  }

}
