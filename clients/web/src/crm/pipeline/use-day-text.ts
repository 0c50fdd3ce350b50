import { useTranslation } from 'react-i18next';
import { dateFormat } from '../../words/formats.ts';

/** A day of the calendar in words, wherever it is read. */
export function useDayText(): (day: string) => string {
  const { i18n } = useTranslation();
  const format = dateFormat(i18n.language, { dateStyle: 'medium', timeZone: 'UTC' });
  return (day) => format.format(new Date(day));
}
