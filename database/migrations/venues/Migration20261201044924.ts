import { Migration } from '@mikro-orm/migrations';

export class Migration20261201044924 extends Migration {

  override name = 'Migration20261201044924';

  override up(): void | Promise<void> {
    this.addSql(`create schema if not exists "venues";`);
    this.addSql(`create table "venues"."audit_outbox" ("position" bigserial primary key, "audit" jsonb not null);`);

    this.addSql(`create table "venues"."inbox" ("event_id" uuid not null, "consumer" text not null, "handled_at" timestamptz not null default now(), "answer" jsonb null, primary key ("event_id", "consumer"));`);

    this.addSql(`create table "venues"."outbox" ("position" bigserial primary key, "event" jsonb not null);`);

    this.addSql(`create table "venues"."venue" ("id" uuid not null, "created_at" timestamptz(3) not null default now(), "updated_at" timestamptz(3) not null default now(), "version" int not null default 1, "tenant_id" uuid not null, "name" text not null, "time_zone" text not null, "currency" text not null, "day_start" text not null default '04:00', "opening_hours" jsonb not null, "exceptional_days" jsonb not null, "location_id" uuid null, "closed_at" timestamptz(3) null, primary key ("id"));`);
    this.addSql(`create index "venue_tenant_id_index" on "venues"."venue" ("tenant_id");`);

    this.addSql(`alter table "venues"."venue" add constraint "venue_check" check (jsonb_typeof(opening_hours) = 'array' and jsonb_typeof(exceptional_days) = 'array');`);
    this.addSql(`alter table "venues"."venue" enable row level security;`);
    this.addSql(`alter table "venues"."venue" force row level security;`);
    this.addSql(`create policy "tenant" on "venues"."venue" using (tenant_id = nullif(current_setting('app.tenant_id', true), '')::uuid) with check (tenant_id = nullif(current_setting('app.tenant_id', true), '')::uuid);`);
    this.addSql(`create policy "system" on "venues"."venue" using (current_setting('app.system', true) = 'on') with check (current_setting('app.system', true) = 'on');`);
  }

  override down(): void | Promise<void> {
    this.addSql(`drop table if exists "venues"."audit_outbox" cascade;`);
    this.addSql(`drop table if exists "venues"."inbox" cascade;`);
    this.addSql(`drop table if exists "venues"."outbox" cascade;`);
    this.addSql(`drop table if exists "venues"."venue" cascade;`);

    this.addSql(`drop schema if exists "venues";`);
  }

}
