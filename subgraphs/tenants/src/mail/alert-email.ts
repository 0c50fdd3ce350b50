import type { AlertTold } from '@mycelium/schema/subgraphs/events';
import { alertWords } from './alert-words.ts';
import { type EmailText, localeOf, type MailLanguage, render } from './emails.ts';

interface Told {
  alert: AlertTold;
  state: 'raised' | 'recovered';
  tenant: string;
  timeZone: string;
  url: string;
}

/** An e-mail that says what is wrong, or is no longer: in the subject at a glance, and with its numbers. */
export function alertEmail(language: MailLanguage, { state, ...told }: Told): EmailText {
  const { why, link, linkToThing } = alertWords[language];
  const [sentence, ...lines] = state === 'recovered' ? recoveredLines(language, told) : [raisedLine(language, told)];
  const subject = `${told.tenant}: ${state === 'recovered' ? sentence : sentence.split('. ')[0]}`;
  return render(
    language,
    { subject, lines: [sentence, ...lines, why], link: told.alert.thingId ? linkToThing : link },
    told.url,
  );
}

function raisedLine(language: MailLanguage, { alert, timeZone }: Pick<Told, 'alert' | 'timeZone'>): string {
  const { kind, value = 0, threshold, since = alert.at } = alert;
  const figure = new Intl.NumberFormat(localeOf[language]);
  const where = whereOf(language, alert);
  const numbers = {
    ...{ where, value: figure.format(value), threshold: figure.format(threshold) },
    since: clockOf(language, timeZone).format(new Date(since)),
  };
  return alertWords[language].kinds[kind]?.raised(numbers) ?? `${where}: ${kind}`;
}

/** What is over and where, how long it lasted, and its numbers then and now. */
function recoveredLines(
  language: MailLanguage,
  { alert, timeZone }: Pick<Told, 'alert' | 'timeZone'>,
): [string, ...string[]] {
  const { kinds, recovered, lasted, began } = alertWords[language];
  const { kind, value, raised, at } = alert;
  const sentence = `${recovered}: ${kinds[kind]?.name ?? kind}, ${whereOf(language, alert)}.`;
  if (!raised) return [sentence];
  const clock = clockOf(language, timeZone);
  const [from, to] = [new Date(raised.at), new Date(at)];
  const now =
    value === undefined ? undefined : kinds[kind]?.now?.(new Intl.NumberFormat(localeOf[language]).format(value));
  const before = began(raisedLine(language, { alert: { ...alert, value: raised.value }, timeZone }));
  return [
    sentence,
    lasted(durationOf(language, to.getTime() - from.getTime()), clock.format(from), clock.format(to)),
    now ? `${before} ${now}` : before,
  ];
}

function clockOf(language: MailLanguage, timeZone: string): Intl.DateTimeFormat {
  return new Intl.DateTimeFormat(localeOf[language], { dateStyle: 'medium', timeStyle: 'short', timeZone });
}

function whereOf(language: MailLanguage, { source, target, name }: AlertTold): string {
  return source && target ? `${source} → ${target}` : (target ?? name ?? alertWords[language].webhook);
}

/** A duration in days, hours and minutes; at least a minute. */
function durationOf(language: MailLanguage, ms: number): string {
  const all = Math.max(1, Math.round(ms / 60_000));
  const [days, hours, minutes] = [Math.floor(all / 1_440), Math.floor(all / 60) % 24, all % 60];
  return new Intl.DurationFormat(localeOf[language], { style: 'long' }).format({ days, hours, minutes });
}
