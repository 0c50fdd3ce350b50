import { Button, Group } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useWrite } from '../../graph/use-write.ts';
import { Confirm } from '../../look/Confirm.tsx';
import { showDone, showTrouble } from '../../look/notify.tsx';
import { useMay } from '../../session/viewer.tsx';
import type { Tracking } from '../events.ts';
import { actionsFor, DiscardDocument, ReplayDocument, RetryDocument } from '../failed/failed.ts';

/** What can be done with a delivery that the database keeps. */
export function DeliveryActions({ delivery }: { delivery: Tracking }) {
  const { t } = useTranslation();
  const mayManage = useMay('events:manage');
  const { write: retry, isBusy: isRetrying } = useWrite(RetryDocument, showTrouble);
  const { write: replay, isBusy: isReplaying } = useWrite(ReplayDocument, showTrouble);
  const { write: discard } = useWrite(DiscardDocument, showTrouble);
  const { id, eventType, targetApplication: target } = delivery;
  const possible = actionsFor(delivery);
  if (!mayManage || !id || possible.length === 0) return null;

  return (
    <Group gap="sm">
      {possible.includes('RETRY') && (
        <Button
          size="sm"
          loading={isRetrying}
          onClick={async () => {
            if (await retry({ id })) showDone(t('events.isRetried', { type: eventType, target }));
          }}
        >
          {t('events.bulk.RETRY.do')}
        </Button>
      )}
      {possible.includes('REPLAY') && (
        <Button
          size="sm"
          variant="default"
          loading={isReplaying}
          onClick={async () => {
            if (await replay({ id })) showDone(t('events.isReplayed', { type: eventType, target }));
          }}
        >
          {t('events.bulk.REPLAY.do')}
        </Button>
      )}
      {possible.includes('DISCARD') && (
        <Confirm
          label={t('events.bulk.DISCARD.do')}
          question={t('events.discardQuestion', { type: eventType, target })}
          text={t('events.bulk.DISCARD.text')}
          answer={t('events.bulk.DISCARD.do')}
          onConfirm={() => discard({ id })}
        />
      )}
    </Group>
  );
}
