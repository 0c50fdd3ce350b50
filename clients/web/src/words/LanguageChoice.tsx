import { SegmentedControl } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { isLanguage, type Language, languageOf, languages, speak } from './words.ts';

/** The language of the console, each named in itself. */
export function LanguageChoice({ onChoose = speak }: { onChoose?: (language: Language) => Promise<void> }) {
  const { t, i18n } = useTranslation();
  return (
    <SegmentedControl
      role="radiogroup"
      aria-label={t('account.language')}
      value={languageOf(i18n.language)}
      data={Object.entries(languages).map(([value, label]) => ({ value, label }))}
      onChange={(value) => isLanguage(value) && void onChoose(value)}
    />
  );
}
