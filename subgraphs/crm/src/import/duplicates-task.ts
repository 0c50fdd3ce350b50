import { throughLines } from '@mycelium/kit/imports/in-batches';
import { type TaskDesk, task } from '@mycelium/kit/tasks/task';
import { z } from 'zod';
import { findAllDuplicates } from '../duplicate/find-duplicates.ts';
import { Import } from './import.ts';

const BATCH = 1_000;

interface Row {
  line: number;
  noun_id: string;
}

/** Looks for those that may be the same as contacts that an import has written: behind it, so that nobody waits. */
export const findImportedDuplicates = task(
  'contact-import-duplicates',
  z.object({ importId: z.uuid() }),
  (desk, { importId }) => look(desk, importId),
  { attempts: 5 },
);

function look(desk: TaskDesk, id: string): Promise<void> {
  return throughLines(desk, 'duplicates', async (ctx, after) => {
    const rows = await ctx.em.execute<Row[]>(
      `select r.line, r.noun_id from crm.import_row r join crm.contact c on c.id = r.noun_id and c.removed_at is null
       where r.import_id = ? and r.state = 'WRITTEN' and r.line > ? order by r.line limit ${BATCH}`,
      [id, after],
    );
    const last = rows.at(-1);
    if (!last) return undefined;
    const of = await ctx.em.findOneOrFail(Import, { id });
    await findAllDuplicates(
      ctx,
      of,
      rows.map((row) => row.noun_id),
    );
    return last.line;
  });
}
