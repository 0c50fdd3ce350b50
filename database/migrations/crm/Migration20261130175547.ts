import { Migration } from '@mikro-orm/migrations';

export class Migration20261130175547 extends Migration {

  override name = 'Migration20261130175547';

  override up(): void | Promise<void> {
    this.addSql(`create table "crm"."contact_reference" ("id" uuid not null, "created_at" timestamptz(3) not null default now(), "updated_at" timestamptz(3) not null default now(), "version" int not null default 1, "tenant_id" uuid not null, "side" text not null, "contact_id" uuid not null, "system" text not null, "external_id" text not null, primary key ("id"));`);
    this.addSql(`create index "contact_reference_tenant_id_index" on "crm"."contact_reference" ("tenant_id");`);
    this.addSql(`create index "contact_reference_contact_id_index" on "crm"."contact_reference" ("contact_id");`);
    this.addSql(`alter table "crm"."contact_reference" add constraint "contact_reference_tenant_id_side_system_external_id_unique" unique ("tenant_id", "side", "system", "external_id");`);

    this.addSql(`alter table "crm"."contact" add "sealed_birthday" text null;`);

    this.addSql(`alter table "crm"."contact_reference" add constraint "contact_reference_contact_id_foreign" foreign key ("contact_id") references "crm"."contact" ("id") on delete cascade;`);
    this.addSql(`alter table "crm"."contact_reference" add constraint "contact_reference_side_check" check ("side" in ('TENANT', 'PLATFORM'));`);
    this.addSql(`alter table "crm"."contact_reference" enable row level security;`);
    this.addSql(`alter table "crm"."contact_reference" force row level security;`);
    this.addSql(`create policy "tenant" on "crm"."contact_reference" using (tenant_id = nullif(current_setting('app.tenant_id', true), '')::uuid and (side = 'TENANT' or current_setting('app.staff', true) = 'on')) with check (tenant_id = nullif(current_setting('app.tenant_id', true), '')::uuid and (side = 'TENANT' or current_setting('app.staff', true) = 'on'));`);
    this.addSql(`create policy "system" on "crm"."contact_reference" using (current_setting('app.system', true) = 'on') with check (current_setting('app.system', true) = 'on');`);
  }

  override down(): void | Promise<void> {
    this.addSql(`drop table if exists "crm"."contact_reference" cascade;`);

    this.addSql(`alter table "crm"."contact" drop column "sealed_birthday";`);
  }

}
