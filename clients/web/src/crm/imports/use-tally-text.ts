import { useTranslation } from 'react-i18next';
import { numberFormat } from '../../words/formats.ts';
import type { Import } from './imports.ts';
import { tallyOf } from './tally.ts';

/** How many rows become what, in one line; while the file is being read, how many there are so far. */
export function useTallyText(): (of: Import) => string {
  const { t, i18n } = useTranslation();
  const figure = numberFormat(i18n.language);
  return ({ status, rows, progress }) => {
    if (status === 'PLANNING') return `${t('imports.rowsRead')}: ${figure.format(progress.done)}`;
    return tallyOf(rows)
      .map(([kind, count]) => `${t(`imports.tally.${kind}`)}: ${figure.format(count)}`)
      .join(' · ');
  };
}
