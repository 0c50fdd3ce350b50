import { registerEnumType } from 'type-graphql';

export enum HealthStatus {
  OK = 'OK',
  DEGRADED = 'DEGRADED',
  DOWN = 'DOWN',
}
registerEnumType(HealthStatus, {
  name: 'HealthStatus',
  valuesConfig: {
    DEGRADED: { description: 'It works in part, or late.' },
    DOWN: { description: 'It does not work.' },
  },
});

const LATE_MS = 10_000;
const STUCK_MS = 60_000;

/** What the age of the oldest event that waits says of the relay, which is replaced within seconds when it dies. */
export function statusByAge(milliseconds: number): HealthStatus {
  if (milliseconds > STUCK_MS) return HealthStatus.DOWN;
  return milliseconds > LATE_MS ? HealthStatus.DEGRADED : HealthStatus.OK;
}
