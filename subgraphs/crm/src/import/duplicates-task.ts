import type { Context } from '@mycelium/kit/context';
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
  return throughLines(desk, 'duplicates', {
    async read({ em }, after) {
      const rows = await em.execute<Row[]>(
        `select line, noun_id from crm.import_row where import_id = ? and state = 'WRITTEN' and line > ? order by line limit ${BATCH}`,
        [id, after],
      );
      const last = rows.at(-1);
      return last && { lastLine: last.line, rows };
    },
    prepare: async ({ rows }) => rows.map((row) => row.noun_id),
    async write(ctx, ids) {
      const of = await ctx.em.findOneOrFail(Import, { id });
      await findAllDuplicates(ctx, of, await stillThere(ctx, ids));
    },
  });
}

async function stillThere({ em }: Context, ids: readonly string[]): Promise<string[]> {
  const rows = await em.execute<{ id: string }[]>(
    `select id from crm.contact where removed_at is null
       and id = any(array(select value::uuid from jsonb_array_elements_text(?::jsonb)))`,
    [JSON.stringify(ids)],
  );
  return rows.map(({ id }) => id);
}
