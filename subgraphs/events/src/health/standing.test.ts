import { expect, test } from 'vitest';
import {
  type ChannelFacts,
  type EndpointFacts,
  Standing,
  standingOf,
  standingOfEndpoint,
  worstOf,
} from './standing.ts';

const now = Date.parse('2026-11-20T12:00:00Z');
const ago = (minutes: number) => new Date(now - minutes * 60_000);
const failing = (attempts: number, gaveUp = 0) => ({ since: ago(9), attempts, gaveUp });

const quiet: ChannelFacts = {
  ...{ isOff: false, isPaused: false, isBroken: false },
  ...{ pending: 0, failed: 0, acknowledgedLastHour: 0, failedLastHour: 0 },
};

const channels: [string, Partial<ChannelFacts>, Standing][] = [
  ['nothing was ever told', {}, Standing.OK],
  ['what was told was acknowledged', { acknowledgedLastHour: 9 }, Standing.OK],
  [
    'something is on its way among others',
    { pending: 3, acknowledgedLastHour: 9, oldestPublishedAt: ago(1) },
    Standing.OK,
  ],
  ['nobody has taken anything yet', { pending: 3, oldestPublishedAt: ago(1) }, Standing.WAITING],
  ['it waits for long', { pending: 3, acknowledgedLastHour: 9, oldestPublishedAt: ago(6) }, Standing.ATTENTION],
  ['an attempt failed and will be repeated', { pending: 1, failing: failing(1) }, Standing.ATTENTION],
  ['something that was given up is kept', { failed: 1, acknowledgedLastHour: 900 }, Standing.ATTENTION],
  ['half failed in the last hour', { acknowledgedLastHour: 5, failedLastHour: 5 }, Standing.ATTENTION],
  ['every attempt fails and nothing is given up yet', { pending: 4, failing: failing(3) }, Standing.FAILING],
  ['the last one was given up', { failed: 1, failing: failing(1, 1), acknowledgedLastHour: 9 }, Standing.FAILING],
  ['nobody acknowledged in time', { failed: 2, failing: failing(0, 2) }, Standing.FAILING],
  ['its target is left in peace', { pending: 1, isBroken: true }, Standing.FAILING],
  ['what failed was discarded an hour ago', { failing: failing(8, 1) }, Standing.OK],
  ['somebody stopped it', { isPaused: true, pending: 9, failing: failing(8, 1) }, Standing.OFF],
  [
    'nobody is meant to take what waits',
    { isNobodys: true, pending: 3, failed: 2, failedLastHour: 2, failing: failing(0, 2), oldestPublishedAt: ago(60) },
    Standing.WAITING,
  ],
  ['nobody was meant to take what was given up', { isNobodys: true, failed: 2, failing: failing(0, 2) }, Standing.OK],
  ['its product is off', { isOff: true, acknowledgedLastHour: 9 }, Standing.OFF],
];

test.each(channels)('a channel where %s', (_, facts, standing) => {
  expect(standingOf({ ...quiet, ...facts }, now)).toBe(standing);
});

const endpoints: [string, Partial<EndpointFacts>, Standing][] = [
  ['takes what it is sent', {}, Standing.OK],
  ['refused the last message', { failing: failing(1) }, Standing.ATTENTION],
  ['refuses every message', { failing: failing(3) }, Standing.FAILING],
  ['had a message given up and took none since', { failing: failing(1, 1), failed: 1 }, Standing.FAILING],
  ['works again, and what was given up is kept', { failed: 1 }, Standing.ATTENTION],
  ['was stopped by itself', { isDisabled: true }, Standing.FAILING],
  ['somebody stopped', { isPaused: true, failing: failing(9) }, Standing.OFF],
];

test.each(endpoints)('a webhook that %s', (_, facts, standing) => {
  expect(standingOfEndpoint({ isPaused: false, isDisabled: false, failed: 0, ...facts })).toBe(standing);
});

test.each([
  ['all off is off', [Standing.OFF, Standing.OFF], Standing.OFF],
  ['what is off says nothing of the others', [Standing.OFF, Standing.OK], Standing.OK],
  ['one that fails is what counts', [Standing.OK, Standing.WAITING, Standing.FAILING], Standing.FAILING],
])('of several, %s', (_, standings, worst) => {
  expect(worstOf(standings)).toBe(worst);
});
