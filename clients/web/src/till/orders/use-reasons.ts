import { useTranslation } from 'react-i18next';

/** The reasons that are given most often. */
export function useReasons(): Readonly<Record<'void' | 'comp', readonly string[]>> {
  const { t } = useTranslation();
  return {
    void: [t('till.why.mistake'), t('till.why.changedMind'), t('till.why.notAvailable')],
    comp: [t('till.why.late'), t('till.why.notGood'), t('till.why.guest')],
  };
}
