import { useTranslation } from 'react-i18next';
import type { ApplicationRowFragment } from '../../generated/graphql.ts';
import type { AllWords } from '../../words/all-words.ts';

type BuiltIn = keyof AllWords['events']['about'];

/** What an application is for: those that every business has say it in the language of the reader, others as they were described. */
export function useAbout(): (
  application: Pick<ApplicationRowFragment, 'name' | 'description' | 'isBuiltIn'>,
) => string {
  const { t, i18n } = useTranslation();
  return ({ name, description, isBuiltIn }) =>
    isBuiltIn && i18n.exists(`events.about.${name}`) ? t(`events.about.${name as BuiltIn}`) : description;
}
