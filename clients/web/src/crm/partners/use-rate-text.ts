import { useTranslation } from 'react-i18next';
import { numberFormat } from '../../words/formats.ts';

/** How a commission is written: 12.5%, or that none is agreed. */
export function useRateText(): (ratePercent: number | null) => string {
  const { t, i18n } = useTranslation();
  const percent = numberFormat(i18n.language, { style: 'percent', maximumFractionDigits: 4 });
  return (ratePercent) => (ratePercent === null ? t('partners.noRate') : percent.format(ratePercent / 100));
}
