import type { Context } from '@mycelium/kit/context';
import { NotFound, Unavailable } from '@mycelium/kit/errors';
import { ImportStatus } from '@mycelium/kit/imports/import-state';
import { planInBatches, rowsKept } from '@mycelium/kit/imports/in-batches';
import { hasMoreRows } from '@mycelium/kit/tables/more-rows';
import type { OpenBytes } from '@mycelium/kit/tables/table-look';
import { NotYet, type TaskDesk, task } from '@mycelium/kit/tasks/task';
import { inThread } from '@mycelium/kit/threads/in-thread';
import { openUpload } from '@mycelium/kit/uploads/open-upload';
import { getCountries } from 'libphonenumber-js/max';
import { z } from 'zod';
import { readersByName, timeZoneOfTenant } from '../people/people.ts';
import { countryOfZone } from '../reach/country.ts';
import { Side } from '../side/side.ts';
import { type ContactTable, lookAtContacts } from './contact-table.ts';
import { countRows } from './count-rows.ts';
import { Import } from './import.ts';
import { ImportEnded, orFail, step } from './import-steps.ts';
import type { KeyedRow } from './keyed-row.ts';
import { planBatch } from './plan-batch.ts';
import type { TableReading } from './reading-thread.ts';
import { tellImport } from './tell-import.ts';

/** The most rows of a file. */
const MOST_ROWS = 200_000;
const AWAY_MS = 2_000;
const READING = new URL('./reading-thread.ts', import.meta.url);

/** Reads the file of an import, and plans what each of its rows becomes. */
export const planContacts = task(
  'contact-import-plan',
  z.object({ importId: z.uuid() }),
  (desk, { importId }) => orFail(desk, importId, () => plan(desk, importId)),
  { attempts: 5 },
);

async function plan(desk: TaskDesk, id: string): Promise<void> {
  const open: OpenBytes = () =>
    desk.transact(async (ctx) => {
      const { uploadId } = await ctx.em.findOneOrFail(Import, { id });
      return (await openUpload(ctx, uploadId)).body;
    });
  const known = await desk.transact((ctx) => ctx.em.findOneOrFail(Import, { id }));
  const table = tableOf(known) ?? (await look(desk, known, open));
  const { of, owners } = await desk.transact((ctx) => begin(ctx, id, table)).catch(waitWhileAway);
  const country = getCountries().find((each) => each === of.country);
  const { given, side, tenantId } = of;
  const reading = {
    ...{ table, by: { country, owners }, of: { given, side, tenantId } },
    ...{ vault: desk.vault.keys, skip: rowsKept(desk) },
  };
  const read = inThread<TableReading, Uint8Array, KeyedRow[]>(READING, reading, await open());
  const total = await planInBatches(desk, read, async (ctx, rows, before) => {
    await step(ctx, id, { from: ImportStatus.PLANNING, done: before + rows.length });
    await planBatch(ctx, of, rows);
  });
  if (total === 0) throw new ImportEnded('NO_ROWS');
  await desk.conclude(async (ctx) => {
    const counted = await countRows(ctx, id);
    await step(ctx, id, { from: ImportStatus.PLANNING, to: ImportStatus.PLANNED, done: total, total, ...counted });
  });
}

function tableOf({ look, meanings, dateOrders }: Import): ContactTable | undefined {
  if (!look || !meanings || !dateOrders) return undefined;
  return { look, meanings, dateOrders: dateOrders.map((order) => order ?? undefined), samples: [] };
}

async function look(desk: TaskDesk, { given }: Import, open: OpenBytes): Promise<ContactTable> {
  const { encoding, delimiter, hasHeader, mapping, dateOrder } = given;
  const said = {
    encoding: encoding ?? undefined,
    delimiter: delimiter ?? undefined,
    hasHeader: hasHeader ?? undefined,
  };
  const table = await lookAtContacts(open, { look: said, mapping, dateOrder }).catch((error: unknown) => {
    throw error instanceof NotFound ? new ImportEnded('UPLOAD_GONE') : error;
  });
  if ('refused' in table) throw new ImportEnded(table.refused);
  // Before a single one is planned, which takes much longer than to count them.
  if (await hasMoreRows(open, table.look, MOST_ROWS)) throw new ImportEnded('TOO_MANY_ROWS');
  desk.log.info({ origin: table.meanings.origin, encoding: table.look.encoding }, 'a table of contacts was looked at');
  return table;
}

/** Writes down how the table is read, so that whoever goes on after a kill reads it in the same way. */
async function begin(ctx: Context, id: string, table: ContactTable) {
  const of = await ctx.em.findOneOrFail(Import, { id });
  const { tenantId, side, given } = of;
  const owners = side === Side.TENANT ? await readersByName(ctx, tenantId) : new Map<string, string>();
  if (of.look) return { of, owners };
  const zone = await timeZoneOfTenant(ctx, tenantId);
  of.look = table.look;
  of.meanings = table.meanings;
  of.dateOrders = table.dateOrders.map((order) => order ?? null);
  of.sealedSamples = ctx.vault.seal(JSON.stringify(table.samples));
  of.country = given.country ?? (zone ? countryOfZone(zone) : undefined);
  await ctx.em.flush();
  tellImport(ctx, of);
  return { of, owners };
}

function waitWhileAway(error: unknown): never {
  throw error instanceof Unavailable ? new NotYet(error.message, AWAY_MS) : error;
}
