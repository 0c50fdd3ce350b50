import { Button, Group, NativeSelect, Text } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useWrite } from '../../graph/use-write.ts';
import { Confirm } from '../../look/Confirm.tsx';
import { showDone, showTrouble } from '../../look/notify.tsx';
import { ShownOnce } from '../../look/ShownOnce.tsx';
import { Question } from '../Question.tsx';
import { RecoverEndpoint } from './RecoverEndpoint.tsx';
import {
  type Endpoint,
  PauseEndpointDocument,
  RemoveEndpointDocument,
  ResumeEndpointDocument,
  RotateSecretDocument,
  TestEndpointDocument,
} from './webhooks.ts';

/** For how many hours an old secret may sign beside the new one; the first is the usual. */
const overlaps = ['24', '1', '168', '0'] as const;

/** What can be done with an endpoint. */
export function EndpointActions({ endpoint, onRemoved }: { endpoint: Endpoint; onRemoved: () => void }) {
  const { t } = useTranslation();
  const { id, url, status } = endpoint;
  const [secret, setSecret] = useState<string>();
  const [hours, setHours] = useState<(typeof overlaps)[number]>('24');
  const { write: pause } = useWrite(PauseEndpointDocument, showTrouble);
  const { write: resume, isBusy: isResuming } = useWrite(ResumeEndpointDocument, showTrouble);
  const rotate = useWrite(RotateSecretDocument);
  const { write: remove } = useWrite(RemoveEndpointDocument, showTrouble);
  const { write: test, isBusy: isTesting } = useWrite(TestEndpointDocument, showTrouble);
  const isActive = status === 'ACTIVE';
  const name = endpoint.description || url;

  return (
    <>
      {secret && (
        <ShownOnce
          secret={secret}
          text={t('webhooks.rotated', { overlap: t(`webhooks.overlap.${hours}`) })}
          onDone={() => setSecret(undefined)}
        />
      )}
      <Group gap="sm">
        {isActive ? (
          <Button
            loading={isTesting}
            onClick={async () => {
              if (await test({ endpointId: id })) showDone(t('webhooks.tested'));
            }}
          >
            {t('webhooks.test')}
          </Button>
        ) : (
          <Button loading={isResuming} onClick={() => resume({ id })}>
            {t('webhooks.resume')}
          </Button>
        )}
        <Button component={Link} to={`/events/webhooks/${id}/edit`} variant="default">
          {t('webhooks.edit')}
        </Button>
        {isActive && (
          <Button variant="default" onClick={() => pause({ id })}>
            {t('webhooks.pause')}
          </Button>
        )}
        <RecoverEndpoint endpoint={endpoint} />
        <Question
          label={t('webhooks.rotate')}
          title={t('webhooks.rotateQuestion')}
          answer={t('webhooks.rotate')}
          write={rotate}
          onAnswer={async () => {
            const rotated = await rotate.write({ id, overlapHours: Number(hours) });
            if (rotated) setSecret(rotated.rotateWebhookSecret.secret);
            return rotated;
          }}
        >
          <Text size="sm">{t('webhooks.rotateText')}</Text>
          <NativeSelect
            label={t('webhooks.overlapName')}
            data={overlaps.map((value) => ({ value, label: t(`webhooks.overlap.${value}`) }))}
            value={hours}
            onChange={({ currentTarget }) => setHours(overlaps.find((each) => each === currentTarget.value) ?? '24')}
          />
        </Question>
        <Confirm
          label={t('webhooks.remove')}
          question={t('webhooks.removeQuestion', { name })}
          text={t('webhooks.removeText')}
          answer={t('webhooks.remove')}
          onConfirm={async () => {
            if (await remove({ id })) onRemoved();
          }}
        />
      </Group>
    </>
  );
}
