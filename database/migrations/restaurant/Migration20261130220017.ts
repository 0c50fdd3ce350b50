import { Migration } from '@mikro-orm/migrations';

export class Migration20261130220017 extends Migration {

  override name = 'Migration20261130220017';

  override up(): void | Promise<void> {
    this.addSql(`create table "restaurant"."waitlist_party" ("id" uuid not null, "created_at" timestamptz(3) not null default now(), "updated_at" timestamptz(3) not null default now(), "version" int not null default 1, "tenant_id" uuid not null, "location_id" uuid not null, "sealed_name" text null, "sealed_phone" text null, "size" int not null, "quoted_minutes" int not null, "state" text not null default 'WAITING', "joined_at" timestamptz(3) not null, "notified_at" timestamptz(3) null, "ended_at" timestamptz(3) null, "table_id" uuid null, primary key ("id"));`);
    this.addSql(`create index "waitlist_party_tenant_id_index" on "restaurant"."waitlist_party" ("tenant_id");`);
    this.addSql(`create index "waitlist_party_tenant_id_location_id_id_index" on "restaurant"."waitlist_party" ("tenant_id", "location_id", "id") where ended_at is null;`);

    this.addSql(`alter table "restaurant"."waitlist_party" add constraint "waitlist_party_state_check" check ("state" in ('WAITING', 'NOTIFIED', 'SEATED', 'LEFT'));`);
    this.addSql(`alter table "restaurant"."waitlist_party" enable row level security;`);
    this.addSql(`alter table "restaurant"."waitlist_party" force row level security;`);
    this.addSql(`create policy "tenant" on "restaurant"."waitlist_party" using (tenant_id = nullif(current_setting('app.tenant_id', true), '')::uuid and coalesce(location_id = nullif(current_setting('app.location_id', true), '')::uuid, true)) with check (tenant_id = nullif(current_setting('app.tenant_id', true), '')::uuid and coalesce(location_id = nullif(current_setting('app.location_id', true), '')::uuid, true));`);
    this.addSql(`create policy "system" on "restaurant"."waitlist_party" using (current_setting('app.system', true) = 'on') with check (current_setting('app.system', true) = 'on');`);
  }

  override down(): void | Promise<void> {
    this.addSql(`drop table if exists "restaurant"."waitlist_party" cascade;`);
  }

}
