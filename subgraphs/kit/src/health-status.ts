import { registerEnumType } from 'type-graphql';

export enum HealthStatus {
  OK = 'OK',
  DEGRADED = 'DEGRADED',
  DOWN = 'DOWN',
}
registerEnumType(HealthStatus, {
  name: 'HealthStatus',
  valuesConfig: {
    DEGRADED: { description: 'It works in part, or with a delay.' },
    DOWN: { description: 'It does not work.' },
  },
});

/** What is to be said of a part. Applications have the words, in their languages. */
export enum HealthCode {
  NO_SCREENS = 'NO_SCREENS',
  SCREENS_ONLINE = 'SCREENS_ONLINE',
  SCREENS_OFFLINE = 'SCREENS_OFFLINE',
  ALL_TOLD = 'ALL_TOLD',
  CHANGES_WAIT = 'CHANGES_WAIT',
  MENU = 'MENU',
  NO_SERVICES = 'NO_SERVICES',
  SERVICES = 'SERVICES',
  NO_SYNCS = 'NO_SYNCS',
  SYNCS_WELL = 'SYNCS_WELL',
  SYNCS_FAILED = 'SYNCS_FAILED',
  NO_EVENTS = 'NO_EVENTS',
  EVENTS_FLOW = 'EVENTS_FLOW',
  EVENTS_FAIL = 'EVENTS_FAIL',
  EVENTS_NEED = 'EVENTS_NEED',
  ACTIVITIES_ON_TIME = 'ACTIVITIES_ON_TIME',
  ACTIVITIES_OVERDUE = 'ACTIVITIES_OVERDUE',
  REMINDERS_LATE = 'REMINDERS_LATE',
}
registerEnumType(HealthCode, {
  name: 'HealthCode',
  description: 'What to say about a part, with the values that belong to it.',
  valuesConfig: {
    NO_SCREENS: { description: 'No screen is paired.' },
    SCREENS_ONLINE: { description: 'All of them are online: screens.' },
    SCREENS_OFFLINE: { description: 'Some are offline: offline, of screens.' },
    ALL_TOLD: { description: 'Every change has been sent.' },
    CHANGES_WAIT: { description: 'Some have yet to be sent: changes.' },
    MENU: { description: 'What is on the menu: items, and soldOut of them.' },
    NO_SERVICES: { description: 'No product is switched on.' },
    SERVICES: { description: 'Products: active, and paused.' },
    NO_SYNCS: { description: 'No product has a sync.' },
    SYNCS_WELL: { description: 'None failed: syncs.' },
    SYNCS_FAILED: { description: 'Some failed in their last run: failed, of syncs.' },
    NO_EVENTS: { description: 'No application has sent another an event yet.' },
    EVENTS_FLOW: { description: 'Events between applications are acknowledged: channels.' },
    EVENTS_NEED: { description: 'Events flow, and some need attention: advised places, of channels.' },
    ACTIVITIES_ON_TIME: { description: 'Nothing that is to be done is overdue: open.' },
    ACTIVITIES_OVERDUE: { description: 'Some of what is to be done is overdue: overdue, of open.' },
    REMINDERS_LATE: { description: 'People have yet to be reminded of some: late; overdue, of open.' },
    EVENTS_FAIL: { description: 'In some channels events fail or wait: troubled, of channels.' },
  },
});

const LATE_MS = 10_000;
const STUCK_MS = 60_000;

/** What the age of the oldest event that waits says of the relay, which is replaced within seconds when it dies. */
export function statusByAge(milliseconds: number): HealthStatus {
  if (milliseconds > STUCK_MS) return HealthStatus.DOWN;
  return milliseconds > LATE_MS ? HealthStatus.DEGRADED : HealthStatus.OK;
}
