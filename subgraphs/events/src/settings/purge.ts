import type { Context } from '@mycelium/kit/context';

/** How many rows are deleted at a time; the rest follow the next time. */
const BATCH = 5_000;

/**
 * Removes successes that their tenant's mode does not keep, or no longer: those older than 30 days, and all of them
 * where no history is kept any more. What was given up stays until somebody decides.
 */
export async function purge({ em }: Context): Promise<void> {
  await em.execute(
    `delete from events.event_tracking where id in (
       select stored.id from events.event_tracking stored
       join events.event_settings settings on settings.tenant_id = stored.tenant_id
       where stored.status = 'ACKNOWLEDGED' and (
         settings.mode in ('ZERO_DB_SUCCESS', 'PENDING_ONLY')
         or (settings.mode = 'THIRTY_DAYS' and stored.ended_at < now() - interval '30 days')
       ) limit ${BATCH} for update of stored skip locked
     )`,
  );
}
