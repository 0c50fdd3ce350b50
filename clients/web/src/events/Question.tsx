import { Button, Group, Modal, Stack } from '@mantine/core';
import { type Problem, problemOf } from '@mycelium/client-kit/problem';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { CombinedError } from 'urql';
import { Trouble } from '../look/Trouble.tsx';

interface QuestionProps {
  label: string;
  title: string;
  answer: string;
  onOpen?: () => void;
  /** Does it; the dialog stays with what went wrong. */
  onAnswer: () => Promise<{ error?: CombinedError | undefined }>;
  /** What is asked, while it is open. */
  children: ReactNode;
}

/** A button for what takes a choice first. */
export function Question({ label, title, answer, onOpen, onAnswer, children }: QuestionProps) {
  const { t } = useTranslation();
  const [isOpen, setOpen] = useState(false);
  const [isBusy, setBusy] = useState(false);
  const [problem, setProblem] = useState<Problem>();

  function open() {
    onOpen?.();
    setOpen(true);
  }

  async function submit() {
    setBusy(true);
    const { error } = await onAnswer();
    setBusy(false);
    setProblem(error && problemOf(error));
    if (!error) setOpen(false);
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
            <Button loading={isBusy} onClick={submit}>
              {answer}
            </Button>
          </Group>
        </Stack>
      </Modal>
    </>
  );
}
