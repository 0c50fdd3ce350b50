import { Modal, Stack } from '@mantine/core';
import { useMediaQuery } from '@mantine/hooks';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';

interface SheetProps {
  title: string;
  onClose: () => void;
  children: ReactNode;
}

/** What lies over the till: a card, or all of a phone. */
export function Sheet({ title, onClose, children }: SheetProps) {
  const { t } = useTranslation();
  const isNarrow = useMediaQuery('(max-width: 36em)', false, { getInitialValueInEffect: false });
  return (
    <Modal
      opened
      onClose={onClose}
      fullScreen={isNarrow}
      size="lg"
      title={title}
      attributes={{ header: { role: 'presentation' } }}
      closeButtonProps={{ 'aria-label': t('action.close'), size: 'xl' }}
    >
      <Stack gap="md">{children}</Stack>
    </Modal>
  );
}
