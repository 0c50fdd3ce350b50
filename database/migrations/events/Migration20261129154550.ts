import { Migration } from '@mikro-orm/migrations';

export class Migration20261129154550 extends Migration {

  override name = 'Migration20261129154550';

  override up(): void | Promise<void> {
    this.addSql(`create table "events"."quarantined_entry" ("id" uuid not null, "created_at" timestamptz(3) not null default now(), "updated_at" timestamptz(3) not null default now(), "version" int not null default 1, "tenant_id" uuid null, "place" text not null, "key" text not null, "entry" text not null, "reason" text not null, primary key ("id"));`);
    this.addSql(`create index "quarantined_entry_tenant_id_index" on "events"."quarantined_entry" ("tenant_id");`);
    this.addSql(`alter table "events"."quarantined_entry" add constraint "quarantined_entry_place_key_unique" unique ("place", "key");`);

    this.addSql(`alter table "events"."quarantined_entry" enable row level security;`);
    this.addSql(`alter table "events"."quarantined_entry" force row level security;`);
    this.addSql(`create policy "tenant" on "events"."quarantined_entry" using (tenant_id = nullif(current_setting('app.tenant_id', true), '')::uuid) with check (tenant_id = nullif(current_setting('app.tenant_id', true), '')::uuid);`);
    this.addSql(`create policy "system" on "events"."quarantined_entry" using (current_setting('app.system', true) = 'on') with check (current_setting('app.system', true) = 'on');`);

    // By hand: jsonb refuses some events, and changes others.
    this.addSql(`alter table "events"."event_tracking" alter column "event" type json using "event"::json;`);
    this.addSql(`alter table "events"."webhook_attempt" alter column "event" type json using "event"::json;`);
  }

  override down(): void | Promise<void> {
    this.addSql(`alter table "events"."event_tracking" alter column "event" type jsonb using "event"::jsonb;`);
    this.addSql(`alter table "events"."webhook_attempt" alter column "event" type jsonb using "event"::jsonb;`);

    this.addSql(`drop table if exists "events"."quarantined_entry" cascade;`);
  }

}
