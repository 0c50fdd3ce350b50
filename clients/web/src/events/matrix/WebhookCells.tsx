import { Title } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useLiveQuery } from '../../graph/use-live-query.ts';
import { useMay } from '../../session/viewer.tsx';
import { EndpointState } from '../webhooks/EndpointState.tsx';
import { endpointState } from '../webhooks/endpoint-state.ts';
import { EndpointsDocument } from '../webhooks/webhooks.ts';
import classes from './Matrix.module.css';

/** The webhooks, which are sent what the applications send each other; nothing where there are none. */
export function WebhookCells() {
  const { t } = useTranslation();
  const mayRead = useMay('webhook:read');
  const { data } = useLiveQuery({ query: EndpointsDocument, variables: { after: null }, pause: !mayRead });
  const endpoints = data?.viewer?.tenant?.webhookEndpoints.edges.map(({ node }) => node) ?? [];
  if (endpoints.length === 0) return null;
  return (
    <section>
      <Title order={2} size="h4" mt="lg" mb="sm">
        {t('events.tab.webhooks')}
      </Title>
      <ul className={`${classes.channels} ${classes.webhooks}`} aria-label={t('events.tab.webhooks')}>
        {endpoints.map((endpoint) => {
          const { id, description, url, pending, failed } = endpoint;
          return (
            <li key={id}>
              <Link to={`/events/webhooks/${id}`} className={classes.cell} data-state={endpointState(endpoint).state}>
                <strong className={classes.address}>{description || url}</strong>
                <EndpointState endpoint={endpoint} />
                <span>{t('events.totals', { pending, failed })}</span>
              </Link>
            </li>
          );
        })}
      </ul>
    </section>
  );
}
