import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import { startPostgres } from '@mycelium/database/embedded/postgres';
import type { Role } from '@mycelium/schema/role';
import pg from 'pg';
import { v7 as uuidv7 } from 'uuid';
import type { Server } from './server.ts';

/** A copy of a row, with these columns changed. */
const copyOf = (table: string, where: string, schema = 'tenants') =>
  `insert into ${schema}.${table} select (jsonb_populate_record(original, $1)).* from ${schema}.${table} original where ${where}`;

const userOf = (email: string) => `(select id from tenants."user" where email = '${email}')`;
const membershipOf = (email: string) => `user_id = ${userOf(email)}`;

/** Makes a tenant with nothing in it but its owner, who has the demo's password; answers the owner's e-mail. */
export async function makeTenant(server: Server): Promise<string> {
  const [tenantId, userId] = [randomUUID(), randomUUID()];
  const slug = `bakery-${tenantId}`;
  const email = `owner@${slug}.test`;
  await inDatabase(server, async (client) => {
    await client.query(copyOf('tenant', "slug = 'el-farolito'"), [
      { id: tenantId, slug, name: 'The Bakery', currency: 'USD' },
    ]);
    await client.query(copyOf('"user"', "email = 'owner@el-farolito.test'"), [{ id: userId, email, name: 'Ada' }]);
    await client.query(copyOf('membership', membershipOf('owner@el-farolito.test')), [
      { id: uuidv7(), user_id: userId, tenant_id: tenantId },
    ]);
  });
  return email;
}

/** Gives the tenant of an owner a menu with nothing in it; answers its id. */
export async function addMenu(server: Server, owner: string): Promise<string> {
  const [restaurantId, menuId] = [uuidv7(), uuidv7()];
  await inDatabase(server, async (client) => {
    const { rows } = await client.query(`select tenant_id from tenants.membership where ${membershipOf(owner)}`);
    const own = { tenant_id: rows[0].tenant_id };
    const any = (table: string) => `id = (select id from restaurant.${table} limit 1)`;
    const restaurant = { id: restaurantId, name: 'The Bakery', ...own };
    await client.query(copyOf('restaurant', any('restaurant'), 'restaurant'), [restaurant]);
    const menu = { id: menuId, restaurant_id: restaurantId, ...own };
    await client.query(copyOf('menu', any('menu'), 'restaurant'), [menu]);
  });
  return menuId;
}

/** Gives the tenant of an owner cooks with these names; answers their ids as members. Nobody hears of it. */
export async function addMembers(server: Server, owner: string, names: readonly string[]): Promise<string[]> {
  const ids = names.map(() => uuidv7());
  await inDatabase(server, async (client) => {
    for (const [place, name] of names.entries()) {
      const user = { id: randomUUID(), email: `${randomUUID()}@bakery.test`, name };
      await client.query(copyOf('"user"', `email = '${owner}'`), [user]);
      await client.query(copyOf('membership', membershipOf(owner)), [
        { id: ids[place], user_id: user.id, role: 'KITCHEN' },
      ]);
    }
  });
  return ids;
}

/** Gives the tenant of an owner somebody with this role, who has the demo's password; answers their e-mail. */
export async function addColleague(server: Server, owner: string, role: Role): Promise<string> {
  const user = { id: randomUUID(), email: `${randomUUID()}@bakery.test`, name: 'Bea' };
  await inDatabase(server, async (client) => {
    await client.query(copyOf('"user"', `email = '${owner}'`), [user]);
    await client.query(copyOf('membership', membershipOf(owner)), [{ id: uuidv7(), user_id: user.id, role }]);
  });
  return user.email;
}

/** What a row of these has to have beside its name. */
const beside = {
  display: { paired_at: 'now()' },
  menu_board: { section_ids: "'{}'", languages: "'{en}'" },
  api_client: { scopes: "'{menu:read}'", limits: "'{}'" },
} satisfies Record<string, Record<string, string>>;

/** Gives the tenant of an owner screens, boards or API clients with these names; answers their ids. Nobody hears of it. */
export async function addRows(
  server: Server,
  owner: string,
  table: keyof typeof beside,
  names: readonly string[],
): Promise<string[]> {
  const ids = names.map(() => uuidv7());
  const columns = Object.keys(beside[table]);
  const values = Object.values(beside[table]);
  await inDatabase(server, (client) =>
    client.query(
      `insert into tenants.${table} (id, tenant_id, name, ${columns.join()})
       select given.id, tenant_id, given.name, ${values.join()}
       from tenants.membership, unnest($1::uuid[], $2::text[]) given (id, name) where ${membershipOf(owner)}`,
      [ids, names],
    ),
  );
  return ids;
}

/** Has the first run of a sync be followed by as many more that did the same; answers its id. */
export async function repeatRun(server: Server, count: number): Promise<string> {
  return inDatabase(server, async (client) => {
    const { rows } = await client.query("select id from tenants.sync_run where status = 'SUCCESS' order by id limit 1");
    const { id } = rows[0];
    for (let run = 0; run < count; run += 1) {
      await client.query(copyOf('sync_run', `id = '${id}'`), [{ id: uuidv7() }]);
    }
    return id;
  });
}

/** Asks the database of a server that runs. */
export async function inDatabase<Result>(
  server: Server,
  work: (client: pg.Client) => Promise<Result>,
): Promise<Result> {
  // It runs, so that its address is all that is asked for.
  const { url } = await startPostgres({ dataDir: join(server.dataDir, 'postgres') });
  const client = new pg.Client(url);
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}
