import { type Advice, AdviceCode, type AdviceSubject } from './advice.ts';
import { BreakerState, type CommunicationChannel } from './health.ts';
import { type ChannelFacts, LATE_MS } from './standing.ts';

const sentences: Record<AdviceCode, (where: string) => string> = {
  BREAKER_OPEN: (where) => `Check the connectivity of ${where}: its breaker is open and events wait.`,
  CONSUMER_SILENT: (where) => `Check whether the consumers of ${where} run: nothing was acknowledged for an hour.`,
  CONSUMER_SLOW: (where) => `Start more consumers of ${where}: events wait for more than 5 minutes.`,
  PAUSED_WITH_WORK: (where) => `Resume ${where} when it may go on: events wait there.`,
  FAILED_KEPT: (where) => `Look at the failed events of ${where}, and retry or discard them.`,
};

/** A channel, and whether nobody is meant to take what waits there. */
export type Judged = CommunicationChannel & Pick<ChannelFacts, 'isNobodys'>;

/** What to do about what is wrong, each cause once, with all that it is about; nothing when nothing is. */
export function adviceFor(channels: readonly Judged[], now = Date.now()): Advice[] {
  const meant = channels.filter(({ isNobodys }) => !isNobodys);
  const late = meant.filter(
    ({ oldestPublishedAt, isPaused, isOff, breaker }) =>
      oldestPublishedAt &&
      now - oldestPublishedAt.getTime() > LATE_MS &&
      !(isPaused || isOff || breaker === BreakerState.OPEN),
  );
  const broken = channels.filter(({ breaker, pending }) => breaker === BreakerState.OPEN && pending > 0);
  const paused = channels.filter(({ isPaused, pending }) => isPaused && pending > 0);
  const failed = meant.filter((channel) => channel.failed > 0);
  return [
    advice(AdviceCode.BREAKER_OPEN, applications(broken)),
    advice(AdviceCode.CONSUMER_SILENT, applications(late.filter(({ acknowledgedLastHour }) => !acknowledgedLastHour))),
    advice(AdviceCode.CONSUMER_SLOW, applications(late.filter(({ acknowledgedLastHour }) => acknowledgedLastHour))),
    advice(
      AdviceCode.PAUSED_WITH_WORK,
      paused.map(({ source, target, pending, pausedAt }) => ({ source, target, events: pending, since: pausedAt })),
    ),
    advice(
      AdviceCode.FAILED_KEPT,
      failed.map(({ source, target, failed }) => ({ source, target, events: failed })),
    ),
  ].filter(({ subjects }) => subjects.length > 0);
}

function advice(code: AdviceCode, subjects: AdviceSubject[]): Advice {
  const where = subjects.map(({ source, target }) => (source ? `${source} → ${target}` : target)).join(', ');
  return { code, subjects, text: sentences[code](where) };
}

/** What waits for each application, over these of its channels. */
function applications(channels: readonly CommunicationChannel[]): AdviceSubject[] {
  return [...Map.groupBy(channels, ({ target }) => target)].map(([target, own]) => ({
    target,
    events: own.reduce((sum, { pending }) => sum + pending, 0),
    since: earliest(own.flatMap(({ oldestPublishedAt }) => oldestPublishedAt ?? [])),
  }));
}

/** The first of some moments. */
export function earliest(moments: readonly Date[]): Date | undefined {
  return moments.length > 0 ? new Date(Math.min(...moments.map((moment) => moment.getTime()))) : undefined;
}
