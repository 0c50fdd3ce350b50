import type { EventType } from '@mycelium/schema/event-type';
import { benefitsUpdated, employeeUpdated } from '@mycelium/schema/outside';
import { commissionUpdated } from '@mycelium/schema/subgraphs/crm/partners';
import { alertRaised, alertRecovered, creditAllocated, creditConsumed } from '@mycelium/schema/subgraphs/events';
import { membershipChanged, serviceChanged, syncFailed, syncRecovered } from '@mycelium/schema/subgraphs/tenants';
import { EntryKind } from '../timeline/timeline-entry.ts';

const types: Partial<Record<EntryKind, EventType>> = {
  [EntryKind.CREDIT_ALLOCATED]: creditAllocated,
  [EntryKind.CREDIT_CONSUMED]: creditConsumed,
  [EntryKind.EMPLOYEE_UPDATED]: employeeUpdated,
  [EntryKind.BENEFITS_UPDATED]: benefitsUpdated,
  [EntryKind.COMMISSION_UPDATED]: commissionUpdated,
  [EntryKind.SYNC_FAILED]: syncFailed,
  [EntryKind.SYNC_RECOVERED]: syncRecovered,
  [EntryKind.SERVICE_ON]: serviceChanged,
  [EntryKind.SERVICE_PAUSED]: serviceChanged,
  [EntryKind.SERVICE_OFF]: serviceChanged,
  [EntryKind.SERVICE_CHANGED]: serviceChanged,
  [EntryKind.ALERT_RAISED]: alertRaised,
  [EntryKind.ALERT_RECOVERED]: alertRecovered,
  [EntryKind.MEMBER_JOINED]: membershipChanged,
  [EntryKind.MEMBER_CHANGED]: membershipChanged,
  [EntryKind.MEMBER_LEFT]: membershipChanged,
};

/** The type of the event that says what an entry of this kind does. */
export function toldBy(kind: EntryKind): string {
  const type = types[kind];
  if (!type) throw new Error(`No event tells of ${kind}.`);
  return type.name;
}
