import { Button, Group } from '@mantine/core';
import { problemOf } from '@mycelium/client-kit/problem';
import { useTranslation } from 'react-i18next';
import { useMutation } from 'urql';
import { Confirm } from '../look/Confirm.tsx';
import { showDone, showTrouble } from '../look/notify.tsx';
import { useMay } from '../session/viewer.tsx';
import type { Tracking } from './events.ts';
import { DiscardDocument, ReplayDocument, RetryDocument } from './failed.ts';

/** What can be done with a delivery that the database keeps. */
export function DeliveryActions({ delivery }: { delivery: Tracking }) {
  const { t } = useTranslation();
  const mayManage = useMay('events:manage');
  const [{ fetching: isRetrying }, retry] = useMutation(RetryDocument);
  const [{ fetching: isReplaying }, replay] = useMutation(ReplayDocument);
  const [, discard] = useMutation(DiscardDocument);
  const { id, eventType, status, targetApplication: target } = delivery;
  if (!mayManage || !id || status === 'PUBLISHED') return null;
  const isGivenUp = status === 'FAILED' || status === 'TIMEOUT';

  return (
    <Group gap="sm">
      {isGivenUp && (
        <Button
          size="sm"
          loading={isRetrying}
          onClick={async () => {
            const { error } = await retry({ id });
            if (error) return showTrouble(problemOf(error));
            showDone(t('events.isRetried', { type: eventType, target }));
          }}
        >
          {t('events.bulk.RETRY.do')}
        </Button>
      )}
      <Button
        size="sm"
        variant="default"
        loading={isReplaying}
        onClick={async () => {
          const { error } = await replay({ id });
          if (error) return showTrouble(problemOf(error));
          showDone(t('events.isReplayed', { type: eventType, target }));
        }}
      >
        {t('events.bulk.REPLAY.do')}
      </Button>
      {isGivenUp && (
        <Confirm
          label={t('events.bulk.DISCARD.do')}
          question={t('events.discardQuestion', { type: eventType, target })}
          text={t('events.bulk.DISCARD.text')}
          answer={t('events.bulk.DISCARD.do')}
          onConfirm={async () => {
            const { error } = await discard({ id });
            if (error) showTrouble(problemOf(error));
          }}
        />
      )}
    </Group>
  );
}
