import { Chip, Fieldset, Group, Stack, Text, Textarea, TextInput } from '@mantine/core';
import { allergenNames } from '@mycelium/schema/allergens';
import { useTranslation } from 'react-i18next';
import type { Allergen } from '../generated/graphql.ts';
import { PictureField } from '../pictures/PictureField.tsx';
import { useTenant } from '../session/viewer.tsx';
import type { ItemDraft, ItemField } from './item-draft.ts';
import { NameFields } from './NameFields.tsx';

interface ItemFieldsProps {
  draft: ItemDraft;
  messages: Partial<Record<ItemField, string>>;
  isReadOnly: boolean;
  onChange: (changes: Partial<ItemDraft>) => void;
}

/** The fields of an item, new or not. */
export function ItemFields({ draft, messages, isReadOnly, onChange }: ItemFieldsProps) {
  const { t, i18n } = useTranslation();
  const { languages, currency } = useTenant();
  const locales = [...new Set([...languages, ...Object.keys(draft.names)])];
  const names = new Intl.DisplayNames(i18n.language, { type: 'language' });
  const languageOf = (locale: string) => names.of(locale) ?? locale;

  return (
    <Stack gap="md">
      <NameFields
        names={draft.names}
        mistake={messages.names}
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
            error={index === 0 && messages.descriptions}
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
          error={messages.price}
          onChange={(event) => onChange({ price: event.currentTarget.value })}
        />
        <TextInput
          label={t('item.calories')}
          inputMode="numeric"
          autoComplete="off"
          value={draft.calories}
          readOnly={isReadOnly}
          error={messages.calories}
          onChange={(event) => onChange({ calories: event.currentTarget.value })}
        />
      </Group>
      <Fieldset legend={t('item.allergens')} variant="unstyled" disabled={isReadOnly}>
        <Chip.Group
          multiple
          value={[...draft.allergens]}
          onChange={(value) =>
            onChange({ allergens: value.filter((name): name is Allergen => name in allergenNames.en) })
          }
        >
          <Group gap="sm" mt="sm">
            {Object.keys(allergenNames.en).map((name) => (
              <Chip key={name} value={name} size="sm">
                {t(`allergen.${name as Allergen}`)}
              </Chip>
            ))}
          </Group>
        </Chip.Group>
        {messages.allergens && <Text c="var(--failed)">{messages.allergens}</Text>}
      </Fieldset>
      <PictureField
        value={draft.imageUrl}
        mistake={messages.imageUrl}
        isReadOnly={isReadOnly}
        onChange={(imageUrl) => onChange({ imageUrl })}
      />
    </Stack>
  );
}
