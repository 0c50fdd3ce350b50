import type { Context } from '@mycelium/kit/context';
import { legibleJson } from '@mycelium/kit/legible';
import type { SidedRow } from '../side/side.ts';
import type { FoundKind } from './search-entry.ts';

/** What a thing is found by. */
export interface Findable {
  kind: FoundKind;
  /** What it is called. */
  title: string;
  /** All else by which it is found; what is empty is left out. */
  body: readonly (string | null | undefined)[];
  /** They come last, a line each: `tag/carriers.ts` finds them there. */
  tags?: readonly string[];
}

/** Of a long text this much is searched, so that its words fit PostgreSQL's limit of a megabyte in all languages. */
const MOST = 64 * 1024;

/** Has a thing found by these words from now on, with the transaction. */
export function keepFound(ctx: Context, { id, tenantId, side }: SidedRow, findable: Findable): Promise<void> {
  return keepAllFound(ctx, { tenantId, side }, [{ id, ...findable }]);
}

/** The same of many things of one book. */
export async function keepAllFound(
  { em }: Context,
  { tenantId, side }: Pick<SidedRow, 'tenantId' | 'side'>,
  things: readonly (Findable & { id: string })[],
): Promise<void> {
  if (things.length === 0) return;
  const rows = things.map(({ body, tags = [], ...thing }) => ({
    ...thing,
    body: [...body, ...tags].filter(Boolean).join('\n').slice(0, MOST),
  }));
  await em.execute(
    `insert into crm.search_entry (id, tenant_id, side, kind, thing_id, title, body)
     select id, ?, ?, kind, id, title, body
     from jsonb_to_recordset(?::jsonb) as thing (id uuid, kind text, title text, body text)
     on conflict (thing_id) do update set title = excluded.title, body = excluded.body, updated_at = now()
     where (search_entry.title, search_entry.body) is distinct from (excluded.title, excluded.body)`,
    [tenantId, side, legibleJson(rows)],
  );
}

/** Has it found no longer. */
export function forgetFound(ctx: Context, { id }: SidedRow): Promise<void> {
  return forgetAllFound(ctx, [id]);
}

/** The same of many things. */
export async function forgetAllFound({ em }: Context, ids: readonly string[]): Promise<void> {
  await em.execute(
    'delete from crm.search_entry where thing_id in (select value::uuid from jsonb_array_elements_text(?::jsonb))',
    [JSON.stringify(ids)],
  );
}
