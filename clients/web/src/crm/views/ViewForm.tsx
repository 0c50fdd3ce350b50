import { Button, Checkbox, Group, Modal, Stack, TextInput } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Write } from '../../graph/use-write.ts';
import { Trouble } from '../../look/Trouble.tsx';

interface ViewFormProps {
  title: string;
  action: string;
  name?: string;
  write: Pick<Write, 'isBusy' | 'problem' | 'mistakeAt'>;
  /** Whether it also asks for whom the view is. */
  mayShare?: boolean;
  onSave: (name: string, isShared: boolean) => Promise<void>;
  onClose: () => void;
}

/** Asks what a view is called, and for whom it is. */
export function ViewForm({ title, action, name = '', write, mayShare = false, onSave, onClose }: ViewFormProps) {
  const { t } = useTranslation();
  const [text, setText] = useState(name);
  const [isShared, setShared] = useState(false);
  const [wasTried, setTried] = useState(false);
  const mistake = (wasTried && !text.trim() && t('mistake.nameMissing')) || write.mistakeAt('name');

  function submit(event: FormEvent) {
    event.preventDefault();
    setTried(true);
    if (text.trim()) void onSave(text.trim(), isShared);
  }

  return (
    <Modal
      opened
      onClose={onClose}
      title={title}
      centered
      attributes={{ header: { role: 'presentation' } }}
      closeButtonProps={{ 'aria-label': t('action.close') }}
    >
      <form onSubmit={submit} noValidate>
        <Stack gap="md">
          <TextInput
            label={t('views.name')}
            maxLength={60}
            value={text}
            error={mistake}
            data-autofocus
            onChange={({ currentTarget }) => setText(currentTarget.value)}
          />
          {mayShare && (
            <Checkbox
              label={t('views.isShared')}
              checked={isShared}
              onChange={({ currentTarget }) => setShared(currentTarget.checked)}
            />
          )}
          {write.problem && !mistake && <Trouble problem={write.problem} />}
          <Group justify="flex-end" gap="sm">
            <Button variant="default" onClick={onClose}>
              {t('action.cancel')}
            </Button>
            <Button type="submit" loading={write.isBusy}>
              {action}
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  );
}
