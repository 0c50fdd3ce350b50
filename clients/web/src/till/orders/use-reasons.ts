import { useTranslation } from 'react-i18next';

/** The reasons that are given most often. */
export function useReasons(): Readonly<Record<'void' | 'comp' | 'refund', readonly string[]>> {
  const { t } = useTranslation();
  return {
    void: [t('till.why.mistake'), t('till.why.changedMind'), t('till.why.notAvailable')],
    comp: [t('till.why.late'), t('till.why.notGood'), t('till.why.guest')],
    refund: [t('till.why.notGood'), t('till.why.notAvailable'), t('till.why.mistake')],
  };
}
