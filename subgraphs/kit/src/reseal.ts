import { blindIndex } from './blind-index.ts';
import type { Context } from './context.ts';
import type { SealedColumn } from './sealed.ts';

export interface Resealed {
  /** Where the next page begins; undefined when there is none. */
  after?: string;
  /** How many were sealed with the newest key now, and how many no known key opens: they stay as they are. */
  sealed: number;
  unopened: number;
}

const PAGE = 200;

interface Row {
  id: string;
  sealed: string;
  tenantId?: string;
}

/** Which of a column: the rows of a tenant, those of none for null, all when left out. */
interface Which {
  tenantId?: string | null;
  after?: string;
}

/**
 * Seals a page of a column again with the newest key, within the caller's transaction. It may be ended anywhere and begun again:
 * what has the newest key is passed over, and a value that somebody else writes meanwhile stays theirs. It is no change of
 * the row, so that its version stays and nothing is published.
 */
export async function resealPage(
  { em, vault, log }: Pick<Context, 'em' | 'vault' | 'log'>,
  { table, column, indexes = {}, hasTenant }: SealedColumn,
  { after, tenantId: whose }: Which = {},
): Promise<Resealed> {
  const kinds = Object.entries(indexes);
  const ofTenant = whose !== undefined && hasTenant;
  const rows = await em.execute<Row[]>(
    `select id, "${column}" as sealed ${hasTenant ? ', tenant_id as "tenantId"' : ''} from ${table}
     where "${column}" is not null and not starts_with("${column}", ?) and id > ?
       ${ofTenant ? 'and tenant_id is not distinct from ?::uuid' : ''} order by id limit ${PAGE}`,
    [`${vault.names[0]}.`, after ?? '00000000-0000-0000-0000-000000000000', ...(ofTenant ? [whose] : [])],
  );
  const page: Resealed = { after: rows.length === PAGE ? rows.at(-1)?.id : undefined, sealed: 0, unopened: 0 };
  for (const { id, sealed, tenantId } of rows) {
    const text = opened(vault, sealed);
    if (text === undefined) {
      page.unopened += 1;
      log.warn({ table, column, id }, 'a sealed value opens with no secret that is known');
      continue;
    }
    const found = kinds.map(([, kind]) => (tenantId ? blindIndex(vault, tenantId, kind, text) : undefined) ?? null);
    const set = [column, ...kinds.map(([name]) => name)].map((name) => `"${name}" = ?`).join(', ');
    await em.execute(`update ${table} set ${set} where id = ? and "${column}" = ?`, [
      ...[vault.seal(text), ...found],
      ...[id, sealed],
    ]);
    page.sealed += 1;
  }
  return page;
}

function opened(vault: Context['vault'], sealed: string): string | undefined {
  try {
    return vault.open(sealed);
  } catch {
    return undefined;
  }
}
