import { Stack, Text, Title } from '@mantine/core';
import type { ReactNode } from 'react';
import { Icon, type IconName } from './Icon.tsx';

/** What a page is for, and the first step. */
export function Empty({
  icon,
  title,
  order = 2,
  text,
  children,
}: {
  icon: IconName;
  title: string;
  /** 1 where it is the whole page. */
  order?: 1 | 2;
  text: string;
  children?: ReactNode;
}) {
  return (
    <Stack align="center" ta="center" py="xl" px="md" gap="sm" c="var(--quiet)">
      <Icon name={icon} size={40} />
      <Title order={order} c="var(--mantine-color-text)">
        {title}
      </Title>
      <Text maw={420}>{text}</Text>
      {children}
    </Stack>
  );
}
