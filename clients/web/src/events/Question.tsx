import { Button, Group, Modal, Stack } from '@mantine/core';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Write } from '../graph/use-write.ts';
import { Trouble } from '../look/Trouble.tsx';

interface QuestionProps {
  label: string;
  title: string;
  answer: string;
  onOpen?: () => void;
  write: Pick<Write, 'isBusy' | 'problem' | 'forget'>;
  /** Resolves with something once it is done; without, the dialog stays with what went wrong. */
  onAnswer: () => Promise<unknown>;
  /** There is nothing that the answer could do. */
  isNone?: boolean;
  /** What is asked, while it is open. */
  children: ReactNode;
}

/** A button for what takes a choice first. */
export function Question({ label, title, answer, onOpen, write, onAnswer, isNone = false, children }: QuestionProps) {
  const { t } = useTranslation();
  const [isOpen, setOpen] = useState(false);
  const { isBusy, problem, forget } = write;

  function open() {
    onOpen?.();
    forget();
    setOpen(true);
  }

  async function submit() {
    if (await onAnswer()) setOpen(false);
  }

  return (
    <>
      <Button variant="default" onClick={open}>
        {label}
      </Button>
      <Modal
        opened={isOpen}
        onClose={() => setOpen(false)}
        title={title}
        centered
        attributes={{ header: { role: 'presentation' } }}
        closeButtonProps={{ 'aria-label': t('action.close') }}
      >
        <Stack gap="md">
          {children}
          {problem && <Trouble problem={problem} />}
          <Group justify="flex-end" gap="sm">
            <Button variant="default" onClick={() => setOpen(false)}>
              {t('action.cancel')}
            </Button>
            <Button loading={isBusy} disabled={isNone} onClick={submit}>
              {answer}
            </Button>
          </Group>
        </Stack>
      </Modal>
    </>
  );
}
