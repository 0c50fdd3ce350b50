import type { Context } from '@mycelium/kit/context';
import type { SidedRow } from '../side/side.ts';
import type { FoundKind } from './search-entry.ts';

/** What a thing is found by. */
interface Findable {
  kind: FoundKind;
  /** What it is called. */
  title: string;
  /** All else by which it is found; what is empty is left out. */
  body: readonly (string | null | undefined)[];
}

/** Of a long text this much is searched, so that its words fit PostgreSQL's limit of a megabyte in all languages. */
const MOST = 64 * 1024;

/** Has a thing found by these words from now on, with the transaction. */
export async function keepFound({ em }: Context, row: SidedRow, { kind, title, body }: Findable): Promise<void> {
  await em.execute(
    `insert into crm.search_entry (id, tenant_id, side, kind, thing_id, title, body) values (gen_random_uuid(), ?, ?, ?, ?, ?, ?)
     on conflict (thing_id) do update set title = excluded.title, body = excluded.body, updated_at = now()
     where (search_entry.title, search_entry.body) is distinct from (excluded.title, excluded.body)`,
    [row.tenantId, row.side, kind, row.id, title, body.filter(Boolean).join('\n').slice(0, MOST)],
  );
}

/** Has it found no longer. */
export async function forgetFound({ em }: Context, { id }: SidedRow): Promise<void> {
  await em.execute('delete from crm.search_entry where thing_id = ?', [id]);
}
