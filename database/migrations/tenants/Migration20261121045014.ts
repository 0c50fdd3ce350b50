import { Migration } from '@mikro-orm/migrations';

export class Migration20261121045014 extends Migration {

  override name = 'Migration20261121045014';

  override up(): void | Promise<void> {
    this.addSql(`create table "tenants"."registered_operation" ("id" uuid not null, "created_at" timestamptz(3) not null default now(), "updated_at" timestamptz(3) not null default now(), "version" int not null default 1, "tenant_id" uuid not null, "document_id" text not null, "text" text not null, "name" text not null, "kind" text not null, "root_fields" text[] not null, "status" text not null default 'PENDING', "reason" text null, "decided_at" timestamptz(3) null, "expires_at" timestamptz(3) null, "client_id" uuid not null, primary key ("id"));`);
    this.addSql(`create index "registered_operation_tenant_id_index" on "tenants"."registered_operation" ("tenant_id");`);
    this.addSql(`create index "registered_operation_client_id_index" on "tenants"."registered_operation" ("client_id");`);
    this.addSql(`alter table "tenants"."registered_operation" add constraint "registered_operation_client_id_document_id_unique" unique ("client_id", "document_id");`);

    this.addSql(`alter table "tenants"."registered_operation" add constraint "registered_operation_client_id_foreign" foreign key ("client_id") references "tenants"."api_client" ("id") on delete cascade;`);
    this.addSql(`alter table "tenants"."registered_operation" add constraint "registered_operation_kind_check" check ("kind" in ('QUERY', 'MUTATION', 'SUBSCRIPTION'));`);
    this.addSql(`alter table "tenants"."registered_operation" add constraint "registered_operation_status_check" check ("status" in ('PENDING', 'APPROVED', 'REJECTED'));`);
    this.addSql(`alter table "tenants"."registered_operation" enable row level security;`);
    this.addSql(`alter table "tenants"."registered_operation" force row level security;`);
    this.addSql(`create policy "tenant" on "tenants"."registered_operation" using (tenant_id = nullif(current_setting('app.tenant_id', true), '')::uuid) with check (tenant_id = nullif(current_setting('app.tenant_id', true), '')::uuid);`);
    this.addSql(`create policy "system" on "tenants"."registered_operation" using (current_setting('app.system', true) = 'on') with check (current_setting('app.system', true) = 'on');`);
  }

  override down(): void | Promise<void> {
    this.addSql(`drop table if exists "tenants"."registered_operation" cascade;`);
  }

}
