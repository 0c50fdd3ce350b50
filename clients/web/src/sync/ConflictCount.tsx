import { Text, VisuallyHidden } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useConflictCount } from './use-conflict-count.ts';

/** How many conflicts wait for a person, said in full to who cannot see where the figure stands. */
export function Component() {
  const { t } = useTranslation();
  const count = useConflictCount();
  if (count === 0) return null;
  return (
    <>
      <Text span size="sm" fw={500} c="var(--attention)" aria-hidden>
        {count}
      </Text>
      <VisuallyHidden>{t('sync.conflicts', { count })}</VisuallyHidden>
    </>
  );
}
