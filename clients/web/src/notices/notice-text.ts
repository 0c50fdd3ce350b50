import { dateFormat, numberFormat } from '../words/formats.ts';

type Values = Readonly<Record<string, unknown>>;

/** `payment.over_due` as Payment over due, for a kind that has no words here. */
export function nameOfKind(kind: string): string {
  const words = kind.replace(/[._]+/g, ' ');
  return words.charAt(0).toUpperCase() + words.slice(1);
}

const DAY = /^\d{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])$/;
const MOMENT = /^\d{4}-\d\d-\d\dT\d\d:\d\d/;

/** The facts of a notice as a language writes them: its figures and days, and its moments in a zone. */
export function factsOf(values: Values, language: string, timeZone: string): Record<string, string> {
  const figure = numberFormat(language, { maximumFractionDigits: 2 });
  const clock = dateFormat(language, { dateStyle: 'medium', timeStyle: 'short', timeZone });
  const calendar = dateFormat(language, { dateStyle: 'medium', timeZone: 'UTC' });
  const written = (value: unknown): string => {
    if (typeof value === 'number') return figure.format(value);
    const text = String(value);
    if (DAY.test(text)) return calendar.format(new Date(text));
    return MOMENT.test(text) && !Number.isNaN(Date.parse(text)) ? clock.format(new Date(text)) : text;
  };
  return Object.fromEntries(Object.entries(values).map(([name, value]) => [name, written(value)]));
}

/** The facts one after the other, where no words name them. */
export function listOfFacts(facts: Readonly<Record<string, string>>): string {
  return Object.entries(facts)
    .map(([name, value]) => `${name}: ${value}`)
    .join(', ');
}
