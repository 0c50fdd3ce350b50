import type { Context } from '@mycelium/kit/context';
import type { Answer } from '@mycelium/kit/on-answer';
import { round } from '@mycelium/kit/tasks/rounds';
import { applicationsOf } from '@mycelium/schema/applications';
import { v7 as uuidv7 } from 'uuid';

/** For how long it is known what the bus had acknowledged. */
export const DAYS_KEPT = 92;

/** Notes that the bus has the acknowledgment of one of our applications; what others do with the event is theirs. */
export async function noteAcknowledged(
  { em }: Context,
  { event, application, outcome, endedAt }: Answer,
): Promise<void> {
  if (outcome !== 'ACKNOWLEDGED' || !applicationsOf('crm').includes(application)) return;
  await em.execute(
    `insert into crm.acknowledged_event (id, created_at, updated_at, version, tenant_id, event_id, type, acknowledged_at)
     values (?, now(), now(), 1, ?, ?, ?, ?) on conflict (tenant_id, event_id) do nothing`,
    [uuidv7(), event.feed, event.id, event.type, endedAt],
  );
}

/** At most so many at a time, so that nobody waits for it. */
const AT_ONCE = 20_000;

export const forgetAcknowledged = round('acknowledged-events-kept', '43 * * * *', ({ em }) =>
  em.execute(
    `delete from crm.acknowledged_event where id in (
       select id from crm.acknowledged_event where acknowledged_at < now() - make_interval(days => ?)
       order by acknowledged_at limit ${AT_ONCE}
     )`,
    [DAYS_KEPT + 1],
  ),
);
