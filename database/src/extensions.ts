import type { Client } from 'pg';

/** What PostgreSQL must have beside itself: words that are nearly right, letters without their accents, and both beside a tenant in one index. */
const extensions = ['pg_trgm', 'unaccent', 'btree_gin'] as const;

/** Throws, by name, when the server does not have what this version needs; changes nothing. */
export async function refuseWithoutExtensions(admin: Client): Promise<void> {
  const { rows } = await admin.query<{ name: string }>(
    'select unnest($1::text[]) as name except select name::text from pg_available_extensions order by 1',
    [extensions],
  );
  if (rows.length === 0) return;
  const names = rows.map(({ name }) => name).join(', ');
  throw new Error(
    `this PostgreSQL server lacks ${names}: install its contrib modules (postgresql-contrib), or take a server that has them`,
  );
}

/** Creates them where they are not there yet, in the first schema of the search path. */
export async function createExtensions(admin: Client): Promise<void> {
  for (const name of extensions) await admin.query(`create extension if not exists ${name}`);
}
