import { Migration } from '@mikro-orm/migrations';

export class Migration20261130212206 extends Migration {

  override name = 'Migration20261130212206';

  override up(): void | Promise<void> {
    this.addSql(`alter table "restaurant"."kitchen_ticket" drop constraint "kitchen_ticket_pkey";`);
    this.addSql(`alter table "restaurant"."kitchen_ticket" add primary key ("id", "tenant_id", "location_id");`);

    this.addSql(`alter table "restaurant"."order" drop constraint "order_pkey";`);
    this.addSql(`alter table "restaurant"."order" add primary key ("id", "tenant_id", "location_id");`);

    this.addSql(`alter table "restaurant"."payment" drop constraint "payment_pkey";`);
    this.addSql(`alter table "restaurant"."payment" add primary key ("id", "tenant_id", "location_id");`);

    this.addSql(`alter table "restaurant"."refund" drop constraint "refund_pkey";`);
    this.addSql(`alter table "restaurant"."refund" add primary key ("id", "tenant_id", "location_id");`);

    // The location is in the key of these, so the key no longer says that an id is there once: this does, also past row security.
    // Whoever makes one holds its id until the transaction ends, so that two at once wait for each other.
    for (const table of ['order', 'payment', 'refund']) {
      this.addSql(`
        create function restaurant.refuse_second_${table}() returns trigger language plpgsql
        security definer set search_path = pg_catalog, pg_temp set "app.system" = 'on' as $$
        begin
          if exists (
            select from restaurant."${table}"
            where id = new.id and tenant_id = new.tenant_id and location_id <> new.location_id
          ) then
            raise unique_violation using message = 'Another location has this id.';
          end if;
          return new;
        end $$;
      `);
      this.addSql(`
        create trigger refuse_second before insert on restaurant."${table}"
        for each row execute function restaurant.refuse_second_${table}();
      `);
    }

    // A location with very many orders gets partitions of its own in the months to come, by whoever owns the database:
    // select restaurant.partition_location('…');
    this.addSql(`
      create function restaurant.partition_location(location uuid) returns void language plpgsql
      set search_path = pg_catalog, pg_temp as $$
      declare
        parent name;
        month record;
        own text;
      begin
        perform pg_advisory_xact_lock(hashtextextended('restaurant partitions', 0));
        for parent in
          select c.relname from pg_partitioned_table p
          join pg_class c on c.oid = p.partrelid
          join pg_attribute a on a.attrelid = c.oid and a.attname = 'location_id'
          where c.relnamespace = 'restaurant'::regnamespace and not c.relispartition order by 1
        loop
          for month in
            select c.relname as name, c.relkind as kind, pg_get_expr(c.relpartbound, c.oid) as bound
            from pg_inherits i join pg_class c on c.oid = i.inhrelid
            where i.inhparent = format('restaurant.%I', parent)::regclass
              and c.relname > parent || '_' || to_char(now() at time zone 'UTC', 'YYYY_MM') order by 1
          loop
            if month.kind = 'r' then
              execute format('alter table restaurant.%I detach partition restaurant.%I', parent, month.name);
              execute format('alter table restaurant.%I rename to %I', month.name, month.name || '_rest');
              execute format('create table restaurant.%I partition of restaurant.%I %s partition by list (location_id)',
                month.name, parent, month.bound);
              perform restaurant.protect_partition(month.name);
              execute format('alter table restaurant.%I attach partition restaurant.%I default',
                month.name, month.name || '_rest');
            end if;
            own := month.name || '_' || location;
            continue when to_regclass(format('restaurant.%I', own)) is not null;
            execute format('create table restaurant.%I partition of restaurant.%I for values in (%L)',
              own, month.name, location);
            perform restaurant.protect_partition(own);
          end loop;
        end loop;
      end $$;
    `);
    this.addSql(`revoke all on function restaurant.partition_location(uuid) from public;`);
    this.addSql(`
      create function restaurant.keep_location_partitions() returns void language plpgsql
      security definer set search_path = pg_catalog, pg_temp as $$
      declare
        location uuid;
      begin
        for location in
          select distinct substring(pg_get_expr(c.relpartbound, c.oid) from '[0-9a-f-]{36}')::uuid
          from pg_class c join pg_inherits i on i.inhrelid = c.oid join pg_partitioned_table p on p.partrelid = i.inhparent
          where c.relnamespace = 'restaurant'::regnamespace and p.partstrat = 'l'
            and pg_get_expr(c.relpartbound, c.oid) <> 'DEFAULT'
        loop
          perform restaurant.partition_location(location);
        end loop;
      end $$;
    `);
  }

  override down(): void | Promise<void> {
    this.addSql(`drop function restaurant.keep_location_partitions();`);
    this.addSql(`drop function restaurant.partition_location(uuid);`);
    for (const table of ['order', 'payment', 'refund']) {
      this.addSql(`drop trigger refuse_second on restaurant."${table}";`);
      this.addSql(`drop function restaurant.refuse_second_${table}();`);
    }

    this.addSql(`alter table "restaurant"."kitchen_ticket" drop constraint "kitchen_ticket_pkey";`);
    this.addSql(`alter table "restaurant"."kitchen_ticket" add primary key ("id", "tenant_id");`);

    this.addSql(`alter table "restaurant"."order" drop constraint "order_pkey";`);
    this.addSql(`alter table "restaurant"."order" add primary key ("id", "tenant_id");`);

    this.addSql(`alter table "restaurant"."payment" drop constraint "payment_pkey";`);
    this.addSql(`alter table "restaurant"."payment" add primary key ("id", "tenant_id");`);

    this.addSql(`alter table "restaurant"."refund" drop constraint "refund_pkey";`);
    this.addSql(`alter table "restaurant"."refund" add primary key ("id", "tenant_id");`);
  }

}
