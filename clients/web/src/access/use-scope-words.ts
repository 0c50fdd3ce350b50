import { useTranslation } from 'react-i18next';
import type { AllWords } from '../words/all-words.ts';
import { wordOf } from './scopes.ts';

type Scope = keyof AllWords['scope'];
type About = keyof AllWords['scopeAbout'];

/** What a scope lets one do, and what it is about, in words; as it is written where there are none. */
export function useScopeWords() {
  const { t, i18n } = useTranslation();
  return {
    nameOf(scope: string): string {
      const key = wordOf(scope);
      return i18n.exists(`scope.${key}`) ? t(`scope.${key as Scope}`) : scope;
    },
    aboutOf: (about: string): string =>
      i18n.exists(`scopeAbout.${about}`) ? t(`scopeAbout.${about as About}`) : about,
  };
}
