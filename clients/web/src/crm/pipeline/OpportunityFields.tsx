import { Group, NativeSelect, Stack, TextInput } from '@mantine/core';
import { currencies } from '@mycelium/schema/currencies';
import { useTranslation } from 'react-i18next';
import { TagsField } from '../tags/TagsField.tsx';
import { useColleagues } from '../use-colleagues.ts';
import { ContactsField } from './ContactsField.tsx';
import type { OpportunityDraft } from './opportunity-draft.ts';

interface OpportunityFieldsProps {
  opportunity: OpportunityDraft;
  mistakeAt: (field: string) => string | undefined;
  isReadOnly: boolean;
  onChange: (changes: Partial<OpportunityDraft>) => void;
}

/** The fields of an opportunity, new or not. */
export function OpportunityFields({ opportunity, mistakeAt, isReadOnly, onChange }: OpportunityFieldsProps) {
  const { t } = useTranslation();
  const colleagues = useColleagues(opportunity.ownerId);
  return (
    <Stack gap="md">
      <TextInput
        label={t('pipeline.title')}
        value={opportunity.title}
        readOnly={isReadOnly}
        error={mistakeAt('title')}
        onChange={({ currentTarget }) => onChange({ title: currentTarget.value })}
      />
      <Group align="flex-start" gap="sm" wrap="nowrap">
        <TextInput
          flex={2}
          label={t('pipeline.amount')}
          inputMode="decimal"
          autoComplete="off"
          value={opportunity.amount}
          readOnly={isReadOnly}
          error={mistakeAt('amount')}
          onChange={({ currentTarget }) => onChange({ amount: currentTarget.value })}
        />
        <NativeSelect
          flex={1}
          label={t('pipeline.currency')}
          data={[...currencies.keys()]}
          value={opportunity.currency}
          disabled={isReadOnly}
          onChange={({ currentTarget }) => onChange({ currency: currentTarget.value })}
        />
      </Group>
      <TextInput
        type="date"
        label={t('pipeline.expectedClose')}
        value={opportunity.expectedClose}
        readOnly={isReadOnly}
        error={mistakeAt('expectedClose')}
        onChange={({ currentTarget }) => onChange({ expectedClose: currentTarget.value })}
      />
      <NativeSelect
        label={t('pipeline.owner')}
        data={[{ value: '', label: t('activities.nobody') }, ...colleagues]}
        value={opportunity.ownerId}
        disabled={isReadOnly}
        error={mistakeAt('ownerId')}
        onChange={({ currentTarget }) => onChange({ ownerId: currentTarget.value })}
      />
      <ContactsField
        value={opportunity.contacts}
        isReadOnly={isReadOnly}
        mistake={mistakeAt('contactIds')}
        onChange={(contacts) => onChange({ contacts })}
      />
      <TagsField
        value={opportunity.tags}
        mistake={mistakeAt('tags')}
        isReadOnly={isReadOnly}
        onChange={(tags) => onChange({ tags })}
      />
    </Stack>
  );
}
