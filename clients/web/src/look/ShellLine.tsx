import { Button, Code, CopyButton, Group, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';

/** A line for a shell, with what it does, to be copied. */
export function ShellLine({ label, line }: { label: string; line: string }) {
  const { t } = useTranslation();
  return (
    <section aria-label={label}>
      <Group justify="space-between" wrap="nowrap" mb={4}>
        <Text size="sm">{label}</Text>
        <CopyButton value={line}>
          {({ copied, copy }) => (
            <Button size="compact-sm" variant="default" onClick={copy}>
              {t(copied ? 'action.copied' : 'action.copy')}
            </Button>
          )}
        </CopyButton>
      </Group>
      <Code block style={{ whiteSpace: 'pre-wrap', overflowWrap: 'anywhere' }}>
        {line}
      </Code>
    </section>
  );
}
