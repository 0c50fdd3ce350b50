import { Alert, Anchor, Stack, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Link, useParams } from 'react-router';
import { Fact, Facts } from '../../look/Facts.tsx';
import { Icon } from '../../look/Icon.tsx';
import { Moment } from '../../look/Moment.tsx';
import { ThingPanel } from '../../look/ThingPanel.tsx';
import { useMay, useTenant } from '../../session/viewer.tsx';
import { dateFormat, numberFormat } from '../../words/formats.ts';
import { Attempts } from './Attempts.tsx';
import { EndpointActions } from './EndpointActions.tsx';
import { EndpointState } from './EndpointState.tsx';
import { endpointState } from './endpoint-state.ts';
import { useEndpoint } from './use-endpoint.ts';
import { VerifyHint } from './VerifyHint.tsx';
import type { Endpoint } from './webhooks.ts';

/** One address: how it is sent to, its secret, and what was tried. */
export function Component() {
  const { t } = useTranslation();
  const { endpointId = '' } = useParams();
  const mayWrite = useMay('webhook:write');
  return (
    <ThingPanel
      asked={useEndpoint(endpointId)}
      name={t('webhooks.endpoint')}
      titleOf={({ description }) => description || t('webhooks.endpoint')}
      icon="share"
      gone={{ title: t('webhooks.goneTitle'), text: t('webhooks.goneText') }}
      list="/events/webhooks"
    >
      {(endpoint, close) => (
        <Stack gap="md" pb="lg">
          <EndpointState endpoint={endpoint} />
          <Text size="sm" style={{ overflowWrap: 'anywhere' }}>
            {endpoint.url}
          </Text>
          <Notice endpoint={endpoint} />
          <EndpointFacts endpoint={endpoint} />
          {mayWrite && <EndpointActions key={endpoint.id} endpoint={endpoint} onRemoved={close} />}
          <VerifyHint endpoint={endpoint} />
          <Attempts key={`attempts of ${endpoint.id}`} endpoint={endpoint} />
        </Stack>
      )}
    </ThingPanel>
  );
}

/** Why nothing is sent, what that means, and how to go on. */
function Notice({ endpoint }: { endpoint: Endpoint }) {
  const { t } = useTranslation();
  const { status, trouble, pending, failingSince } = endpoint;
  if (status === 'ACTIVE' && !failingSince) return null;
  const isDisabled = status === 'DISABLED';
  return (
    <Alert
      color={isDisabled ? 'red' : 'gray'}
      variant="outline"
      icon={<Icon name={isDisabled ? 'alert' : 'clock'} />}
      title={t(`webhooks.${endpointState(endpoint).word}`)}
    >
      <Text size="sm">
        {trouble && `${t(`webhooks.trouble.${trouble}`)} `}
        {status === 'ACTIVE' ? t('webhooks.failingText') : t('webhooks.waiting', { count: pending })}
        {isDisabled && ` ${t('webhooks.goOn')}`}
      </Text>
    </Alert>
  );
}

function EndpointFacts({ endpoint }: { endpoint: Endpoint }) {
  const { t, i18n } = useTranslation();
  const { timeZone } = useTenant();
  const { eventTypes, sources, pending, failed, failingSince, oldSecretUntil, target } = endpoint;
  const figure = numberFormat(i18n.language);
  const isRotating = oldSecretUntil && new Date(oldSecretUntil).getTime() > Date.now();
  const until = dateFormat(i18n.language, { dateStyle: 'medium', timeStyle: 'short', timeZone });
  return (
    <Facts>
      <Fact name={t('webhooks.types')}>
        {eventTypes.join(', ') || `${t('webhooks.allTypes')}; ${t('webhooks.noAlerts')}`}
      </Fact>
      <Fact name={t('events.source')}>{sources.join(', ') || t('webhooks.allSources')}</Fact>
      <Fact name={t('events.pending')}>{figure.format(pending)}</Fact>
      <Fact name={t('events.failed')}>
        {failed > 0 ? (
          <Anchor component={Link} size="sm" to={`/events/failed?target=${encodeURIComponent(target)}`}>
            {figure.format(failed)}
          </Anchor>
        ) : (
          figure.format(failed)
        )}
      </Fact>
      {failingSince && (
        <Fact name={t('webhooks.failingSince')}>
          <Moment at={failingSince} timeZone={timeZone} />
        </Fact>
      )}
      {isRotating && (
        <Fact name={t('webhooks.oldSecret')}>
          <time dateTime={oldSecretUntil}>{until.format(new Date(oldSecretUntil))}</time>
        </Fact>
      )}
    </Facts>
  );
}
