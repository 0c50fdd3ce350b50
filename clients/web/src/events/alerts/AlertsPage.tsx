import { Button, Stack, Title } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Empty } from '../../look/Empty.tsx';
import list from '../../look/List.module.css';
import { Trouble } from '../../look/Trouble.tsx';
import { Waiting } from '../../look/Waiting.tsx';
import { useMay } from '../../session/viewer.tsx';
import { useWatched } from '../use-watched.ts';
import { EndpointsDocument } from '../webhooks/webhooks.ts';
import { AlertRow } from './AlertRow.tsx';
import { AlertRules } from './AlertRules.tsx';
import { AlertsDocument } from './alerts.ts';

const MOST = 200;
const FIRST = 20;

/** What is not as the rules say, what was not and is again, and the rules. */
export function Component() {
  const { t } = useTranslation();
  const { data, problem, askAgain } = useWatched({
    query: AlertsDocument,
    variables: { open: true, first: MOST },
  });
  const nameOf = useEndpointNames();
  const alerts = data?.viewer?.tenant?.alerts.edges.map(({ node }) => node) ?? [];
  return (
    <Stack gap="xl">
      <section>
        <Title order={2} mb="sm">
          {t('events.alertOpen')}
        </Title>
        {problem && <Trouble problem={problem} onRetry={askAgain} />}
        {!data && !problem && <Waiting rows={3} />}
        {data && alerts.length === 0 && (
          <Empty icon="check" title={t('events.alertsEmptyTitle')} text={t('events.alertsEmptyText')} />
        )}
        {alerts.length > 0 && (
          <ul className={list.list} aria-label={t('events.alertOpen')}>
            {alerts.map((alert) => (
              <AlertRow key={alert.id} alert={alert} endpoint={nameOf(alert.endpointId)} />
            ))}
          </ul>
        )}
      </section>
      <AlertRules />
      <section>
        <Title order={2} mb="sm">
          {t('events.alertOver')}
        </Title>
        <ul className={list.list} aria-label={t('events.alertOver')}>
          <Over nameOf={nameOf} />
        </ul>
      </section>
    </Stack>
  );
}

/** One page of what is over and those after it: each begins where the one before ends now. */
function Over({ after, nameOf }: { after?: string; nameOf: ReturnType<typeof useEndpointNames> }) {
  const { t } = useTranslation();
  const [isMore, setMore] = useState(false);
  const { data, problem, askAgain } = useWatched({
    query: AlertsDocument,
    variables: { open: false, first: after ? MOST : FIRST, after },
  });
  const page = data?.viewer?.tenant?.alerts;
  const next = page?.pageInfo.hasNextPage ? page.pageInfo.endCursor : undefined;
  return (
    <>
      {problem && (
        <li>
          <Trouble problem={problem} onRetry={askAgain} />
        </li>
      )}
      {page?.edges.length === 0 && !after && <li className={list.row}>{t('events.alertsNeverText')}</li>}
      {page?.edges.map(({ node }) => (
        <AlertRow key={node.id} alert={node} endpoint={nameOf(node.endpointId)} />
      ))}
      {next && !isMore && (
        <li className={list.row}>
          <Button variant="default" onClick={() => setMore(true)}>
            {t('action.more')}
          </Button>
        </li>
      )}
      {next && isMore && <Over after={next} nameOf={nameOf} />}
    </>
  );
}

/** How webhooks are called, for alerts that know their ids. */
function useEndpointNames(): (endpointId: string | null | undefined) => string | undefined {
  const mayRead = useMay('webhook:read');
  const { data } = useWatched({ query: EndpointsDocument, pause: !mayRead });
  const endpoints = data?.viewer?.tenant?.webhookEndpoints.edges.map(({ node }) => node) ?? [];
  return (endpointId) => {
    const endpoint = endpoints.find(({ id }) => id === endpointId);
    return endpoint && (endpoint.description || endpoint.url);
  };
}
