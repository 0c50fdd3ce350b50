import type { Context } from '@mycelium/kit/context';
import { Invalid } from '@mycelium/kit/errors';
import { parseInput } from '@mycelium/kit/input';
import { cursorsOf } from '@mycelium/kit/list-cursor';
import { type PageArgs, pageArguments } from '@mycelium/kit/page';
import { personal } from '@mycelium/kit/personal';
import { feedOf } from '../side/side.ts';
import type { Import } from './import.ts';
import type { ImportRefusal } from './import-view.ts';
import { maskCell } from './shown-values.ts';

interface Kept {
  line: number;
  position: number;
  is_of_row: boolean;
  column: string | null;
  sealed_value: string | null;
  reason: string;
}

/** What is wrong with the rows of an import, or what should be looked at, by line. */
export async function findFindings(
  ctx: Context,
  of: Import,
  isWarning: boolean,
  { first, after }: PageArgs,
): Promise<ImportRefusal[]> {
  parseInput(pageArguments, { first }, []);
  const cursors = cursorsOf(ctx, ['ImportRefusal', of.id, isWarning]);
  const [line, position] = after == null ? [0, -1] : placeIn(cursors.read(after));
  const found = await ctx.em.execute<Kept[]>(
    `select line, position, is_of_row, "column", sealed_value, reason from crm.import_finding
     where import_id = ? and is_warning = ? and (line, position) > (?, ?) order by line, position limit ?`,
    [of.id, isWarning, line, position, first],
  );
  return found.map((each) => ({
    cursor: cursors.of(`${each.line}:${each.position}`),
    ...{ line: each.line, column: each.column ?? undefined, reason: each.reason, isOfRow: each.is_of_row },
    value:
      each.sealed_value === null ? undefined : show(ctx, of, 'refusals', ctx.vault.open(each.sealed_value), maskCell),
  }));
}

/** What an import has of a person, as the viewer may see it; of one import one entry of the log is made in a call. */
export function show(ctx: Context, of: Import, field: string, value: string, mask: (value: string) => string): string {
  return personal(ctx, { noun: 'Import', nounId: of.id, field, logOf: feedOf(of) }, value, mask);
}

function placeIn(position: string): [number, number] {
  const [line, place] = position.split(':').map(Number);
  if (line === undefined || place === undefined) throw new Invalid('This cursor is not one of ours.', ['after']);
  return [line, place];
}
