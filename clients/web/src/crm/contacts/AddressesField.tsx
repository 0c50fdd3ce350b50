import { Button, Fieldset, SimpleGrid, Stack, TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Icon } from '../../look/Icon.tsx';
import { Mistake } from '../../look/Mistake.tsx';
import { type AddressDraft, addressFields } from './contact-draft.ts';

interface AddressesFieldProps {
  addresses: readonly AddressDraft[];
  mistake: string | undefined;
  isReadOnly: boolean;
  onChange: (addresses: readonly AddressDraft[]) => void;
}

const empty: AddressDraft = { label: '', street: '', city: '', postalCode: '', region: '', country: '' };

/** Postal addresses, each with what it is. */
export function AddressesField({ addresses, mistake, isReadOnly, onChange }: AddressesFieldProps) {
  const { t } = useTranslation();
  const set = (at: number, changes: Partial<AddressDraft>) =>
    onChange(addresses.map((address, place) => (place === at ? { ...address, ...changes } : address)));
  return (
    <Stack gap="xs">
      {addresses.map((address, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: an address has nothing but its place
        <Fieldset key={at} legend={t('contacts.address', { place: at + 1 })}>
          <SimpleGrid cols={{ base: 1, xs: 2 }} spacing="xs" verticalSpacing="xs">
            {addressFields.map((field) => (
              <TextInput
                key={field}
                label={t(`contacts.addressFields.${field}`)}
                autoComplete="off"
                value={address[field]}
                readOnly={isReadOnly}
                onChange={({ currentTarget }) => set(at, { [field]: currentTarget.value })}
              />
            ))}
          </SimpleGrid>
          {!isReadOnly && (
            <Button
              variant="subtle"
              size="compact-sm"
              mt="xs"
              onClick={() => onChange(addresses.filter((_, place) => place !== at))}
            >
              {t('contacts.removeAddress', { place: at + 1 })}
            </Button>
          )}
        </Fieldset>
      ))}
      {mistake && <Mistake>{mistake}</Mistake>}
      {!isReadOnly && (
        <Button
          variant="subtle"
          size="compact-sm"
          leftSection={<Icon name="plus" size={16} />}
          style={{ alignSelf: 'flex-start' }}
          onClick={() => onChange([...addresses, empty])}
        >
          {t('contacts.addAddress')}
        </Button>
      )}
    </Stack>
  );
}
