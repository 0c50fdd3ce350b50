import { ownTenant } from '@mycelium/kit/allow';
import type { Context } from '@mycelium/kit/context';
import { on, type Reaction } from '@mycelium/kit/subgraph';
import type { Event } from '@mycelium/schema/event-type';
import { commissionProcessed, referralCompleted } from '@mycelium/schema/subgraphs/crm/partners';
import { conditionChanged, creditAllocated, creditConsumed } from '@mycelium/schema/subgraphs/events';
import { v7 as uuidv7 } from 'uuid';
import { hearCondition } from './condition/hear-condition.ts';

/** What `system` does when others speak; what it resolves with is its acknowledgment. */
export const reactions: readonly Reaction[] = [
  on(conditionChanged, hearCondition),
  ...[creditAllocated, creditConsumed].map((type) =>
    // The balance is ours; all that is left to do is to say that it was heard.
    on(type, async (_ctx, { balance }) => ({ systemBalance: balance, application: 'system' })),
  ),
  ...[referralCompleted, commissionProcessed].map((type) =>
    on<{ entityId: string }>(type, (ctx, payload, event) => logOnce(ctx, payload, event)),
  ),
];

/** However often it is published, and under however many events, it is logged once; the answer says under which id. */
async function logOnce(ctx: Context, details: { entityId: string }, event: Event) {
  const tenantId = ownTenant(ctx);
  const { entityId } = details;
  const logged = await ctx.em.execute<{ id: string }[]>(
    `insert into events.system_log_entry (id, tenant_id, event_type, entity_id, event_id, details) values (?, ?, ?, ?, ?, ?::jsonb)
     on conflict (tenant_id, event_type, entity_id) do nothing returning id`,
    [uuidv7(), tenantId, event.type, entityId, event.id, JSON.stringify(details)],
  );
  const [entry] = logged.length
    ? logged
    : await ctx.em.execute<{ id: string }[]>(
        'select id from events.system_log_entry where tenant_id = ? and event_type = ? and entity_id = ?',
        [tenantId, event.type, entityId],
      );
  return { application: 'system', logId: entry?.id, isNew: logged.length > 0 };
}
