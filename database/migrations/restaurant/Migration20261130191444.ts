import { Migration } from '@mikro-orm/migrations';

export class Migration20261130191444 extends Migration {

  override name = 'Migration20261130191444';

  override up(): void | Promise<void> {
    this.addSql(`create table "restaurant"."cash_session" ("id" uuid not null, "tenant_id" uuid not null, "created_at" timestamptz(3) not null default now(), "updated_at" timestamptz(3) not null default now(), "version" int not null default 1, "drawer_id" uuid not null, "location_id" uuid not null, "float" bigint not null, "currency" text not null, "business_date" date not null, "opened_at" timestamptz(3) not null, "opened_by" uuid null, "closed_at" timestamptz(3) null, "fingerprint" text not null, primary key ("id", "tenant_id"));`);
    this.addSql(`create index "cash_session_tenant_id_drawer_id_id_index" on "restaurant"."cash_session" ("tenant_id", "drawer_id", "id");`);

    this.addSql(`create table "restaurant"."drawer" ("id" uuid not null, "created_at" timestamptz(3) not null default now(), "updated_at" timestamptz(3) not null default now(), "version" int not null default 1, "tenant_id" uuid not null, "location_id" uuid not null, "name" text not null, primary key ("id"));`);
    this.addSql(`create index "drawer_tenant_id_index" on "restaurant"."drawer" ("tenant_id");`);
    this.addSql(`alter table "restaurant"."drawer" add constraint "drawer_tenant_id_location_id_name_unique" unique ("tenant_id", "location_id", "name");`);

    this.addSql(`create table "restaurant"."payment" ("id" uuid not null, "tenant_id" uuid not null, "created_at" timestamptz(3) not null default now(), "updated_at" timestamptz(3) not null default now(), "version" int not null default 1, "order_id" uuid not null, "tender" text not null, "kind" text null, "reference" text null, "status" text not null default 'CREATED', "amount" bigint not null, "tip" bigint not null default '0', "tendered" bigint not null default '0', "change" bigint not null default '0', "rounding" bigint not null default '0', "currency" text not null, "cash_session_id" uuid null, "business_date" date not null, "taken_at" timestamptz(3) not null, "person_id" uuid null, "fingerprint" text not null, primary key ("id", "tenant_id")) partition by range ("id");`);
    this.addSql(`create index "payment_tenant_id_cash_session_id_id_index" on "restaurant"."payment" ("tenant_id", "cash_session_id", "id");`);
    this.addSql(`create index "payment_tenant_id_order_id_id_index" on "restaurant"."payment" ("tenant_id", "order_id", "id");`);

    this.addSql(`alter table "restaurant"."location" add "smallest_coin" int null;`);

    this.addSql(`alter table "restaurant"."cash_session" enable row level security;`);
    this.addSql(`alter table "restaurant"."cash_session" force row level security;`);
    this.addSql(`create policy "tenant" on "restaurant"."cash_session" using (tenant_id = nullif(current_setting('app.tenant_id', true), '')::uuid) with check (tenant_id = nullif(current_setting('app.tenant_id', true), '')::uuid);`);
    this.addSql(`create policy "system" on "restaurant"."cash_session" using (current_setting('app.system', true) = 'on') with check (current_setting('app.system', true) = 'on');`);

    this.addSql(`alter table "restaurant"."drawer" enable row level security;`);
    this.addSql(`alter table "restaurant"."drawer" force row level security;`);
    this.addSql(`create policy "tenant" on "restaurant"."drawer" using (tenant_id = nullif(current_setting('app.tenant_id', true), '')::uuid) with check (tenant_id = nullif(current_setting('app.tenant_id', true), '')::uuid);`);
    this.addSql(`create policy "system" on "restaurant"."drawer" using (current_setting('app.system', true) = 'on') with check (current_setting('app.system', true) = 'on');`);

    this.addSql(`alter table "restaurant"."payment" add constraint "payment_tender_check" check ("tender" in ('CASH', 'EXTERNAL'));`);
    this.addSql(`alter table "restaurant"."payment" add constraint "payment_kind_check" check ("kind" in ('VOUCHER', 'DELIVERY_PLATFORM', 'OTHER'));`);
    this.addSql(`alter table "restaurant"."payment" add constraint "payment_status_check" check ("status" in ('CREATED', 'AUTHORISED', 'CAPTURED', 'FAILED', 'CANCELED', 'PENDING'));`);
    this.addSql(`alter table "restaurant"."payment" enable row level security;`);
    this.addSql(`alter table "restaurant"."payment" force row level security;`);
    this.addSql(`create policy "tenant" on "restaurant"."payment" using (tenant_id = nullif(current_setting('app.tenant_id', true), '')::uuid) with check (tenant_id = nullif(current_setting('app.tenant_id', true), '')::uuid);`);
    this.addSql(`create policy "system" on "restaurant"."payment" using (current_setting('app.system', true) = 'on') with check (current_setting('app.system', true) = 'on');`);
    this.addSql(`create unique index "cash_session_open" on "restaurant"."cash_session" ("tenant_id", "drawer_id") where closed_at is null;`);
    this.addSql(`
      create function restaurant.refuse_change_of_ledger() returns trigger language plpgsql as $$
      begin
        raise exception 'What is in the ledger stays as it is.' using errcode = 'restrict_violation';
      end $$;
    `);
    this.addSql(`
      create trigger payment_amount_stays before update on restaurant.payment for each row
      when (old.amount is distinct from new.amount or old.currency is distinct from new.currency
        or old.order_id is distinct from new.order_id or old.tender is distinct from new.tender)
      execute function restaurant.refuse_change_of_ledger();
    `);
    this.addSql(`
      create trigger payment_stays before delete on restaurant.payment for each row
      execute function restaurant.refuse_change_of_ledger();
    `);
    this.addSql(`select restaurant.make_partitions();`);
  }

  override down(): void | Promise<void> {
    this.addSql(`drop table if exists "restaurant"."cash_session" cascade;`);
    this.addSql(`drop table if exists "restaurant"."drawer" cascade;`);
    this.addSql(`drop table if exists "restaurant"."payment" cascade;`);

    this.addSql(`alter table "restaurant"."location" drop column "smallest_coin";`);
    this.addSql(`drop function if exists restaurant.refuse_change_of_ledger();`);
  }

}
