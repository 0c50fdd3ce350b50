import { Alert, Button, Group, Stack, Text } from '@mantine/core';
import { problemOf } from '@mycelium/client-kit/problem';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate, useOutletContext, useParams } from 'react-router';
import { type CombinedError, useMutation } from 'urql';
import { Confirm } from '../look/Confirm.tsx';
import { Empty } from '../look/Empty.tsx';
import { Icon } from '../look/Icon.tsx';
import { Moment } from '../look/Moment.tsx';
import { showDone, showTrouble } from '../look/notify.tsx';
import { Panel } from '../look/Panel.tsx';
import { ShownOnce } from '../look/ShownOnce.tsx';
import { StateMark } from '../look/StateMark.tsx';
import { useMay, useTenant } from '../session/viewer.tsx';
import { Attempts } from './Attempts.tsx';
import { Fact, Facts } from './Facts.tsx';
import {
  type Endpoint,
  endpointStates,
  PauseEndpointDocument,
  RemoveEndpointDocument,
  ResumeEndpointDocument,
  RotateSecretDocument,
  TestEndpointDocument,
  type WebhooksOutlet,
} from './webhooks.ts';

/** One address: how it is told, its secret, and what was tried. */
export function Component() {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const { endpointId } = useParams();
  const mayWrite = useMay('webhook:write');
  const { timeZone } = useTenant();
  const { endpoints } = useOutletContext<WebhooksOutlet>();
  const endpoint = endpoints.find(({ id }) => id === endpointId);
  const close = () => navigate('/events/webhooks');
  return (
    <Panel title={endpoint?.description || t('webhooks.endpoint')} onClose={close}>
      {!endpoint && <Empty icon="share" title={t('webhooks.goneTitle')} text={t('webhooks.goneText')} />}
      {endpoint && (
        <Stack gap="md" pb="lg">
          <StateMark state={endpointStates[endpoint.status]} word={t(`webhooks.${endpoint.status}`)} />
          <Text size="sm" style={{ overflowWrap: 'anywhere' }}>
            {endpoint.url}
          </Text>
          {endpoint.trouble && (
            <Alert color="red" variant="outline" icon={<Icon name="alert" />} title={t('webhooks.DISABLED')}>
              {t(`webhooks.trouble.${endpoint.trouble}`)}
            </Alert>
          )}
          <Facts>
            <Fact name={t('webhooks.types')}>{endpoint.eventTypes.join(', ') || t('events.all')}</Fact>
            <Fact name={t('events.source')}>{endpoint.sources.join(', ') || t('events.all')}</Fact>
            <Fact name={t('events.pending')}>{endpoint.pending}</Fact>
            <Fact name={t('events.failed')}>{endpoint.failed}</Fact>
            {endpoint.failingSince && (
              <Fact name={t('webhooks.failingSince')}>
                <Moment at={endpoint.failingSince} timeZone={timeZone} />
              </Fact>
            )}
          </Facts>
          {mayWrite && <Actions key={endpoint.id} endpoint={endpoint} onRemoved={close} />}
          <Attempts endpoint={endpoint} />
        </Stack>
      )}
    </Panel>
  );
}

function Actions({ endpoint, onRemoved }: { endpoint: Endpoint; onRemoved: () => void }) {
  const { t } = useTranslation();
  const { id, url, status } = endpoint;
  const [secret, setSecret] = useState<string>();
  const [, pause] = useMutation(PauseEndpointDocument);
  const [, resume] = useMutation(ResumeEndpointDocument);
  const [, rotate] = useMutation(RotateSecretDocument);
  const [, remove] = useMutation(RemoveEndpointDocument);
  const [{ fetching: isTesting }, test] = useMutation(TestEndpointDocument);
  const name = endpoint.description || url;

  function isDone({ error }: { error?: CombinedError | undefined }): boolean {
    if (error) showTrouble(problemOf(error));
    return !error;
  }

  return (
    <>
      {secret && <ShownOnce secret={secret} text={t('webhooks.rotated')} onDone={() => setSecret(undefined)} />}
      <Group gap="sm">
        <Button
          loading={isTesting}
          onClick={async () => {
            if (isDone(await test({ endpointId: id }))) showDone(t('webhooks.tested'));
          }}
        >
          {t('webhooks.test')}
        </Button>
        {status === 'ACTIVE' ? (
          <Button variant="default" onClick={async () => isDone(await pause({ id }))}>
            {t('webhooks.pause')}
          </Button>
        ) : (
          <Button variant="default" onClick={async () => isDone(await resume({ id }))}>
            {t('webhooks.resume')}
          </Button>
        )}
        <Button
          variant="default"
          onClick={async () => {
            const answer = await rotate({ id });
            if (isDone(answer)) setSecret(answer.data?.rotateWebhookSecret.secret);
          }}
        >
          {t('webhooks.rotate')}
        </Button>
        <Confirm
          label={t('webhooks.remove')}
          question={t('webhooks.removeQuestion', { name })}
          text={t('webhooks.removeText')}
          answer={t('webhooks.remove')}
          onConfirm={async () => {
            if (isDone(await remove({ id }))) onRemoved();
          }}
        />
      </Group>
    </>
  );
}
