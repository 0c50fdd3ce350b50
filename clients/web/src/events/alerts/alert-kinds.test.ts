import { alertKinds, placeOfAlert } from '@mycelium/schema/alert-kinds';
import { matchRoutes } from 'react-router';
import { expect, test } from 'vitest';
import { areas } from '../../shell/areas.ts';
import { words as all } from '../../words/en.ts';
import { words as allInSpanish } from '../../words/es.ts';
import { words as allInTurkish } from '../../words/tr.ts';
import { words as ofEvents } from '../words/en.ts';
import { words as ofEventsInSpanish } from '../words/es.ts';
import { words as ofEventsInTurkish } from '../words/tr.ts';
import { placeOf } from './alert-place.ts';

const languages = [
  [all, ofEvents],
  [allInSpanish, ofEventsInSpanish],
  [allInTurkish, ofEventsInTurkish],
] as const;
const id = '0199a000-0000-7000-8000-000000000001';
const where = { source: 'crm', target: 'hr' };

test.each([...alertKinds])('%s has words in each language, and a place to act', (kind, { thing, unit }) => {
  for (const [{ notices }, { events }] of languages) {
    expect(notices.alert).toHaveProperty(kind);
    for (const said of [events.alertFound, events.threshold, events.act]) expect(said).toHaveProperty(kind);
    expect(Object.entries(events.threshold).find(([each]) => each === kind)?.[1] !== '').toBe(unit !== undefined);
    if (thing) expect(notices.thing).toHaveProperty(kind);
  }
  const path = placeOf({
    kind: kind as 'SCREEN_OFFLINE',
    ...where,
    path: placeOfAlert(kind, thing && id, thing && id),
  });
  expect(
    matchRoutes(
      areas.flatMap(({ routes }) => routes),
      path.split('?')[0] ?? '',
    )?.length,
  ).toBeGreaterThan(1);
});
