import { Input } from '@mantine/core';
import type { ReactNode } from 'react';

/** What is wrong with a group of choices, which has no field of its own to say it at. */
export function Mistake({ children }: { children: ReactNode }) {
  if (!children) return null;
  return (
    <Input.Error data-mistake mt="xs">
      {children}
    </Input.Error>
  );
}
