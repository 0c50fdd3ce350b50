import { Group, Stack, Textarea, TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { PictureField } from '../pictures/PictureField.tsx';
import { useTenant } from '../session/viewer.tsx';
import { AllergenField } from './AllergenField.tsx';
import type { ItemDraft, ItemField } from './item-draft.ts';
import { NameFields } from './NameFields.tsx';

interface ItemFieldsProps {
  draft: ItemDraft;
  mistakeAt: (field: ItemField) => string | undefined;
  isReadOnly: boolean;
  onChange: (changes: Partial<ItemDraft>) => void;
}

/** The fields of an item, new or not. */
export function ItemFields({ draft, mistakeAt, isReadOnly, onChange }: ItemFieldsProps) {
  const { t, i18n } = useTranslation();
  const { languages, currency } = useTenant();
  const locales = [...new Set([...languages, ...Object.keys(draft.names)])];
  const names = new Intl.DisplayNames(i18n.language, { type: 'language' });
  const languageOf = (locale: string) => names.of(locale) ?? locale;

  return (
    <Stack gap="md">
      <NameFields
        names={draft.names}
        mistake={mistakeAt('names')}
        isReadOnly={isReadOnly}
        onChange={(names) => onChange({ names })}
      />
      <Stack gap="sm">
        {locales.map((locale, index) => (
          <Textarea
            key={locale}
            lang={locale}
            rows={2}
            label={t('item.description', { language: languageOf(locale) })}
            value={draft.descriptions[locale] ?? ''}
            readOnly={isReadOnly}
            error={index === 0 && mistakeAt('descriptions')}
            onChange={(event) =>
              onChange({ descriptions: { ...draft.descriptions, [locale]: event.currentTarget.value } })
            }
          />
        ))}
      </Stack>
      <Group grow align="flex-start" gap="sm">
        <TextInput
          label={t('item.price', { currency })}
          inputMode="decimal"
          autoComplete="off"
          value={draft.price}
          readOnly={isReadOnly}
          error={mistakeAt('price')}
          onChange={(event) => onChange({ price: event.currentTarget.value })}
        />
        <TextInput
          label={t('item.calories')}
          inputMode="numeric"
          autoComplete="off"
          value={draft.calories}
          readOnly={isReadOnly}
          error={mistakeAt('calories')}
          onChange={(event) => onChange({ calories: event.currentTarget.value })}
        />
      </Group>
      <AllergenField
        legend={t('item.allergens')}
        value={draft.allergens}
        mistake={mistakeAt('allergens')}
        isReadOnly={isReadOnly}
        onChange={(allergens) => onChange({ allergens })}
      />
      <PictureField
        value={draft.imageUrl}
        mistake={mistakeAt('imageUrl')}
        isReadOnly={isReadOnly}
        onChange={(imageUrl) => onChange({ imageUrl })}
      />
    </Stack>
  );
}
