import { Group, Title } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTenant } from '../session/viewer.tsx';

/** The title of a page, also of its tab, and its one main action. */
export function PageHead({ title, children }: { title: string; children?: ReactNode }) {
  const tenant = useTenant();
  return (
    <Group justify="space-between" align="center" mb="md" gap="sm">
      <title>{`${title} · ${tenant.name} · Mycelium`}</title>
      <Title order={1}>{title}</Title>
      {children}
    </Group>
  );
}
