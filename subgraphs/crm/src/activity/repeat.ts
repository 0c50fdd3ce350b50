import { RRuleTemporal } from 'rrule-temporal';
import { Temporal } from 'temporal-polyfill';
import { type Due, type GivenDue, startOf, zoned } from './due.ts';

/** The parts of a rule that can be understood from one occurrence alone, so that the next one needs no memory of the first. */
const PARTS = new Set(['FREQ', 'INTERVAL', 'UNTIL', 'BYDAY', 'BYMONTHDAY', 'BYMONTH', 'BYSETPOS', 'WKST']);
const FREQUENCY = /(?:^|;)FREQ=(?:DAILY|WEEKLY|MONTHLY|YEARLY)(?:;|$)/;
/** So many periods are looked through; a rule whose days never come ends then. */
const MOST_PERIODS = 2_000;

/** Whether a text is a rule by which something can come again, at most once a day. */
export function isRepeatRule(rule: string): boolean {
  const names = rule.split(';').map((part) => part.slice(0, part.indexOf('=')));
  if (!FREQUENCY.test(rule) || new Set(names).size < names.length || !names.every((name) => PARTS.has(name)))
    return false;
  try {
    return after(rule, Temporal.ZonedDateTime.from('2028-01-01T09:00[UTC]')) !== undefined || rule.includes('UNTIL=');
  } catch {
    return false;
  }
}

/** When something is due again that was due then, by the rule: the first time after that which is not before today; undefined when the rule ends. */
export function nextDue(
  { dueOn, dueAt, timeZone }: Omit<Due, 'dueNotice'>,
  rule: string,
  now: Date,
): GivenDue | undefined {
  const last = dueAt ? zoned(dueAt, timeZone) : startOf(Temporal.PlainDate.from(String(dueOn)), timeZone);
  const today = zoned(now, timeZone).startOfDay();
  const next = after(rule, last, today);
  if (!next) return undefined;
  return dueAt
    ? { dueAt: next.toPlainDateTime().toString({ smallestUnit: 'second' }), timeZone }
    : { dueOn: next.toPlainDate().toString() };
}

function after(
  rule: string,
  last: Temporal.ZonedDateTime,
  from: Temporal.ZonedDateTime = last,
): Temporal.ZonedDateTime | undefined {
  const rules = new RRuleTemporal({
    rruleString: `RRULE:${rule}`,
    dtstart: last,
    maxIterations: MOST_PERIODS,
    temporal: Temporal,
  });
  const isLater = Temporal.ZonedDateTime.compare(from, last) > 0;
  return rules.next(isLater ? from : last, isLater) ?? undefined;
}
