import { useTranslation } from 'react-i18next';
import { dateFormat } from '../words/formats.ts';

/** A business day, which has a date and no zone, as people write it. */
export function useDayText(): (date: string) => string {
  const { i18n } = useTranslation();
  const format = dateFormat(i18n.language, { dateStyle: 'medium', timeZone: 'UTC' });
  return (date) => format.format(new Date(`${date}T12:00:00Z`));
}
