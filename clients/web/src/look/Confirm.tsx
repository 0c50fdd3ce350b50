import { Button, Group, Modal, Text } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';

interface ConfirmProps {
  label: string;
  /** Names what it is about. */
  question: string;
  text: string;
  answer: string;
  onConfirm: () => Promise<unknown>;
}

/** A button for what cannot be undone: it asks first, and names its object. */
export function Confirm({ label, question, text, answer, onConfirm }: ConfirmProps) {
  const { t } = useTranslation();
  const [isOpen, { open, close }] = useDisclosure();
  const [isBusy, setBusy] = useState(false);

  async function confirm() {
    setBusy(true);
    await onConfirm();
    setBusy(false);
    close();
  }

  return (
    <>
      <Button variant="outline" color="red" onClick={open}>
        {label}
      </Button>
      <Modal
        opened={isOpen}
        onClose={close}
        title={question}
        centered
        attributes={{ header: { role: 'presentation' } }}
        closeButtonProps={{ 'aria-label': t('action.close') }}
      >
        <Text mb="md">{text}</Text>
        <Group justify="flex-end" gap="sm">
          <Button variant="default" onClick={close} data-autofocus>
            {t('action.cancel')}
          </Button>
          <Button color="red" loading={isBusy} onClick={confirm}>
            {answer}
          </Button>
        </Group>
      </Modal>
    </>
  );
}
