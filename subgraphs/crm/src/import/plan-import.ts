import { ownTenant } from '@mycelium/kit/allow';
import type { Context } from '@mycelium/kit/context';
import { create } from '@mycelium/kit/crud';
import { Conflict, Invalid } from '@mycelium/kit/errors';
import { ImportStatus } from '@mycelium/kit/imports/import-state';
import { parseInput } from '@mycelium/kit/input';
import { lookAtTable, type OpenBytes } from '@mycelium/kit/tables/table-look';
import { enqueue } from '@mycelium/kit/tasks/enqueue';
import { openUpload } from '@mycelium/kit/uploads/open-upload';
import { boundsOf, UploadPurpose } from '@mycelium/kit/uploads/purpose';
import { actorOf } from '../actor/actor.ts';
import { sideFor } from '../side/side.ts';
import { Import } from './import.ts';
import { type ColumnMappingInput, type ImportOptionsInput, mappingSchema, optionsSchema } from './import-input.ts';
import { planContacts } from './plan-task.ts';
import { tellImport } from './tell-import.ts';

/** How long a plan waits for being applied. */
const PLAN_MS = 7 * 86_400_000;
/** Each plan keeps all rows of its file. */
const MOST_PLANS = 20;
/** From so many bytes one sees whether there is a table at all. */
const HEAD = 65_536;

interface Order {
  uploadId: string;
  mapping?: readonly ColumnMappingInput[] | null;
  options?: ImportOptionsInput | null;
}

/** Begins to plan the import of a file; throws NotFound for no upload of the tenant, Invalid for one that holds no table, and Conflict while too many plans wait. */
export async function planImport(ctx: Context, { uploadId, ...order }: Order): Promise<Import> {
  const { side, ...options } = parseInput(optionsSchema, order.options, ['options']);
  const mapping = parseInput(mappingSchema, order.mapping, ['mapping']);
  const book = sideFor(ctx, side);
  ownTenant(ctx);
  await checkRoom(ctx);
  const fileName = await checkFile(ctx, uploadId);
  const planned = create(ctx, Import, {
    ...{ uploadId: uploadId.toLowerCase(), fileName, side: book, actor: actorOf(ctx), status: ImportStatus.PLANNING },
    ...{ given: { ...options, mapping }, expiresAt: new Date(ctx.now().getTime() + PLAN_MS) },
  } as never);
  await ctx.em.flush();
  enqueue(ctx, planContacts, { importId: planned.id });
  tellImport(ctx, planned);
  return planned;
}

/** Whoever plans and never applies fills nobody's disk. */
async function checkRoom({ em }: Context): Promise<void> {
  const waiting = await em.count(Import, { status: { $in: [ImportStatus.PLANNING, ImportStatus.PLANNED] } });
  if (waiting >= MOST_PLANS)
    throw new Conflict(`At most ${MOST_PLANS} imports wait at a time: apply or cancel one.`, {
      reason: 'TOO_MANY_PLANS',
      limit: MOST_PLANS,
    });
}

/** What is certainly no table is refused at once, by its first bytes; answers the name of the file. */
async function checkFile(ctx: Context, uploadId: string): Promise<string> {
  const { name, type, body } = await openUpload(ctx, uploadId);
  if (!boundsOf[UploadPurpose.TABLE].types.includes(type)) {
    body.destroy();
    throw noTable('NOT_TEXT');
  }
  const head: Uint8Array[] = [];
  let length = 0;
  for await (const bytes of body as AsyncIterable<Uint8Array>) {
    head.push(bytes);
    length += bytes.length;
    if (length > HEAD) break;
  }
  const look = await lookAtTable(again(head));
  if ('refused' in look && (length <= HEAD || look.refused === 'NOT_TEXT')) throw noTable(look.refused);
  return name;
}

function again(head: readonly Uint8Array[]): OpenBytes {
  return async function* () {
    yield* head;
  };
}

const messages = {
  EMPTY_FILE: 'There is nothing in this file.',
  NO_ROWS: 'There are no rows in this file.',
  NOT_TEXT: 'This is no table of text.',
};

function noTable(reason: keyof typeof messages): Invalid {
  return new Invalid(messages[reason], ['uploadId'], { reason });
}
