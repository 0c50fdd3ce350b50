import { Chip, Fieldset, Group, Stack, Textarea, TextInput } from '@mantine/core';
import { allergenNames } from '@mycelium/schema/allergens';
import { useTranslation } from 'react-i18next';
import type { Allergen } from '../generated/graphql.ts';
import { Mistake } from '../look/Mistake.tsx';
import { PictureField } from '../pictures/PictureField.tsx';
import { useTenant } from '../session/viewer.tsx';
import { type ItemDraft, type ItemField, inOrder } from './item-draft.ts';
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
      <Fieldset legend={t('item.allergens')} variant="unstyled" disabled={isReadOnly}>
        <Chip.Group
          multiple
          value={[...draft.allergens]}
          onChange={(chosen: string[]) => onChange({ allergens: inOrder(chosen) })}
        >
          <Group gap="sm" mt="sm">
            {Object.keys(allergenNames.en).map((name) => (
              <Chip key={name} value={name} size="sm">
                {t(`allergen.${name as Allergen}`)}
              </Chip>
            ))}
          </Group>
        </Chip.Group>
        <Mistake>{mistakeAt('allergens')}</Mistake>
      </Fieldset>
      <PictureField
        value={draft.imageUrl}
        mistake={mistakeAt('imageUrl')}
        isReadOnly={isReadOnly}
        onChange={(imageUrl) => onChange({ imageUrl })}
      />
    </Stack>
  );
}
