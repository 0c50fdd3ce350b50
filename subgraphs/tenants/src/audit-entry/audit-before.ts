import { acknowledgeDeliveries } from '@mycelium/bus/answer';
import { CHANNELS_KEY, queueKey } from '@mycelium/bus/keys';
import { AUDIT_KEY } from '@mycelium/kit/audit-outbox';
import { on } from '@mycelium/kit/subgraph';
import type { TaskDesk } from '@mycelium/kit/tasks/task';
import { AUDIT_BEFORE, type Audit, auditSchema } from '@mycelium/schema/audit';
import { type EventType, eventSchema } from '@mycelium/schema/event-type';
import type { Redis } from 'ioredis';

const HUB = 'wrapper';
const AT_ONCE = 100;

/** The event by which audits travelled before the log had a way of its own; nobody can publish it any more, and what still waits is taken over. */
const auditRecorded: EventType<Omit<Audit, 'tenantId'>> = {
  name: AUDIT_BEFORE,
  description: 'Somebody did something that the audit log keeps.',
  source: 'system',
  targets: [HUB],
  payload: auditSchema.omit({ tenantId: true }),
};

export const auditBefore = on(auditRecorded, async ({ redis }, told, { feed }) => takeOver(redis, feed, told));

/** The same with what no reader of ours gets, since the tenant has stopped the channel or has somebody outside take it. */
export async function takeAuditBefore({ redis }: Pick<TaskDesk, 'redis'>): Promise<void> {
  for (const member of await redis.smembers(CHANNELS_KEY)) {
    const [tenant = '', channel = ''] = member.split(' ');
    const [source = '', target] = channel.split('>');
    if (target === HUB) await takeChannel(redis, tenant, source);
  }
}

async function takeChannel(redis: Redis, tenant: string, source: string): Promise<void> {
  for (let from = '-', isOpen = true; isOpen; ) {
    const entries = await redis.xrange(queueKey(tenant, source, HUB), from, '+', 'COUNT', AT_ONCE);
    const found = entries.filter(([, fields]) => fields[5] === AUDIT_BEFORE);
    for (const [, fields] of found) {
      const { payload } = eventSchema.parse(JSON.parse(fields[1] ?? ''));
      await takeOver(redis, tenant, auditRecorded.payload.parse(payload));
    }
    const ids = found.map(([, fields]) => ({ id: fields[3] ?? '' }));
    if (ids.length > 0) await acknowledgeDeliveries(redis, tenant, HUB, ids);
    from = `(${entries.at(-1)?.[0]}`;
    isOpen = entries.length === AT_ONCE;
  }
}

async function takeOver(redis: Redis, tenantId: string, told: Omit<Audit, 'tenantId'>): Promise<void> {
  await redis.xadd(AUDIT_KEY, '*', 'audit', JSON.stringify({ ...told, tenantId }));
}
