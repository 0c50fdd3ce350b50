import { useTranslation } from 'react-i18next';

/** The stages of a new pipeline, in the language of whoever makes it. */
export function useNewStages() {
  const { t } = useTranslation();
  return [
    { name: t('pipeline.first.new'), kind: 'OPEN' as const, probability: 10 },
    { name: t('pipeline.first.talks'), kind: 'OPEN' as const, probability: 40 },
    { name: t('pipeline.first.offer'), kind: 'OPEN' as const, probability: 70 },
    { name: t('pipeline.kinds.WON'), kind: 'WON' as const, probability: 100 },
    { name: t('pipeline.kinds.LOST'), kind: 'LOST' as const, probability: 0 },
  ];
}
