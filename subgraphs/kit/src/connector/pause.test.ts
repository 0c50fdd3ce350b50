import { expect, test } from 'vitest';
import { type PauseHeader, pauseAsked, retryAfter } from './pause.ts';

const now = Date.parse('2026-11-29T12:00:00Z');
const http = (ms: number) => new Date(now + ms).toUTCString();
const epoch = String((now + 7_000) / 1_000);
const reset = (says: PauseHeader['says']): PauseHeader[] => [retryAfter, { header: 'x-reset', says }];

test.each<[string, Record<string, string>, PauseHeader[], number | undefined]>([
  ['seconds', { 'retry-after': '900' }, [retryAfter], 900_000],
  ['parts of a second', { 'retry-after': '0.5' }, [retryAfter], 500],
  ['a date', { 'retry-after': http(90_000) }, [retryAfter], 90_000],
  [
    'a date, by the clock of who says it',
    { 'retry-after': http(3_700_000), date: http(3_600_000) },
    [retryAfter],
    100_000,
  ],
  ['a date of RFC 3339', { 'retry-after': '2026-11-29T12:00:09Z' }, [retryAfter], 9_000],
  ['a date that is over', { 'retry-after': http(-60_000) }, [retryAfter], undefined],
  ['less than nothing', { 'retry-after': '-1' }, [retryAfter], undefined],
  ['at once', { 'retry-after': '0' }, [retryAfter], undefined],
  ['no number', { 'retry-after': 'NaN' }, [retryAfter], undefined],
  ['what JavaScript takes for a number', { 'retry-after': '0x10' }, [retryAfter], undefined],
  ['what JavaScript takes for a date', { 'retry-after': '12, abc' }, [retryAfter], undefined],
  ['a date that is none', { 'retry-after': 'Sun, 31 Feb 2026 25:00:00 GMT' }, [retryAfter], undefined],
  ['longer than anybody means', { 'retry-after': '9007199254740993' }, [retryAfter], undefined],
  ['said twice', { 'retry-after': '3, 5' }, [retryAfter], 5_000],
  ['nothing', {}, [retryAfter], undefined],
  ['a moment of Toast, where seconds are missing', { 'x-reset': epoch }, reset('EPOCH_SECONDS'), 7_000],
  ['seconds before a moment', { 'retry-after': '2', 'x-reset': epoch }, reset('EPOCH_SECONDS'), 2_000],
  [
    'a moment, where the seconds cannot be meant',
    { 'retry-after': '-1', 'x-reset': epoch },
    reset('EPOCH_SECONDS'),
    7_000,
  ],
  ['a moment that is over', { 'x-reset': '1700000000' }, reset('EPOCH_SECONDS'), undefined],
  ['a duration of OpenAI', { 'x-reset': '6m0s' }, reset('DURATION'), 360_000],
  ['a short one', { 'x-reset': '120ms' }, reset('DURATION'), 120],
  ['no duration', { 'x-reset': '6 minutes' }, reset('DURATION'), undefined],
  ['a date of Anthropic', { 'x-reset': '2026-11-29T12:01:00Z' }, reset('DATE'), 60_000],
  ['milliseconds', { 'x-reset': '1500' }, reset('MILLISECONDS'), 1_500],
])('how long to wait: %s', (_what, headers, pauseHeaders, ms) => {
  expect(pauseAsked(new Headers(headers), pauseHeaders, now)).toBe(ms);
});
