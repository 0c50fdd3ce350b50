import { pino } from 'pino';
import { beforeEach, expect, test, vi } from 'vitest';
import { type HostileLog, openHostileLog } from './hostile.ts';

let lines: Record<string, unknown>[];
const log = pino({ base: undefined, timestamp: false }, { write: (line) => void lines.push(JSON.parse(line)) });
let hostile: HostileLog;
const upgrade = (from: string) => hostile.note(log, { what: 'an upgrade', from, details: { path: '/nope' } });

beforeEach(() => {
  lines = [];
  hostile = openHostileLog({ mostSources: 3 });
});

test('the first of a kind from a source is told at once, with what else is known of it', () => {
  upgrade('10.0.0.1');
  upgrade('10.0.0.2');
  hostile.note(log, { what: 'a body', from: '10.0.0.1' });
  expect(lines).toEqual([
    { level: 40, path: '/nope', what: 'an upgrade', from: '10.0.0.1', msg: 'hostile: refused' },
    { level: 40, path: '/nope', what: 'an upgrade', from: '10.0.0.2', msg: 'hostile: refused' },
    { level: 40, what: 'a body', from: '10.0.0.1', msg: 'hostile: refused' },
  ]);
});

test('what comes again is counted, and told once in a window with how often', () => {
  for (let i = 0; i < 1_001; i += 1) upgrade('10.0.0.1');
  expect(lines).toHaveLength(1);
  hostile.flush();
  hostile.flush();
  expect(lines.slice(1)).toEqual([
    { level: 40, what: 'an upgrade', from: '10.0.0.1', times: 1_000, seconds: 60, msg: 'hostile: refused again' },
  ]);
  expect(hostile.counts().get('an upgrade')).toBe(1_001);
});

test('who goes on is reported by counts alone, and who was quiet for a window is reported again', () => {
  upgrade('10.0.0.1');
  upgrade('10.0.0.1');
  hostile.flush();
  upgrade('10.0.0.1');
  expect(lines.map(({ times }) => times)).toEqual([undefined, 1]);
  hostile.flush();
  hostile.flush();
  upgrade('10.0.0.1');
  expect(lines.map(({ times }) => times)).toEqual([undefined, 1, 1, undefined]);
});

test('10,000 addresses are as few lines as the sources that are told apart, and no more memory', () => {
  for (let i = 0; i < 10_000; i += 1) upgrade(`10.0.${i >> 8}.${i & 255}`);
  hostile.flush();
  expect(lines.map(({ from, times }) => [from, times])).toEqual([
    ['10.0.0.0', undefined],
    ['10.0.0.1', undefined],
    ['10.0.0.2', undefined],
    ['others', undefined],
    ['others', 9_996],
  ]);
  expect(hostile.counts().get('an upgrade')).toBe(10_000);
});

test('windows come round by themselves, and hold up nobody who wants to end', () => {
  vi.useFakeTimers();
  upgrade('10.0.0.1');
  upgrade('10.0.0.1');
  vi.advanceTimersByTime(60_000);
  expect(lines.map(({ times }) => times)).toEqual([undefined, 1]);
  vi.advanceTimersByTime(60_000);
  expect(vi.getTimerCount()).toBe(0);
  vi.useRealTimers();
});
