import { useTranslation } from 'react-i18next';

/** What a scope lets one do, and what it is about, in words; as it is written where there are none. */
export function useScopeWords() {
  const { t, i18n } = useTranslation();
  const said = (about: string, what: string, otherwise: string): string =>
    i18n.exists(`scopes.${about}.${what}`) ? t(`scopes.${about}.${what}`) : otherwise;
  return {
    nameOf(scope: string): string {
      const [about = '', may = ''] = scope.split(':');
      return said(about, may, scope);
    },
    aboutOf: (about: string): string => said(about, 'about', about),
  };
}
