import { Group, Paper, Text } from '@mantine/core';
import { type ReactNode, useId } from 'react';
import { Icon } from './Icon.tsx';

/** What one should look at before going on; nothing has failed. */
export function Attention({ title, children }: { title: string; children: ReactNode }) {
  const id = useId();
  return (
    <Paper withBorder p="sm" role="group" aria-labelledby={id}>
      <Group gap="xs" mb="xs" wrap="nowrap" c="var(--attention)">
        <Icon name="alert" size={18} />
        <Text size="sm" fw={500} id={id}>
          {title}
        </Text>
      </Group>
      {children}
    </Paper>
  );
}
