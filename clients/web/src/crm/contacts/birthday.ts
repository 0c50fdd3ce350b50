import { dateFormat } from '../../words/formats.ts';

/** A birthday as it stands in a form; its year need not be known. */
export interface BirthdayDraft {
  day: string;
  month: string;
  year: string;
}

export const noBirthday: BirthdayDraft = { day: '', month: '', year: '' };

/** Reads 1990-03-09, or --03-09 of each year. */
export function draftOfBirthday(birthday: string | null): BirthdayDraft {
  const [, year = '', month = '', day = ''] = /^(\d{4}|-)-(\d\d)-(\d\d)$/.exec(birthday ?? '') ?? [];
  return { day: day.replace(/^0/, ''), month: month.replace(/^0/, ''), year: year.replace('-', '') };
}

/** The same back again; what is not there yet is for the graph to refuse. */
export function birthdayInputOf({ day, month, year }: BirthdayDraft): string | null {
  if (![day, month, year].some((part) => part.trim())) return null;
  const [days, months] = [day, month].map((part) => part.trim().padStart(2, '0'));
  return `${year.trim() || '-'}-${months}-${days}`;
}

/** A birthday in the words of a language. */
export function birthdayText(language: string, birthday: string): string {
  const { day, month, year } = draftOfBirthday(birthday);
  if (!day) return birthday;
  const date = new Date(Date.UTC(2000, Number(month) - 1, Number(day)));
  if (year) date.setUTCFullYear(Number(year));
  const form = { day: 'numeric', month: 'long', ...(year && { year: 'numeric' as const }), timeZone: 'UTC' } as const;
  return dateFormat(language, form).format(date);
}

/** The months, by what they are called. */
export function monthNames(language: string): string[] {
  const names = dateFormat(language, { month: 'long', timeZone: 'UTC' });
  return Array.from({ length: 12 }, (_, month) => names.format(new Date(Date.UTC(2000, month, 1))));
}
