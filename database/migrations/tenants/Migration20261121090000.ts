import { Migration } from '@mikro-orm/migrations';

/** By hand: the audit log. Its rows stay as they are, and its months are made ahead. */
export class Migration20261121090000 extends Migration {

  override name = 'Migration20261121090000';

  override up(): void {
    this.addSql(`
      create table tenants.audit_entry (
        id uuid not null primary key,
        created_at timestamptz(3) not null default now(),
        updated_at timestamptz(3) not null default now(),
        version int not null default 1,
        tenant_id uuid not null,
        at timestamptz(3) not null,
        action text not null,
        kind text not null,
        noun text null,
        noun_id text null,
        actor jsonb not null,
        before jsonb not null,
        after jsonb not null,
        address text null,
        correlation_id text not null
      ) partition by range (id);
    `);
    this.addSql(`create index on tenants.audit_entry (tenant_id, id);`);
    this.addSql(`create index on tenants.audit_entry (tenant_id, noun_id, id);`);
    this.addSql(`
      create function tenants.refuse_change() returns trigger language plpgsql as $$
      begin
        raise exception 'The audit log is append-only.' using errcode = 'insufficient_privilege';
      end $$;
    `);
    this.addSql(`
      create trigger append_only before update or delete on tenants.audit_entry
      for each row execute function tenants.refuse_change();
    `);
    this.addSql(`
      create function tenants.first_id_of(moment timestamptz) returns uuid language sql immutable as $$
        select rpad(lpad(to_hex((extract(epoch from moment) * 1000)::bigint), 12, '0'), 32, '0')::uuid
      $$;
    `);
    this.addSql(`
      create function tenants.protect_audit_table(name text) returns void language plpgsql as $$
      begin
        execute format('alter table tenants.%I enable row level security', name);
        execute format('alter table tenants.%I force row level security', name);
        execute format($policy$
          create policy tenant on tenants.%I
          using (tenant_id = nullif(current_setting('app.tenant_id', true), '')::uuid)
          with check (tenant_id = nullif(current_setting('app.tenant_id', true), '')::uuid)
        $policy$, name);
        execute format($policy$
          create policy system on tenants.%I
          using (current_setting('app.system', true) = 'on') with check (current_setting('app.system', true) = 'on')
        $policy$, name);
      end $$;
    `);
    // The subgraph's role owns nothing and may make no table: this function may, and makes these alone.
    this.addSql(`
      create function tenants.make_audit_partitions() returns void language plpgsql
      security definer set search_path = pg_catalog, pg_temp as $$
      declare
        month timestamp;
        name text;
      begin
        perform pg_advisory_xact_lock(hashtextextended('tenants.audit_entry', 0));
        for month in
          select generate_series(
            date_trunc('month', now() at time zone 'UTC') - interval '1 month',
            date_trunc('month', now() at time zone 'UTC') + interval '3 months', interval '1 month')
        loop
          name := 'audit_entry_' || to_char(month, 'YYYY_MM');
          continue when to_regclass('tenants.' || name) is not null;
          execute format('create table tenants.%I partition of tenants.audit_entry for values from (%L) to (%L)', name,
            tenants.first_id_of(month at time zone 'UTC'),
            tenants.first_id_of((month + interval '1 month') at time zone 'UTC'));
          perform tenants.protect_audit_table(name);
        end loop;
      end $$;
    `);
    this.addSql(`revoke all on function tenants.protect_audit_table(text) from public;`);
    this.addSql(`select tenants.protect_audit_table('audit_entry');`);
    this.addSql(`select tenants.make_audit_partitions();`);
  }
}
