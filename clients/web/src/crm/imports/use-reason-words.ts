import { useTranslation } from 'react-i18next';
import type { words } from './words/en.ts';

type Known = keyof (typeof words)['reason'];

/** Why a row, a cell or a whole file is not imported, in words; the code itself where there are none. */
export function useReasonWords(): (reason: string) => string {
  const { t, i18n } = useTranslation();
  return (reason) => (i18n.exists(`imports.reason.${reason}`) ? t(`imports.reason.${reason as Known}`) : reason);
}
