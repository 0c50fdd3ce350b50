import { createHash, type KeyObject, randomBytes } from 'node:crypto';
import { v7 as uuidv7 } from 'uuid';
import { type Context, createContext, type Resources, systemCall } from '../context.ts';
import { Busy } from '../errors.ts';
import { isOutage } from '../failure.ts';
import { noteHostile } from '../hostile.ts';
import { legible } from '../legible.ts';
import { callPatience } from '../places.ts';
import { enqueue } from '../tasks/enqueue.ts';
import { inTransaction } from '../transaction.ts';
import { type Delivery, type DoorAnswer, type SignedDelivery, verifyDelivery } from './delivery.ts';
import type { Door, DoorConnection } from './door.ts';

/** How long the previous secret is still accepted. */
const EARLIER_MS = 24 * 60 * 60_000;
const MOST_ID = 200;
const UUID = /^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/i;
/** A connection that is not there is looked at as if it were, with secrets that nobody knows. */
const nobody: DoorConnection = { tenantId: '', secret: randomBytes(32).toString('hex') };
const nothing = '00000000-0000-0000-0000-000000000000';

/**
 * Takes what the gateway hands on from vendors: it is verified, kept once, and planned to be handled, in one transaction. A
 * refusal has its status; 401 also where the gateway has not signed it.
 */
export function openDoors(doors: readonly Door[], resources: Resources, key: KeyObject) {
  const { name, log, calls } = resources;
  const byName = new Map(doors.map((each) => [each.name, each]));
  return async (signed: SignedDelivery): Promise<DoorAnswer> => {
    const delivery = verifyDelivery(signed, name, key);
    if (!delivery) {
      noteHostile(log, { what: 'a delivery that no gateway has signed', from: name });
      return { status: 401 };
    }
    const door = byName.get(delivery.door);
    if (!door) return { status: 404 };
    const ctx = createContext(resources, systemCall(undefined, delivery.correlationId));
    const who = `${delivery.door} ${delivery.connectionId}`;
    try {
      return await calls.run(who, () => inTransaction(ctx, () => take(ctx, door, delivery), true), callPatience);
    } catch (error) {
      // The vendor comes back with it.
      if (!(error instanceof Busy) && !isOutage(error)) throw error;
      return { status: 503, retryAfter: 5 };
    }
  };
}

async function take(ctx: Context, door: Door, delivery: Delivery): Promise<DoorAnswer> {
  const { connectionId, method } = delivery;
  // An id that is none is asked for too, under one that nothing has.
  const found = await door.connection(ctx, UUID.test(connectionId) ? connectionId : nothing);
  const connection = found ?? nobody;
  if (method === 'GET') {
    const text = door.challenge?.(delivery, connection);
    if (!found) return { status: 404 };
    return text === undefined ? { status: 403 } : { status: 200, text };
  }
  const isRight = isSigned(door, delivery, connection, Date.now());
  if (!found) return { status: 404 };
  if (!isRight) return { status: 401 };
  const eventId = idOf(door, delivery);
  if (eventId === undefined) return { status: 400 };
  await keep(ctx, door, delivery, found, eventId);
  return { status: 200 };
}

/** Whether a delivery is signed by the secret or by the one before it; both are always tried, so that the time gives nothing away. */
function isSigned(
  { verify }: Door,
  delivery: Delivery,
  { secret, earlier = { secret: nobody.secret, replacedAt: new Date(0) } }: DoorConnection,
  now: number,
): boolean {
  const isBySecret = verify(delivery, secret, now);
  const isByEarlier = verify(delivery, earlier.secret, now);
  return isBySecret || (isByEarlier && now - earlier.replacedAt.getTime() < EARLIER_MS);
}

/** The vendor's event id; undefined where what is signed cannot be understood. */
function idOf({ eventId }: Door, delivery: Delivery): string | undefined {
  const digest = () => createHash('sha256').update(delivery.body).digest('base64url');
  try {
    const id = eventId ? eventId(delivery) : digest();
    if (typeof id !== 'string' || id === '') return undefined;
    return id.length > MOST_ID ? digest() : legible(id);
  } catch {
    return undefined;
  }
}

/** What came before is not kept again, and nothing follows from it. */
async function keep(
  ctx: Context,
  { name, handling, keeps = [] }: Door,
  { connectionId, headers, body }: Delivery,
  { tenantId }: DoorConnection,
  eventId: string,
): Promise<void> {
  const receiptId = uuidv7();
  const kept = Object.fromEntries(
    keeps.flatMap((header) => (headers[header] ? [[header, legible(headers[header])]] : [])),
  );
  const rows = await ctx.em.execute<unknown[]>(
    `insert into ${String(ctx.em.config.get('schema'))}.webhook_receipt (id, tenant_id, door, connection_id, event_id, headers, body)
     values (?, ?, ?, ?, ?, ?::jsonb, ?) on conflict (connection_id, event_id) do nothing returning id`,
    [receiptId, tenantId, name, connectionId, eventId, JSON.stringify(kept), body],
  );
  if (rows.length > 0) enqueue(ctx, handling, { receiptId }, { tenantId });
}
