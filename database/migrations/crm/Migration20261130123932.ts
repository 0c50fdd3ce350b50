import { Migration } from '@mikro-orm/migrations';

export class Migration20261130123932 extends Migration {

  override name = 'Migration20261130123932';

  override up(): void | Promise<void> {
    this.addSql(`create table "crm"."affiliate_account" ("id" uuid not null, "created_at" timestamptz(3) not null default now(), "updated_at" timestamptz(3) not null default now(), "version" int not null default 1, "tenant_id" uuid not null, "partner_id" text not null, "name" text not null, primary key ("id"));`);
    this.addSql(`create index "affiliate_account_tenant_id_index" on "crm"."affiliate_account" ("tenant_id");`);
    this.addSql(`alter table "crm"."affiliate_account" add constraint "affiliate_account_tenant_id_partner_id_unique" unique ("tenant_id", "partner_id");`);

    this.addSql(`create table "crm"."employee" ("id" uuid not null, "created_at" timestamptz(3) not null default now(), "updated_at" timestamptz(3) not null default now(), "version" int not null default 1, "tenant_id" uuid not null, "employee_id" text not null, "name" text null, "position" text null, "plan" text null, "told_at" timestamptz(3) null, "benefits_at" timestamptz(3) null, primary key ("id"));`);
    this.addSql(`create index "employee_tenant_id_index" on "crm"."employee" ("tenant_id");`);
    this.addSql(`alter table "crm"."employee" add constraint "employee_tenant_id_employee_id_unique" unique ("tenant_id", "employee_id");`);

    this.addSql(`create table "crm"."partner" ("id" uuid not null, "created_at" timestamptz(3) not null default now(), "updated_at" timestamptz(3) not null default now(), "version" int not null default 1, "tenant_id" uuid not null, "side" text not null, "contact_id" uuid not null, "status" text not null, "rate" numeric(9,6) null, "rated_at" timestamptz(3) null, "affiliate_account_id" text null, "registered_at" timestamptz(3) not null, "idempotency_key" text not null, "removed_at" timestamptz(3) null, primary key ("id"));`);
    this.addSql(`create index "partner_tenant_id_index" on "crm"."partner" ("tenant_id");`);
    this.addSql(`create index "partner_contact_id_index" on "crm"."partner" ("contact_id");`);
    this.addSql(`create index "partner_tenant_id_registered_at_id_index" on "crm"."partner" ("tenant_id", "registered_at", "id");`);
    this.addSql(`alter table "crm"."partner" add constraint "partner_tenant_id_idempotency_key_unique" unique ("tenant_id", "idempotency_key");`);

    this.addSql(`create table "crm"."payout" ("id" uuid not null, "created_at" timestamptz(3) not null default now(), "updated_at" timestamptz(3) not null default now(), "version" int not null default 1, "tenant_id" uuid not null, "partner_id" uuid not null, "kind" text not null, "amount" bigint not null, "currency" text not null, "idempotency_key" text not null, "event_id" uuid not null, primary key ("id"));`);
    this.addSql(`create index "payout_tenant_id_index" on "crm"."payout" ("tenant_id");`);
    this.addSql(`create index "payout_partner_id_created_at_id_index" on "crm"."payout" ("partner_id", "created_at", "id");`);
    this.addSql(`alter table "crm"."payout" add constraint "payout_tenant_id_idempotency_key_unique" unique ("tenant_id", "idempotency_key");`);

    this.addSql(`create table "crm"."rate_order" ("id" uuid not null, "created_at" timestamptz(3) not null default now(), "updated_at" timestamptz(3) not null default now(), "version" int not null default 1, "tenant_id" uuid not null, "partner_id" uuid not null, "rate" numeric(9,6) not null, "idempotency_key" text not null, primary key ("id"));`);
    this.addSql(`create index "rate_order_tenant_id_index" on "crm"."rate_order" ("tenant_id");`);
    this.addSql(`alter table "crm"."rate_order" add constraint "rate_order_tenant_id_idempotency_key_unique" unique ("tenant_id", "idempotency_key");`);

    this.addSql(`alter table "crm"."activity" drop constraint "activity_subject_kind_check";`);
    this.addSql(`alter table "crm"."activity" add constraint "activity_subject_kind_check" check ("subject_kind" in ('TENANT', 'CONTACT', 'PARTNER'));`);

    this.addSql(`alter table "crm"."contact" add "onboarding_id" text null;`);
    this.addSql(`create index "contact_onboarding_id_index" on "crm"."contact" ("onboarding_id");`);

    this.addSql(`alter table "crm"."inbox" add "answer" jsonb null;`);

    this.addSql(`alter table "crm"."note" drop constraint "note_subject_kind_check";`);
    this.addSql(`alter table "crm"."note" add constraint "note_subject_kind_check" check ("subject_kind" in ('TENANT', 'CONTACT', 'PARTNER'));`);

    this.addSql(`alter table "crm"."timeline_entry" drop constraint "timeline_entry_subject_kind_check";`);
    this.addSql(`alter table "crm"."timeline_entry" add constraint "timeline_entry_subject_kind_check" check ("subject_kind" in ('TENANT', 'CONTACT', 'PARTNER'));`);

    this.addSql(`alter table "crm"."affiliate_account" enable row level security;`);
    this.addSql(`alter table "crm"."affiliate_account" force row level security;`);
    this.addSql(`create policy "tenant" on "crm"."affiliate_account" using (tenant_id = nullif(current_setting('app.tenant_id', true), '')::uuid) with check (tenant_id = nullif(current_setting('app.tenant_id', true), '')::uuid);`);
    this.addSql(`create policy "system" on "crm"."affiliate_account" using (current_setting('app.system', true) = 'on') with check (current_setting('app.system', true) = 'on');`);

    this.addSql(`alter table "crm"."employee" enable row level security;`);
    this.addSql(`alter table "crm"."employee" force row level security;`);
    this.addSql(`create policy "tenant" on "crm"."employee" using (tenant_id = nullif(current_setting('app.tenant_id', true), '')::uuid) with check (tenant_id = nullif(current_setting('app.tenant_id', true), '')::uuid);`);
    this.addSql(`create policy "system" on "crm"."employee" using (current_setting('app.system', true) = 'on') with check (current_setting('app.system', true) = 'on');`);

    this.addSql(`alter table "crm"."partner" add constraint "partner_contact_id_foreign" foreign key ("contact_id") references "crm"."contact" ("id");`);
    this.addSql(`alter table "crm"."partner" add constraint "partner_side_check" check ("side" in ('TENANT', 'PLATFORM'));`);
    this.addSql(`alter table "crm"."partner" add constraint "partner_status_check" check ("status" in ('ACTIVE', 'PAUSED'));`);
    this.addSql(`alter table "crm"."partner" enable row level security;`);
    this.addSql(`alter table "crm"."partner" force row level security;`);
    this.addSql(`create policy "tenant" on "crm"."partner" using (tenant_id = nullif(current_setting('app.tenant_id', true), '')::uuid and (side = 'TENANT' or current_setting('app.staff', true) = 'on')) with check (tenant_id = nullif(current_setting('app.tenant_id', true), '')::uuid and (side = 'TENANT' or current_setting('app.staff', true) = 'on'));`);
    this.addSql(`create policy "system" on "crm"."partner" using (current_setting('app.system', true) = 'on') with check (current_setting('app.system', true) = 'on');`);

    this.addSql(`alter table "crm"."payout" add constraint "payout_partner_id_foreign" foreign key ("partner_id") references "crm"."partner" ("id");`);
    this.addSql(`alter table "crm"."payout" add constraint "payout_kind_check" check ("kind" in ('REFERRAL', 'COMMISSION'));`);
    this.addSql(`alter table "crm"."payout" enable row level security;`);
    this.addSql(`alter table "crm"."payout" force row level security;`);
    this.addSql(`create policy "tenant" on "crm"."payout" using (tenant_id = nullif(current_setting('app.tenant_id', true), '')::uuid) with check (tenant_id = nullif(current_setting('app.tenant_id', true), '')::uuid);`);
    this.addSql(`create policy "system" on "crm"."payout" using (current_setting('app.system', true) = 'on') with check (current_setting('app.system', true) = 'on');`);

    this.addSql(`alter table "crm"."rate_order" enable row level security;`);
    this.addSql(`alter table "crm"."rate_order" force row level security;`);
    this.addSql(`create policy "tenant" on "crm"."rate_order" using (tenant_id = nullif(current_setting('app.tenant_id', true), '')::uuid) with check (tenant_id = nullif(current_setting('app.tenant_id', true), '')::uuid);`);
    this.addSql(`create policy "system" on "crm"."rate_order" using (current_setting('app.system', true) = 'on') with check (current_setting('app.system', true) = 'on');`);

    // What was paid is history: not even we change it.
    this.addSql(`
      create function "crm"."refuse_change" () returns trigger language plpgsql as $$
      begin
        raise exception 'The ledger of payouts is append-only.' using errcode = 'insufficient_privilege';
      end $$;
    `);
    this.addSql(`
      create trigger "append_only" before update or delete on "crm"."payout" for each row execute function "crm"."refuse_change" ();
    `);
  }

  override down(): void | Promise<void> {
    this.addSql(`alter table "crm"."payout" drop constraint "payout_partner_id_foreign";`);

    this.addSql(`drop table if exists "crm"."affiliate_account" cascade;`);
    this.addSql(`drop table if exists "crm"."employee" cascade;`);
    this.addSql(`drop table if exists "crm"."partner" cascade;`);
    this.addSql(`drop table if exists "crm"."payout" cascade;`);
    this.addSql(`drop table if exists "crm"."rate_order" cascade;`);
    this.addSql(`drop function "crm"."refuse_change";`);

    this.addSql(`alter table "crm"."activity" drop constraint "activity_subject_kind_check";`);
    this.addSql(`alter table "crm"."activity" add constraint "activity_subject_kind_check" check ("subject_kind" in ('TENANT', 'CONTACT'));`);

    this.addSql(`drop index "crm"."contact_onboarding_id_index";`);
    this.addSql(`alter table "crm"."contact" drop column "onboarding_id";`);

    this.addSql(`alter table "crm"."inbox" drop column "answer";`);

    this.addSql(`alter table "crm"."note" drop constraint "note_subject_kind_check";`);
    this.addSql(`alter table "crm"."note" add constraint "note_subject_kind_check" check ("subject_kind" in ('TENANT', 'CONTACT'));`);

    this.addSql(`alter table "crm"."timeline_entry" drop constraint "timeline_entry_subject_kind_check";`);
    this.addSql(`alter table "crm"."timeline_entry" add constraint "timeline_entry_subject_kind_check" check ("subject_kind" in ('TENANT', 'CONTACT'));`);
  }

}
