import { expect, test } from 'vitest';
import { type AlertKind, alertKindNames, alertKinds, placeOfAlert, type ThingAlertKind } from './alert-kinds.ts';
import { leadsIntoConsole, noticeKinds } from './notices.ts';
import { promisesOf, subgraphNames } from './roster.ts';

const [thingId, partId] = ['0199a000-0000-7000-8000-000000000001', '0199a000-0000-7000-8000-000000000002'];
const scopes = new Set(subgraphNames.flatMap((name) => Object.keys(promisesOf(name).permissions)));

test('the kinds are those of all subgraphs', () => {
  expect(alertKindNames).toEqual(subgraphNames.flatMap((name) => Object.keys(promisesOf(name).alerts ?? {})));
  const ofTheBus: AlertKind = 'SUCCESS_RATE';
  const ofThings: ThingAlertKind[] = ['SCREEN_OFFLINE', 'SYNC_FAILED'];
  for (const kind of [ofTheBus, ...ofThings]) expect(alertKinds.has(kind)).toBe(true);
});

test.each([...alertKinds])('%s is promised whole', (kind, { description, unit, threshold, thing, toldAs }) => {
  expect(kind).toMatch(/^[A-Z]+(_[A-Z]+)*$/);
  expect(description).toMatch(/^[A-Z].*\.$/);
  expect(unit === undefined).toBe(threshold === undefined);
  if (toldAs) expect(noticeKinds.has(toldAs)).toBe(true);
  if (!thing) return;
  expect(scopes).toContain(thing.read);
  for (const place of [placeOfAlert(kind, thingId), placeOfAlert(kind, thingId, partId)]) {
    expect(place).toContain(thingId);
    expect(leadsIntoConsole(place ?? '')).toBe(true);
  }
});

test('a kind that is about no thing, and one that nobody promised, lead nowhere', () => {
  expect(placeOfAlert('SUCCESS_RATE', thingId)).toBeUndefined();
  expect(placeOfAlert('SCREEN_OFFLINE', undefined)).toBeUndefined();
  expect(placeOfAlert('OVEN_COLD', thingId)).toBeUndefined();
});
