import { expect, test } from 'vitest';
import { AccountStage } from './account-stage.ts';
import { judge, type Known } from './health.ts';
import type { HeardSign } from './hear-signs.ts';
import { ReasonCode } from './reason.ts';

const now = new Date('2026-11-30T12:00:00Z');
const daysAgo = (days: number): Date => new Date(now.getTime() - days * 86_400_000);
const sign = (code: ReasonCode, more: Partial<HeardSign> = {}): HeardSign => ({
  ...{ code, path: '/somewhere', asOf: now.toISOString() },
  ...more,
});
const since = (days: number) => ({ since: daysAgo(days).toISOString() });
const well: Known = {
  ...{ stage: AccountStage.ACTIVE, since: daysAgo(400), lastContactAt: daysAgo(1), overdue: 0, signs: [], now },
};
const { SYNC_FAILING, SCREEN_DARK, MENU_SOLD_OUT, EVENTS_UNACKNOWLEDGED, EVENTS_FAILED } = ReasonCode;

test.each<[name: string, known: Partial<Known>, health: number, reasons: object[]]>([
  ['nothing is wrong', {}, 100, []],
  ['a sync has just failed', { signs: [sign(SYNC_FAILING, since(0))] }, 80, [{ weight: 20, days: 0 }]],
  ['a sync fails for 3 days', { signs: [sign(SYNC_FAILING, since(3))] }, 65, [{ weight: 35, days: 3 }]],
  ['a sync fails for a year', { signs: [sign(SYNC_FAILING, since(365))] }, 60, [{ weight: 40, days: 365 }]],
  [
    'three syncs fail, which cost no more than 50',
    { signs: [9, 9, 9].map((days) => sign(SYNC_FAILING, since(days))) },
    50,
    [{ weight: 40 }, { weight: 10 }],
  ],
  ['one screen is dark', { signs: [sign(SCREEN_DARK, { count: 1, ...since(0) })] }, 90, [{ count: 1, weight: 10 }]],
  ['twenty screens are dark', { signs: [sign(SCREEN_DARK, { count: 20, ...since(2) })] }, 70, [{ weight: 30 }]],
  ['all is sold out', { signs: [sign(MENU_SOLD_OUT, { count: 12 })] }, 75, [{ count: 12, weight: 25 }]],
  ['events wait', { signs: [sign(EVENTS_UNACKNOWLEDGED, { count: 14, ...since(1) })] }, 80, [{ count: 14 }]],
  ['one event failed', { signs: [sign(EVENTS_FAILED, { count: 1 })] }, 95, [{ weight: 5 }]],
  ['a million events failed', { signs: [sign(EVENTS_FAILED, { count: 1_000_000 })] }, 85, [{ weight: 15 }]],
  ['nobody spoke for 30 days', { lastContactAt: daysAgo(30) }, 100, []],
  ['nobody spoke for 31 days', { lastContactAt: daysAgo(31) }, 90, [{ code: 'NO_CONTACT', days: 31, weight: 10 }]],
  ['nobody spoke for years', { lastContactAt: daysAgo(2_000) }, 70, [{ weight: 30 }]],
  ['nobody ever spoke, with one who is new', { since: daysAgo(10), lastContactAt: undefined }, 100, []],
  ['nobody ever spoke', { since: daysAgo(61), lastContactAt: undefined }, 80, [{ days: 61, weight: 20 }]],
  ['nobody speaks with one who has left', { stage: AccountStage.LEFT, lastContactAt: daysAgo(90) }, 100, []],
  ['the staff are late with two things', { overdue: 2 }, 90, [{ code: 'ACTIVITIES_OVERDUE', count: 2, weight: 10 }]],
  ['the staff are late with all', { overdue: 500 }, 85, [{ weight: 15 }]],
  [
    'a moment that is still to come',
    { lastContactAt: daysAgo(-5), signs: [sign(SYNC_FAILING, since(-5))] },
    80,
    [{ days: 0 }],
  ],
])('%s', (_name, known, health, reasons) => {
  const judged = judge({ ...well, ...known });
  expect(judged).toMatchObject({ health, reasons });
});

test('everything at once is 0 and not below, the heaviest first', () => {
  const signs = [EVENTS_FAILED, SYNC_FAILING, SCREEN_DARK, MENU_SOLD_OUT, EVENTS_UNACKNOWLEDGED].map((code) =>
    sign(code, { count: 50, ...since(50) }),
  );
  const { health, reasons } = judge({ ...well, signs, overdue: 9, lastContactAt: undefined });
  expect(health).toBe(0);
  const weights = reasons.map(({ weight }) => weight);
  expect(weights).toEqual(weights.toSorted((one, other) => other - one));
});

test('a reason says when it was last known, and where its rows are', () => {
  const asOf = daysAgo(1).toISOString();
  const { reasons } = judge({
    ...well,
    signs: [sign(SYNC_FAILING, { name: 'SMP', path: '/sync/7', asOf, ...since(2) })],
  });
  expect(reasons).toEqual([
    { code: 'SYNC_FAILING', name: 'SMP', days: 2, weight: 30, path: '/sync/7', asOf, since: daysAgo(2).toISOString() },
  ]);
});
