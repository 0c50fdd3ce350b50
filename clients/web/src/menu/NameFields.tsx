import { Stack, TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useTenant } from '../session/viewer.tsx';

interface NameFieldsProps {
  /** By language (BCP 47). */
  names: Record<string, string>;
  mistake: string | undefined;
  isReadOnly: boolean;
  onChange: (names: Record<string, string>) => void;
}

/** A name in each language of the tenant, and in those that it has beside. */
export function NameFields({ names, mistake, isReadOnly, onChange }: NameFieldsProps) {
  const { t, i18n } = useTranslation();
  const { languages } = useTenant();
  const locales = [...new Set([...languages, ...Object.keys(names)])];
  const languageNames = new Intl.DisplayNames(i18n.language, { type: 'language' });

  return (
    <Stack gap="sm">
      {locales.map((locale, index) => (
        <TextInput
          key={locale}
          lang={locale}
          label={t('item.name', { language: languageNames.of(locale) ?? locale })}
          value={names[locale] ?? ''}
          readOnly={isReadOnly}
          error={index === 0 && mistake}
          onChange={(event) => onChange({ ...names, [locale]: event.currentTarget.value })}
        />
      ))}
    </Stack>
  );
}
