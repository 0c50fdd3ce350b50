import { type BlindKind, blindIndex } from './blind-index.ts';
import type { Context } from './context.ts';

/** A column of sealed values, in a table with an id. */
export interface SealedColumn {
  /** With its schema: events.webhook_endpoint. */
  table: string;
  column: string;
  /** The columns of the same row by which its person is found, with the kind of each; the table has a tenant_id then. */
  indexes?: Readonly<Record<string, BlindKind>>;
}

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

/**
 * Seals a page of a column anew with the newest key, as the system and within the caller's transaction. It may be ended
 * anywhere and begun again: what is current is passed over, and a value that somebody else writes meanwhile stays theirs.
 * It is no change of the row, so that its version stays and nothing is told.
 */
export async function resealPage(
  { em, vault, log }: Pick<Context, 'em' | 'vault' | 'log'>,
  { table, column, indexes = {} }: SealedColumn,
  after?: string,
): Promise<Resealed> {
  const kinds = Object.entries(indexes);
  const tenant = kinds.length > 0 ? ', tenant_id as "tenantId"' : '';
  const rows = await em.execute<Row[]>(
    `select id, "${column}" as sealed${tenant} from ${table} where "${column}" is not null and id > ? order by id limit ${PAGE}`,
    [after ?? '00000000-0000-0000-0000-000000000000'],
  );
  const page: Resealed = { after: rows.length === PAGE ? rows.at(-1)?.id : undefined, sealed: 0, unopened: 0 };
  for (const { id, sealed, tenantId } of rows) {
    if (vault.isCurrent(sealed)) continue;
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
