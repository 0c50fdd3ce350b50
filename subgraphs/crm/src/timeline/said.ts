import type { EventType } from '@mycelium/schema/event-type';
import { type AlertTold, alertRaised, alertRecovered } from '@mycelium/schema/subgraphs/events';
import { firstOrderSeen } from '@mycelium/schema/subgraphs/restaurant/orders';
import { membershipChanged, serviceChanged, syncFailed, syncRecovered } from '@mycelium/schema/subgraphs/tenants';
import type { z } from 'zod';
import type { Told } from './tell.ts';
import { EntryKind } from './timeline-entry.ts';

/** What an entry of the tenant's own timeline says of an event. */
export type Saying = Pick<Told, 'kind' | 'facts' | 'relatedId'>;

/** A type of events of which each is an entry of the timeline, and what that says. */
export interface Said {
  type: EventType;
  say(payload: unknown): Saying;
}

/** What the other subgraphs tell, and what the timeline of the tenant says of it; nothing else is to be done. */
export const said: readonly Said[] = [
  entry(syncFailed, (sync) => ofSync(EntryKind.SYNC_FAILED, sync)),
  entry(syncRecovered, (sync) => ofSync(EntryKind.SYNC_RECOVERED, sync)),
  entry(serviceChanged, ofService),
  entry(alertRaised, (alert) => ofAlert(EntryKind.ALERT_RAISED, alert)),
  entry(alertRecovered, (alert) => ofAlert(EntryKind.ALERT_RECOVERED, alert)),
  entry(membershipChanged, ofMember),
  entry(firstOrderSeen, ({ orderId }) => ({ kind: EntryKind.FIRST_ORDER, facts: {}, relatedId: orderId })),
];

function entry<Payload>(type: EventType<Payload>, say: (payload: Payload) => Saying): Said {
  return { type, say } as Said;
}

function ofSync(
  kind: EntryKind,
  { syncId, product, runId }: { syncId: string; product: string; runId?: string },
): Saying {
  return { kind, facts: factsOf({ product, runId }), relatedId: syncId };
}

const services = { ACTIVE: EntryKind.SERVICE_ON, PAUSED: EntryKind.SERVICE_PAUSED, OFF: EntryKind.SERVICE_OFF };

function ofService({ serviceId, product, status, before }: z.infer<typeof serviceChanged.payload>): Saying {
  const kind = status && before ? services[status] : EntryKind.SERVICE_CHANGED;
  return { kind, facts: factsOf({ product, before }), relatedId: serviceId };
}

function ofAlert(kind: EntryKind, { alertId, value, threshold, ...alert }: AlertTold): Saying {
  const { kind: alertKind, name, source, target } = alert;
  return { kind, facts: factsOf({ alertKind, name, source, target, value, threshold }), relatedId: alertId };
}

const members = { JOINED: EntryKind.MEMBER_JOINED, ROLE: EntryKind.MEMBER_CHANGED, LEFT: EntryKind.MEMBER_LEFT };

function ofMember({ membershipId, change, ...who }: z.infer<typeof membershipChanged.payload>): Saying {
  const { userId, name, role, roleBefore } = who;
  const facts = factsOf({ userId, name, role, roleBefore });
  return { kind: members[change ?? 'ROLE'], facts, relatedId: membershipId };
}

/** What is known of it. */
function factsOf(facts: Readonly<Record<string, string | number | undefined>>): Record<string, string | number> {
  const known = Object.entries(facts).filter((fact): fact is [string, string | number] => fact[1] !== undefined);
  return Object.fromEntries(known);
}
