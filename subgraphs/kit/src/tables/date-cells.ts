import { Temporal } from 'temporal-polyfill';

/** In which order a column writes day, month and year. */
export type DateOrder = 'DMY' | 'MDY' | 'YMD';

/** Digits in three groups, and perhaps a time after them. */
const DATE = /^(\d{1,4})([./-])(\d{1,2})\2(\d{1,4})\.?(?:[T\s].*)?$/;
/** A day of each year, as vCard writes it. */
const YEARLESS = /^--(\d{2})-?(\d{2})$/;
/** Two digits from here on are of the century before. */
const PIVOT = 40;

/** Looks at the dates of a column and says at the end in which order they are, where one of them shows it. */
export function seekDateOrder(): { see: (text: string) => void; found: () => DateOrder | undefined } {
  const shown = { DMY: 0, MDY: 0, YMD: 0 };
  return {
    see: (text) => {
      const [, first = '', , second = ''] = DATE.exec(text.trim()) ?? [];
      if (first.length > 2) shown.YMD += 1;
      else if (Number(first) > 12) shown.DMY += 1;
      else if (Number(second) > 12) shown.MDY += 1;
    },
    found: () => {
      const orders = (['DMY', 'MDY', 'YMD'] as const).filter((order) => shown[order] > 0);
      return orders.sort((a, b) => shown[b] - shown[a])[0];
    },
  };
}

/** The day of a cell as ISO 8601, of each year as --03-09; undefined for what is none, and '' for what stands for none. */
export function readDate(text: string, order: DateOrder): string | undefined {
  const written = text.trim();
  if (written === '' || /^0+([./-])0+\1?0*$/.test(written)) return '';
  const [, yearless, dayOfIt] = YEARLESS.exec(written) ?? [];
  if (yearless && dayOfIt) return dayOf('2000', yearless, dayOfIt)?.replace('2000', '-');
  const [, first = '', , second = '', third = ''] = DATE.exec(written) ?? [];
  if (first.length > 2) return dayOf(first, second, third);
  if (order === 'YMD') return undefined;
  return order === 'DMY' ? dayOf(third, second, first) : dayOf(third, first, second);
}

function dayOf(year: string, month: string, day: string): string | undefined {
  if (year.length !== 2 && year.length !== 4) return undefined;
  const century = year.length === 4 ? '' : Number(year) < PIVOT ? '20' : '19';
  try {
    return Temporal.PlainDate.from(`${century}${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`).toString();
  } catch {
    return undefined;
  }
}
