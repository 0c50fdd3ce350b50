import { expect, test } from 'vitest';
import { maintenanceScheduled } from './events.ts';

const taken = (startsAt: string, endsAt: string) =>
  maintenanceScheduled.payload.safeParse({ title: 'New tills', startsAt, endsAt }).error?.issues[0];

test('a maintenance window begins before it ends', () => {
  expect(taken('2026-12-01T01:00:00Z', '2026-12-01T02:00:00Z')).toBeUndefined();
  expect(taken('2026-12-01T01:00:00+02:00', '2026-12-01T00:00:00Z')).toBeUndefined();
  for (const endsAt of ['2026-12-01T00:59:59Z', '2026-12-01T01:00:00Z', '2026-12-01T02:00:00+02:00']) {
    expect(taken('2026-12-01T01:00:00Z', endsAt)).toMatchObject({ path: ['endsAt'] });
  }
  expect(taken('2026-12-01T01:00:00Z', '2026-12-32T01:00:00Z')).toMatchObject({ path: ['endsAt'] });
});
