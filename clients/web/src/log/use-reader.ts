import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { useTenant } from '../session/viewer.tsx';
import type { Reader } from './value-text.ts';

/** In which language and by which customs the log is said here. */
export function useReader(): Reader {
  const { i18n } = useTranslation();
  const tenant = useTenant();
  return useMemo(() => ({ language: i18n.language, tenant }), [i18n.language, tenant]);
}
