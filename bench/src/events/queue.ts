import { randomUUID } from 'node:crypto';
import type { Event } from '@mycelium/schema/event-type';

/** One way to bring events from one process to others that acknowledge them; all are given the same events in the same batches. */
export interface Queue {
  publish(events: readonly Event[]): Promise<void>;
  /** Takes events, acknowledges them and tells `done` of those that are, until `close()`. */
  consume(consumer: string, done: (events: readonly Event[]) => void): Promise<void>;
  close(): Promise<void>;
}

/** How many a consumer takes, and acknowledges, at a time. */
export const BATCH = 100;
const SOURCE = 'crm';
export const TARGET = 'hr';

/** An event as the seeds have them; it knows when it was sent, by the clock of this machine in parts of a millisecond. */
export function makeEvent(tenant: string): Event {
  return {
    id: randomUUID(),
    type: 'user.created',
    feed: tenant,
    source: SOURCE,
    at: new Date().toISOString(),
    actor: { kind: 'client', id: 'bench' },
    correlationId: 'bench',
    payload: {
      entityId: 'user-456',
      email: 'john.doe@company.com',
      department: 'engineering',
      sent: preciseNow(),
    },
  };
}

export function sentAt({ payload }: Event): number {
  return Number((payload as { sent: number }).sent);
}

export function preciseNow(): number {
  return performance.timeOrigin + performance.now();
}
