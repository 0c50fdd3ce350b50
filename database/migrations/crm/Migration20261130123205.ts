import { Migration } from '@mikro-orm/migrations';

export class Migration20261130123205 extends Migration {

  override name = 'Migration20261130123205';

  override up(): void | Promise<void> {
    this.addSql(`create table "crm"."duplicate" ("id" uuid not null, "created_at" timestamptz(3) not null default now(), "updated_at" timestamptz(3) not null default now(), "version" int not null default 1, "tenant_id" uuid not null, "side" text not null, "one_id" uuid not null, "other_id" uuid not null, "rank" text not null, "order" int not null, "same_mail" boolean not null, "same_phone" boolean not null, "likeness" double precision not null, "dismissed_by" uuid null, "is_open" boolean not null, primary key ("id"));`);
    this.addSql(`create index "duplicate_tenant_id_index" on "crm"."duplicate" ("tenant_id");`);
    this.addSql(`create index "duplicate_one_id_index" on "crm"."duplicate" ("one_id");`);
    this.addSql(`create index "duplicate_other_id_index" on "crm"."duplicate" ("other_id");`);
    this.addSql(`create index "duplicate_tenant_id_is_open_order_id_index" on "crm"."duplicate" ("tenant_id", "is_open", "order", "id");`);
    this.addSql(`alter table "crm"."duplicate" add constraint "duplicate_one_id_other_id_unique" unique ("one_id", "other_id");`);

    this.addSql(`alter table "crm"."contact_mail" add "mailbox_index" text null, add "is_office" boolean not null default false;`);
    this.addSql(`create index "contact_mail_tenant_id_mailbox_index_index" on "crm"."contact_mail" ("tenant_id", "mailbox_index");`);

    this.addSql(`alter table "crm"."contact_phone" add "line_index" text null;`);
    this.addSql(`create index "contact_phone_tenant_id_line_index_index" on "crm"."contact_phone" ("tenant_id", "line_index");`);

    this.addSql(`alter table "crm"."duplicate" add constraint "duplicate_one_id_foreign" foreign key ("one_id") references "crm"."contact" ("id") on delete cascade;`);
    this.addSql(`alter table "crm"."duplicate" add constraint "duplicate_other_id_foreign" foreign key ("other_id") references "crm"."contact" ("id") on delete cascade;`);
    this.addSql(`alter table "crm"."duplicate" add constraint "duplicate_side_check" check ("side" in ('TENANT', 'PLATFORM'));`);
    this.addSql(`alter table "crm"."duplicate" add constraint "duplicate_rank_check" check ("rank" in ('DUPLICATE', 'LIKELY', 'SHARED'));`);
    this.addSql(`alter table "crm"."duplicate" enable row level security;`);
    this.addSql(`alter table "crm"."duplicate" force row level security;`);
    this.addSql(`create policy "tenant" on "crm"."duplicate" using (tenant_id = nullif(current_setting('app.tenant_id', true), '')::uuid and (side = 'TENANT' or current_setting('app.staff', true) = 'on')) with check (tenant_id = nullif(current_setting('app.tenant_id', true), '')::uuid and (side = 'TENANT' or current_setting('app.staff', true) = 'on'));`);
    this.addSql(`create policy "system" on "crm"."duplicate" using (current_setting('app.system', true) = 'on') with check (current_setting('app.system', true) = 'on');`);
  }

  override down(): void | Promise<void> {
    this.addSql(`drop table if exists "crm"."duplicate" cascade;`);

    this.addSql(`drop index "crm"."contact_mail_tenant_id_mailbox_index_index";`);
    this.addSql(`alter table "crm"."contact_mail" drop column "mailbox_index", drop column "is_office";`);

    this.addSql(`drop index "crm"."contact_phone_tenant_id_line_index_index";`);
    this.addSql(`alter table "crm"."contact_phone" drop column "line_index";`);
  }

}
