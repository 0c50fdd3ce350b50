import { useTranslation } from 'react-i18next';
import { localeOf } from '../money/money.ts';
import { useTenant } from '../session/viewer.tsx';
import { factText } from './fact-text.ts';

/** Values of items as this tenant writes them. */
export function useFactText(): (fact: Record<string, unknown> | null | undefined) => string {
  const { t } = useTranslation();
  const locale = localeOf(useTenant());
  const ways = { locale, available: t('state.available'), soldOut: t('state.soldOut'), nothing: t('fact.nothing') };
  return (fact) => factText(fact, ways);
}
