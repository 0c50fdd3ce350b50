import type { TypedDocumentNode } from '@graphql-typed-document-node/core';
import { TextInput } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useWrite } from '../../graph/use-write.ts';
import { FormFrame } from '../../look/FormFrame.tsx';

interface ReasonFormProps {
  id: string;
  document: TypedDocumentNode<unknown, { id: string; reason: string }>;
  label: string;
  action: string;
  onDone: () => void;
}

/** What is done with a reason alone. */
export function ReasonForm({ id, document, label, action, onDone }: ReasonFormProps) {
  const { t } = useTranslation();
  const [reason, setReason] = useState('');
  const [wasTried, setTried] = useState(false);
  const write = useWrite(document);
  async function save() {
    setTried(true);
    if (!reason.trim()) return undefined;
    const saved = await write.write({ id, reason });
    if (saved) onDone();
    return saved;
  }
  return (
    <FormFrame write={write} label={label} action={action} onSave={save}>
      <TextInput
        label={t('orders.reason')}
        autoComplete="off"
        maxLength={200}
        data-autofocus
        value={reason}
        error={(wasTried && !reason.trim() && t('refusal.MISSING')) || write.mistakeAt('reason')}
        onChange={({ currentTarget }) => setReason(currentTarget.value)}
      />
    </FormFrame>
  );
}
