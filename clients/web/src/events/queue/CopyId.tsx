import { Button, Code, CopyButton, Group, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';

/** A number that one hands to somebody else. */
export function CopyId({ name, id }: { name: string; id: string }) {
  const { t } = useTranslation();
  return (
    <Group justify="space-between" gap="xs" wrap="nowrap">
      <Text size="sm" c="var(--quiet)" style={{ overflowWrap: 'anywhere' }}>
        {name} <Code>{id}</Code>
      </Text>
      <CopyButton value={id}>
        {({ copied, copy }) => (
          <Button size="compact-sm" variant="subtle" flex="none" onClick={copy} aria-label={t('events.copy', { name })}>
            {t(copied ? 'action.copied' : 'action.copy')}
          </Button>
        )}
      </CopyButton>
    </Group>
  );
}
