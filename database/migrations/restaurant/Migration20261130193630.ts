import { Migration } from '@mikro-orm/migrations';

export class Migration20261130193630 extends Migration {

  override name = 'Migration20261130193630';

  override up(): void | Promise<void> {
    this.addSql(`create table "restaurant"."cash_movement" ("id" uuid not null, "tenant_id" uuid not null, "created_at" timestamptz(3) not null default now(), "updated_at" timestamptz(3) not null default now(), "version" int not null default 1, "session_id" uuid not null, "location_id" uuid not null, "kind" text not null, "amount" bigint not null, "currency" text not null, "reason" text not null, "moved_at" timestamptz(3) not null, "person_id" uuid null, "fingerprint" text not null, primary key ("id", "tenant_id"));`);
    this.addSql(`create index "cash_movement_tenant_id_session_id_id_index" on "restaurant"."cash_movement" ("tenant_id", "session_id", "id");`);

    this.addSql(`create table "restaurant"."refund" ("id" uuid not null, "tenant_id" uuid not null, "created_at" timestamptz(3) not null default now(), "updated_at" timestamptz(3) not null default now(), "version" int not null default 1, "order_id" uuid not null, "location_id" uuid not null, "amount" bigint not null, "cash" bigint not null, "lines" jsonb not null, "tenders" jsonb not null, "reason" text not null, "currency" text not null, "cash_session_id" uuid null, "business_date" date not null, "refunded_at" timestamptz(3) not null, "person_id" uuid null, "fingerprint" text not null, primary key ("id", "tenant_id")) partition by range ("id");`);
    this.addSql(`create index "refund_tenant_id_cash_session_id_id_index" on "restaurant"."refund" ("tenant_id", "cash_session_id", "id");`);
    this.addSql(`create index "refund_tenant_id_order_id_id_index" on "restaurant"."refund" ("tenant_id", "order_id", "id");`);

    this.addSql(`create table "restaurant"."z_report" ("id" uuid not null, "created_at" timestamptz(3) not null default now(), "updated_at" timestamptz(3) not null default now(), "version" int not null default 1, "tenant_id" uuid not null, "number" int not null, "session_id" uuid not null, "drawer_id" uuid not null, "location_id" uuid not null, "expected" bigint not null, "counted" bigint not null, "currency" text not null, "report" jsonb not null, "business_date" date not null, "closed_at" timestamptz(3) not null, "closed_by" uuid null, primary key ("id"));`);
    this.addSql(`create index "z_report_tenant_id_index" on "restaurant"."z_report" ("tenant_id");`);
    this.addSql(`alter table "restaurant"."z_report" add constraint "z_report_tenant_id_session_id_unique" unique ("tenant_id", "session_id");`);
    this.addSql(`alter table "restaurant"."z_report" add constraint "z_report_tenant_id_drawer_id_number_unique" unique ("tenant_id", "drawer_id", "number");`);

    this.addSql(`alter table "restaurant"."order" add "refunded" bigint not null default '0';`);

    this.addSql(`alter table "restaurant"."cash_movement" add constraint "cash_movement_kind_check" check ("kind" in ('PAID_IN', 'PAID_OUT', 'DROP', 'TIPS_OUT'));`);
    this.addSql(`alter table "restaurant"."cash_movement" enable row level security;`);
    this.addSql(`alter table "restaurant"."cash_movement" force row level security;`);
    this.addSql(`create policy "tenant" on "restaurant"."cash_movement" using (tenant_id = nullif(current_setting('app.tenant_id', true), '')::uuid and coalesce(location_id = nullif(current_setting('app.location_id', true), '')::uuid, true)) with check (tenant_id = nullif(current_setting('app.tenant_id', true), '')::uuid and coalesce(location_id = nullif(current_setting('app.location_id', true), '')::uuid, true));`);
    this.addSql(`create policy "system" on "restaurant"."cash_movement" using (current_setting('app.system', true) = 'on') with check (current_setting('app.system', true) = 'on');`);

    this.addSql(`alter table "restaurant"."refund" enable row level security;`);
    this.addSql(`alter table "restaurant"."refund" force row level security;`);
    this.addSql(`create policy "tenant" on "restaurant"."refund" using (tenant_id = nullif(current_setting('app.tenant_id', true), '')::uuid and coalesce(location_id = nullif(current_setting('app.location_id', true), '')::uuid, true)) with check (tenant_id = nullif(current_setting('app.tenant_id', true), '')::uuid and coalesce(location_id = nullif(current_setting('app.location_id', true), '')::uuid, true));`);
    this.addSql(`create policy "system" on "restaurant"."refund" using (current_setting('app.system', true) = 'on') with check (current_setting('app.system', true) = 'on');`);

    this.addSql(`alter table "restaurant"."z_report" enable row level security;`);
    this.addSql(`alter table "restaurant"."z_report" force row level security;`);
    this.addSql(`create policy "tenant" on "restaurant"."z_report" using (tenant_id = nullif(current_setting('app.tenant_id', true), '')::uuid and coalesce(location_id = nullif(current_setting('app.location_id', true), '')::uuid, true)) with check (tenant_id = nullif(current_setting('app.tenant_id', true), '')::uuid and coalesce(location_id = nullif(current_setting('app.location_id', true), '')::uuid, true));`);
    this.addSql(`create policy "system" on "restaurant"."z_report" using (current_setting('app.system', true) = 'on') with check (current_setting('app.system', true) = 'on');`);
    this.addSql(`
      create trigger refund_stays before update or delete on restaurant.refund for each row
      execute function restaurant.refuse_change_of_ledger();
    `);
    this.addSql(`
      create trigger cash_movement_stays before update or delete on restaurant.cash_movement for each row
      execute function restaurant.refuse_change_of_ledger();
    `);
    this.addSql(`
      create trigger z_report_stays before update or delete on restaurant.z_report for each row
      execute function restaurant.refuse_change_of_ledger();
    `);
    this.addSql(`select restaurant.make_partitions();`);
  }

  override down(): void | Promise<void> {
    this.addSql(`drop table if exists "restaurant"."cash_movement" cascade;`);
    this.addSql(`drop table if exists "restaurant"."refund" cascade;`);
    this.addSql(`drop table if exists "restaurant"."z_report" cascade;`);

    this.addSql(`alter table "restaurant"."order" drop column "refunded";`);
  }

}
