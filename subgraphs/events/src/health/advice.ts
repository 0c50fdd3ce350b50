import { BreakerState, type CommunicationChannel } from './health.ts';

const LATE_MS = 5 * 60_000;

/** What to do about what is wrong, each cause in a sentence; nothing when nothing is. */
export function adviceFor(channels: readonly CommunicationChannel[], now = Date.now()): string[] {
  const targets = (chosen: readonly CommunicationChannel[]): string =>
    [...new Set(chosen.map(({ target }) => target))].join(', ');
  const names = (chosen: readonly CommunicationChannel[]): string =>
    chosen.map(({ source, target }) => `${source} → ${target}`).join(', ');
  const broken = channels.filter(({ breaker, pending }) => breaker === BreakerState.OPEN && pending > 0);
  const paused = channels.filter(({ isPaused, pending }) => isPaused && pending > 0);
  const late = channels.filter(
    ({ oldestPublishedAt, isPaused, breaker }) =>
      oldestPublishedAt && now - oldestPublishedAt.getTime() > LATE_MS && !isPaused && breaker !== BreakerState.OPEN,
  );
  const silent = late.filter(({ acknowledgedLastHour }) => acknowledgedLastHour === 0);
  const slow = late.filter(({ acknowledgedLastHour }) => acknowledgedLastHour > 0);
  const failed = channels.filter((channel) => channel.failed > 0);
  return [
    broken.length > 0 && `Check the connectivity of ${targets(broken)}: its breaker is open and events wait.`,
    silent.length > 0 && `Check whether the consumers of ${targets(silent)} run: nothing was acknowledged for an hour.`,
    slow.length > 0 && `Start more consumers of ${targets(slow)}: events wait for more than 5 minutes.`,
    paused.length > 0 && `Resume ${names(paused)} when it may go on: events wait there.`,
    failed.length > 0 && `Look at the failed events of ${names(failed)}, and retry or discard them.`,
  ].filter((sentence) => sentence !== false);
}
