import { Checkbox, Group, NativeSelect, SegmentedControl, Stack, Text, TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { TagsField } from '../tags/TagsField.tsx';
import { useColleagues } from '../use-colleagues.ts';
import { AddressesField } from './AddressesField.tsx';
import { BirthdayField } from './BirthdayField.tsx';
import { type ContactDraft, contactKinds } from './contact-draft.ts';
import { WaysField } from './WaysField.tsx';

interface ContactFieldsProps {
  contact: ContactDraft;
  mistakeAt: (field: keyof ContactDraft | 'doNotContact') => string | undefined;
  isReadOnly: boolean;
  /** Whether how they are reached is shown whole: what is behind masks cannot be changed. */
  isWhole: boolean;
  onChange: (changes: Partial<ContactDraft>) => void;
}

/** The fields of a contact, new or not. */
export function ContactFields({ contact, mistakeAt, isReadOnly, isWhole, onChange }: ContactFieldsProps) {
  const { t } = useTranslation();
  const colleagues = useColleagues(contact.ownerId);
  const text = (field: 'name' | 'company' | 'role' | 'department') => (
    <TextInput
      label={t(`contacts.${field}`)}
      value={contact[field]}
      readOnly={isReadOnly}
      error={mistakeAt(field)}
      onChange={({ currentTarget }) => onChange({ [field]: currentTarget.value })}
    />
  );
  const ways = (field: 'mails' | 'phones') => (
    <WaysField
      kind={field}
      ways={contact[field]}
      mistake={mistakeAt(field)}
      isReadOnly={isReadOnly || !isWhole}
      onChange={(changed) => onChange({ [field]: changed })}
    />
  );
  return (
    <Stack gap="md">
      <Stack gap="xs">
        <Text size="sm" fw={500} id="contact-kind">
          {t('contacts.kind')}
        </Text>
        <SegmentedControl
          role="radiogroup"
          aria-labelledby="contact-kind"
          disabled={isReadOnly}
          value={contact.kind}
          data={contactKinds.map((value) => ({ value, label: t(`contacts.kinds.${value}`) }))}
          onChange={(value) => onChange({ kind: contactKinds.find((kind) => kind === value) ?? contact.kind })}
        />
      </Stack>
      {text('name')}
      {contact.kind !== 'ORGANISATION' && text('company')}
      {text('role')}
      {contact.kind === 'USER' && text('department')}
      {ways('mails')}
      {ways('phones')}
      {isWhole && (
        <AddressesField
          addresses={contact.addresses}
          mistake={mistakeAt('addresses')}
          isReadOnly={isReadOnly}
          onChange={(addresses) => onChange({ addresses })}
        />
      )}
      {isWhole && contact.kind !== 'ORGANISATION' && (
        <BirthdayField
          birthday={contact.birthday}
          mistake={mistakeAt('birthday')}
          isReadOnly={isReadOnly}
          onChange={(birthday) => onChange({ birthday })}
        />
      )}
      <NativeSelect
        label={t('contacts.owner')}
        data={[{ value: '', label: t('contacts.noOwner') }, ...colleagues]}
        value={contact.ownerId}
        disabled={isReadOnly}
        error={mistakeAt('ownerId')}
        onChange={({ currentTarget }) => onChange({ ownerId: currentTarget.value })}
      />
      <TagsField
        value={contact.tags}
        mistake={mistakeAt('tags')}
        isReadOnly={isReadOnly}
        onChange={(tags) => onChange({ tags })}
      />
      <Checkbox
        label={t('contacts.isBarred')}
        checked={contact.isBarred}
        disabled={isReadOnly}
        onChange={({ currentTarget }) => onChange({ isBarred: currentTarget.checked })}
      />
      {contact.isBarred && (
        <Group grow>
          <TextInput
            label={t('contacts.reason')}
            value={contact.reason}
            readOnly={isReadOnly}
            error={mistakeAt('doNotContact')}
            onChange={({ currentTarget }) => onChange({ reason: currentTarget.value })}
          />
        </Group>
      )}
    </Stack>
  );
}
