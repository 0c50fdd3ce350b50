import { Migration } from '@mikro-orm/migrations';

export class Migration20261130144852 extends Migration {

  override name = 'Migration20261130144852';

  override up(): void | Promise<void> {
    this.addSql(`create table "crm"."acknowledged_event" ("id" uuid not null, "created_at" timestamptz(3) not null default now(), "updated_at" timestamptz(3) not null default now(), "version" int not null default 1, "tenant_id" uuid not null, "event_id" uuid not null, "type" text not null, "acknowledged_at" timestamptz(3) not null, primary key ("id"));`);
    this.addSql(`create index "acknowledged_event_tenant_id_index" on "crm"."acknowledged_event" ("tenant_id");`);
    this.addSql(`create index "acknowledged_event_acknowledged_at_index" on "crm"."acknowledged_event" ("acknowledged_at");`);
    this.addSql(`create index "acknowledged_event_tenant_id_acknowledged_at_event_id_index" on "crm"."acknowledged_event" ("tenant_id", "acknowledged_at", "event_id");`);
    this.addSql(`alter table "crm"."acknowledged_event" add constraint "acknowledged_event_tenant_id_event_id_unique" unique ("tenant_id", "event_id");`);

    this.addSql(`alter table "crm"."acknowledged_event" enable row level security;`);
    this.addSql(`alter table "crm"."acknowledged_event" force row level security;`);
    this.addSql(`create policy "tenant" on "crm"."acknowledged_event" using (tenant_id = nullif(current_setting('app.tenant_id', true), '')::uuid) with check (tenant_id = nullif(current_setting('app.tenant_id', true), '')::uuid);`);
    this.addSql(`create policy "system" on "crm"."acknowledged_event" using (current_setting('app.system', true) = 'on') with check (current_setting('app.system', true) = 'on');`);
  }

  override down(): void | Promise<void> {
    this.addSql(`drop table if exists "crm"."acknowledged_event" cascade;`);
  }

}
