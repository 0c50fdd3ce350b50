import { readMoment } from '@mycelium/schema/moment';
import type { Notice } from '@mycelium/schema/notices';
import { type EmailText, localeOf, render } from '../mail/emails.ts';
import type { Reader } from '../mail/reader.ts';
import { type Facts, noticeWords } from './notice-words.ts';

const DAY = /^\d{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])$/;

type Told = Pick<Notice, 'kind' | 'path' | 'values'>;

/** A notice as an e-mail; a kind that has no words is given by its name and its facts. */
export function noticeEmail(reader: Reader, { kind, path, values }: Told, publicUrl: string): EmailText {
  const { kinds, link, why } = noticeWords[reader.language];
  const facts = factsFor(reader, values);
  const title = kinds[kind]?.title(facts) ?? nameOf(kind);
  const text = kinds[kind]?.text(facts) ?? listOf(facts);
  const subject = `${reader.tenant}: ${title}`;
  return render(
    reader.language,
    { subject, lines: [`${title}.`, ...(text ? [text] : []), why], link },
    `${publicUrl}/app${path}`,
  );
}

/** Numbers and days as the language writes them, moments in the zone of the one who reads. */
function factsFor({ language, timeZone }: Reader, values: Told['values']): Facts {
  const figure = new Intl.NumberFormat(localeOf[language]);
  const clock = new Intl.DateTimeFormat(localeOf[language], { dateStyle: 'medium', timeStyle: 'short', timeZone });
  const calendar = new Intl.DateTimeFormat(localeOf[language], { dateStyle: 'medium', timeZone: 'UTC' });
  const written = (value: string | number): string => {
    if (typeof value === 'number') return figure.format(value);
    if (DAY.test(value)) return calendar.format(new Date(value));
    const moment = readMoment(value);
    return moment ? clock.format(moment) : value;
  };
  return Object.fromEntries(Object.entries(values).map(([name, value]) => [name, written(value)]));
}

/** `payment.over_due` as Payment over due. */
function nameOf(kind: string): string {
  const words = kind.replace(/[._]+/g, ' ');
  return words.charAt(0).toUpperCase() + words.slice(1);
}

function listOf(facts: Facts): string {
  return Object.entries(facts)
    .map(([name, value]) => `${name}: ${value}`)
    .join(', ');
}
