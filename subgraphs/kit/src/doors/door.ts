import { z } from 'zod';
import type { Context } from '../context.ts';
import { round } from '../tasks/rounds.ts';
import { type Task, type TaskDesk, task } from '../tasks/task.ts';
import type { Delivery } from './delivery.ts';
import type { Verify } from './hmac.ts';
import { ReceiptRow } from './receipt.ts';

/** A connection to which a vendor's deliveries belong, with the secret that both know. */
export interface DoorConnection {
  tenantId: string;
  secret: string;
  /** The one before it, which is good for a day after it was replaced. */
  earlier?: { secret: string; replacedAt: Date };
}

export interface DoorSettings {
  /** The connection with this id, whosever it is; its unit of work sees all rows. */
  connection(ctx: Context, id: string): Promise<DoorConnection | undefined>;
  verify: Verify;
  /** The vendor's own id of what it sends, read from what is believed; that of its bytes unless given. Throws where it cannot be read. */
  eventId?(delivery: Delivery): string;
  /** Headers that are kept beside the body. */
  keeps?: readonly string[];
  /** Does what follows from it, in the background, and may be called again after a kill. */
  handle(desk: TaskDesk, told: ReceiptRow & { body: Buffer }): Promise<unknown>;
  /** What is answered to a GET by which the vendor finds out whether the address is ours; undefined is a refusal. */
  challenge?(delivery: Delivery, connection: DoorConnection): string | undefined;
}

/** Where a vendor notifies us: `/webhooks/{name}/{connectionId}` of the gateway. Named in the manifest, and promised in `schema/`. */
export interface Door extends Omit<DoorSettings, 'handle'> {
  name: string;
  handling: Task<{ receiptId: string }>;
}

/** A door, by the name that stands in its address. */
export function door(name: string, { handle, ...settings }: DoorSettings): Door {
  const handling = task(`webhook-${name}`, z.object({ receiptId: z.uuid() }), async (desk, { receiptId }) => {
    const told = await desk.transact(({ em }) => em.findOne(ReceiptRow, { id: receiptId }));
    if (!told?.body) return;
    await handle(desk, Object.assign(told, { body: told.body }));
    await desk.transact(({ em }) => em.nativeUpdate(ReceiptRow, { id: receiptId }, { body: null }));
  });
  return { name, handling, ...settings };
}

/** How long an event id is kept: longer than any vendor sends the same event again. */
const KEPT = '30 days';

/** Forgets what came long ago and was handled. */
export const forgetReceipts = round('forget-receipts', '41 4 * * *', ({ em }) =>
  em.execute(
    `delete from ${String(em.config.get('schema'))}.webhook_receipt where body is null and received_at < now() - interval '${KEPT}'`,
  ),
);
