import { type FilterQuery, LockMode } from '@mikro-orm/core';
import { changedKey, totalsKey } from '@mycelium/bus/keys';
import { readOff } from '@mycelium/bus/off';
import { redeliverEvent } from '@mycelium/bus/redeliver';
import { ownTenant } from '@mycelium/kit/allow';
import type { Context } from '@mycelium/kit/context';
import { Conflict, Forbidden, NotFound } from '@mycelium/kit/errors';
import { afterCommit } from '@mycelium/kit/transaction';
import { eventSchema } from '@mycelium/schema/event-type';
import { eventTypes, isPlatformOnly } from '@mycelium/schema/event-types';
import { validate as isUuid } from 'uuid';
import { EventAction } from '../event-job/event-job.ts';
import { onBus } from '../on-bus.ts';
import { ofRow } from '../tracking/read-tracking.ts';
import { type EventTracking, TrackingStatus } from '../tracking/tracking.ts';
import { ended, givenUp, rowsThat, type StoredEventFilter } from './filter.ts';
import { StoredEvent } from './stored-event.ts';

/** What may be done with a row, by its status. */
const possibleFor: Record<EventAction, readonly TrackingStatus[]> = {
  [EventAction.RETRY]: givenUp,
  [EventAction.DISCARD]: givenUp,
  [EventAction.REPLAY]: ended,
};

/** The rows that an action comes to: what the platform alone publishes, nobody else publishes once more. */
export function rowsFor(tenantId: string, action: EventAction, filter?: StoredEventFilter): FilterQuery<StoredEvent> {
  const rows = rowsThat(tenantId, filter, possibleFor[action]);
  if (action !== EventAction.REPLAY) return rows;
  return { $and: [rows, { eventType: { $nin: [...eventTypes.keys()].filter(isPlatformOnly) } }] };
}

/**
 * Retries, replays or discards rows that this transaction has locked, so that the keeper writes after us what comes of it.
 * Answers those that could not be delivered, since their product is switched off or they are no events. For a job, the bus remembers what it
 * has delivered: whoever takes the job over from one that died before it was written delivers nothing twice.
 */
export async function actOn(
  ctx: Context,
  action: EventAction,
  rows: readonly StoredEvent[],
  job?: string,
): Promise<StoredEvent[]> {
  if (action === EventAction.DISCARD) {
    for (const row of rows) ctx.em.remove(row);
    afterCommit(ctx, () => countOut(ctx, rows));
    return [];
  }
  const tenantId = rows[0]?.tenantId ?? '';
  const off = await onBus(ctx, (redis) => readOff(redis, tenantId));
  const wanted = rows.filter(
    ({ targetApplication, event }) => !off.has(targetApplication) && eventSchema.safeParse(event).success,
  );
  const isReplay = action === EventAction.REPLAY;
  const answers = await onBus(ctx, (redis) =>
    Promise.all(
      wanted.map((row) =>
        redeliverEvent(redis, eventSchema.parse(row.event), row.targetApplication, {
          isReplay,
          wasStored: isGivenUp(row),
          job,
        }),
      ),
    ),
  );
  // How a delivery ended that has ended again is written by the keeper, or has been.
  for (const row of wanted.filter((_, index) => answers[index] !== 'ENDED'))
    Object.assign(row, {
      ...{ status: TrackingStatus.PUBLISHED, acknowledged: false, endedAt: null },
      retriedAt: new Date(),
      // Of a row from before this was kept: what it says is all that is known.
      firstFailedAt: row.firstFailedAt ?? ofRow(row).firstFailedAt,
    });
  return rows.filter((row) => !wanted.includes(row));
}

const isGivenUp = ({ status }: StoredEvent): boolean => givenUp.some((each) => each === status);

/** Takes rows that were discarded out of the counters of what was given up. */
async function countOut({ redis }: Context, rows: readonly StoredEvent[]): Promise<void> {
  const steps = redis.pipeline();
  for (const { tenantId, sourceApplication, targetApplication } of rows)
    steps.hincrby(totalsKey(tenantId), `${sourceApplication}>${targetApplication}|stored`, -1);
  for (const tenantId of new Set(rows.map((row) => row.tenantId)))
    steps.publish(changedKey(tenantId), String(Date.now()));
  await steps.exec();
}

/** Retries, replays or discards one row; throws when there is none, or its status does not allow it. */
export async function actOnOne(ctx: Context, action: EventAction, id: string): Promise<EventTracking> {
  const tenantId = ownTenant(ctx);
  const row = isUuid(id)
    ? await ctx.em.findOne(StoredEvent, { id, tenantId }, { lockMode: LockMode.PESSIMISTIC_WRITE })
    : undefined;
  if (!row) throw new NotFound('StoredEvent', id);
  if (!possibleFor[action].some((each) => each === row.status))
    throw new Conflict(`This event is ${row.status}.`, { reason: 'EVENT_MOVED_ON', status: row.status });
  if (action === EventAction.REPLAY && isPlatformOnly(row.eventType))
    throw new Forbidden(`Only the platform publishes ${row.eventType}.`, {
      reason: 'PLATFORM_ONLY',
      name: row.eventType,
    });
  if (action !== EventAction.DISCARD && !eventSchema.safeParse(row.event).success)
    throw new Conflict('This event cannot be read; discard it.', { reason: 'ILLEGIBLE' });
  const [left] = await actOn(ctx, action, [row]);
  if (left)
    throw new Conflict(`${row.targetApplication} is switched off and receives nothing.`, {
      reason: 'SWITCHED_OFF',
      name: row.targetApplication,
    });
  return ofRow(row);
}
