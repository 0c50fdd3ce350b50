import { ActionIcon, Button, Fieldset, Group, Stack, TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Icon } from '../../look/Icon.tsx';
import { Mistake } from '../../look/Mistake.tsx';
import type { Way } from './contact-draft.ts';

interface WaysFieldProps {
  kind: 'mails' | 'phones';
  ways: readonly Way[];
  mistake: string | undefined;
  isReadOnly: boolean;
  onChange: (ways: readonly Way[]) => void;
}

/** E-mail addresses or phone numbers, each with what it is; the main one first. */
export function WaysField({ kind, ways, mistake, isReadOnly, onChange }: WaysFieldProps) {
  const { t } = useTranslation();
  const set = (at: number, changes: Partial<Way>) =>
    onChange(ways.map((way, place) => (place === at ? { ...way, ...changes } : way)));
  return (
    <Fieldset variant="unstyled" legend={t(`contacts.${kind}`)}>
      <Stack gap="xs" mt="xs">
        {ways.map((way, at) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a line has nothing but its place
          <Group key={at} gap="xs" wrap="nowrap" align="flex-start">
            <TextInput
              flex={2}
              aria-label={t(`contacts.one.${kind}`, { place: at + 1 })}
              type={kind === 'mails' ? 'email' : 'tel'}
              autoComplete="off"
              value={way.value}
              readOnly={isReadOnly}
              onChange={({ currentTarget }) => set(at, { value: currentTarget.value })}
            />
            <TextInput
              flex={1}
              aria-label={t(`contacts.label.${kind}`, { place: at + 1 })}
              placeholder={isReadOnly ? '' : t('contacts.labelHint')}
              value={way.label}
              readOnly={isReadOnly}
              onChange={({ currentTarget }) => set(at, { label: currentTarget.value })}
            />
            {!isReadOnly && (
              <ActionIcon
                variant="subtle"
                aria-label={t(`contacts.removeOne.${kind}`, { place: at + 1 })}
                onClick={() => onChange(ways.filter((_, place) => place !== at))}
              >
                <Icon name="close" size={18} />
              </ActionIcon>
            )}
          </Group>
        ))}
        {mistake && <Mistake>{mistake}</Mistake>}
        {!isReadOnly && (
          <Button
            variant="subtle"
            size="compact-sm"
            leftSection={<Icon name="plus" size={16} />}
            style={{ alignSelf: 'flex-start' }}
            onClick={() => onChange([...ways, { value: '', label: '' }])}
          >
            {t(`contacts.add.${kind}`)}
          </Button>
        )}
      </Stack>
    </Fieldset>
  );
}
