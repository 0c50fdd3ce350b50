import type { Context } from '@mycelium/kit/context';
import { csvOf } from '@mycelium/kit/csv';
import { CsvPage } from '@mycelium/kit/csv-page';
import { Forbidden } from '@mycelium/kit/errors';
import { type PageArgs, page } from '@mycelium/kit/page';
import { ObjectType } from 'type-graphql';
import { show } from './find-findings.ts';
import { type Import, ImportRow } from './import.ts';
import { REFUSED_BECAUSE } from './meanings-of.ts';

@ObjectType({
  description:
    'The rows of an import with refusals as they were read, and a last column with the reasons, which another import leaves out: to be mended and imported.',
})
export class RefusedRows extends CsvPage {}

interface Reason {
  line: number;
  column: string | null;
  reason: string;
}

/** A page of the rows with refusals, as a table in the columns of the file. Throws Forbidden for who may not see how people are reached. */
export async function refusedRows(ctx: Context, of: Import, range: PageArgs): Promise<RefusedRows> {
  if (!ctx.viewer.scopes.includes('pii:read')) throw new Forbidden('These rows show how people are reached.');
  const found = await page(ctx, ImportRow, { importId: of.id, sealedCells: { $ne: null } }, range, {
    line: 'asc',
    id: 'asc',
  });
  const rows = found.edges.map(({ node }) => node);
  const reasons = await reasonsOf(ctx, of, rows);
  const columns = of.look?.columns ?? [];
  const table = rows.map(({ line, sealedCells = '' }) => {
    const cells = JSON.parse(show(ctx, of, 'refusedRows', ctx.vault.open(sealedCells), String)) as string[];
    return [...columns.map((_, at) => cells[at] ?? ''), reasons.get(line) ?? ''];
  });
  const { hasNextPage, endCursor } = found.pageInfo;
  return { csv: csvOf([...columns, REFUSED_BECAUSE], table), hasNextPage, endCursor };
}

async function reasonsOf(
  { em }: Context,
  { id }: Import,
  rows: readonly ImportRow[],
): Promise<ReadonlyMap<number, string>> {
  const found = await em.execute<Reason[]>(
    `select line, "column", reason from crm.import_finding
     where import_id = ? and not is_warning and line in (select value::int from jsonb_array_elements_text(?::jsonb))
     order by line, position`,
    [id, JSON.stringify(rows.map(({ line }) => line))],
  );
  const byLine = Map.groupBy(found, ({ line }) => line);
  const words = ({ column, reason }: Reason) => (column === null ? reason : `${column}: ${reason}`);
  return new Map([...byLine].map(([line, some]) => [line, some.map(words).join('; ')]));
}
