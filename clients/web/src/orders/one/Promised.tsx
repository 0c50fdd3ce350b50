import { Button, Group } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useWrite } from '../../graph/use-write.ts';
import { Confirm } from '../../look/Confirm.tsx';
import { showDone, showTrouble } from '../../look/notify.tsx';
import { CancelPaymentDocument, CapturePaymentDocument } from '../write-order.ts';

interface PromisedProps {
  /** Of the payment. */
  id: string;
  /** What it pays, with its tip, as it is read. */
  sum: string;
}

/** What became of the money that another system has promised. */
export function Promised({ id, sum }: PromisedProps) {
  const { t } = useTranslation();
  const { write: capture, isBusy } = useWrite(CapturePaymentDocument, showTrouble);
  const { write: cancel } = useWrite(CancelPaymentDocument, showTrouble);
  return (
    <Group gap="sm" mt="xs">
      <Button
        variant="default"
        loading={isBusy}
        onClick={async () => {
          if (await capture({ id })) showDone(t('orders.promised.isTaken', { sum }));
        }}
      >
        {t('orders.promised.take')}
      </Button>
      <Confirm
        label={t('orders.promised.cancel')}
        question={t('orders.promised.cancelQuestion', { sum })}
        text={t('orders.promised.cancelText')}
        answer={t('orders.promised.cancel')}
        onConfirm={async () => {
          if (await cancel({ id })) showDone(t('orders.promised.isCanceled', { sum }));
        }}
      />
    </Group>
  );
}
