import type { Context } from '@mycelium/kit/context';
import type { Import } from './import.ts';

/** What became of the rows of an import, and how much is wrong with them. */
export async function countRows(
  { em }: Context,
  id: string,
): Promise<Pick<Import, 'counts' | 'refusalCount' | 'warningCount'>> {
  const rows = await em.execute<{ kind: string; count: number }[]>(
    'select kind, count(*)::int as count from crm.import_row where import_id = ? group by kind',
    [id],
  );
  const findings = await em.execute<{ is_warning: boolean; count: number }[]>(
    'select is_warning, count(*)::int as count from crm.import_finding where import_id = ? group by is_warning',
    [id],
  );
  const of = (isWarning: boolean) => findings.find((each) => each.is_warning === isWarning)?.count ?? 0;
  return {
    counts: Object.fromEntries(rows.map(({ kind, count }) => [kind, count])),
    refusalCount: of(false),
    warningCount: of(true),
  };
}
