import { Button, Group, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Link, Outlet, useParams } from 'react-router';
import { LivePages } from '../../graph/LivePages.tsx';
import { useLivePages } from '../../graph/use-live-pages.ts';
import { Empty } from '../../look/Empty.tsx';
import { Icon } from '../../look/Icon.tsx';
import list from '../../look/List.module.css';
import { Waiting } from '../../look/Waiting.tsx';
import { useMay } from '../../session/viewer.tsx';
import { useAskedInSight } from '../use-watched.ts';
import { EndpointState } from './EndpointState.tsx';
import { type Endpoint, EndpointsDocument } from './webhooks.ts';

/** The addresses outside that hear what happens. */
export function Component() {
  const { t } = useTranslation();
  const mayWrite = useMay('webhook:write');
  const endpoints = useAskedInSight(
    useLivePages({
      ask: (after) => ({ query: EndpointsDocument, variables: { after } }),
      read: ({ viewer }) => viewer?.tenant?.webhookEndpoints,
    }),
  );
  return (
    <div className={list.beside}>
      <div className={list.lists}>
        <Group justify="space-between" mb="sm">
          <Text size="sm" c="var(--quiet)">
            {t('webhooks.about')}
          </Text>
          {mayWrite && (
            <Button
              component={Link}
              to="/events/webhooks/new"
              variant="default"
              leftSection={<Icon name="plus" size={18} />}
            >
              {t('webhooks.new')}
            </Button>
          )}
        </Group>
        <LivePages
          pages={endpoints}
          label={t('events.tab.webhooks')}
          waiting={<Waiting rows={3} />}
          empty={<Empty icon="share" title={t('webhooks.emptyTitle')} text={t('webhooks.emptyText')} />}
          row={(endpoint) => <EndpointRow endpoint={endpoint} />}
        />
      </div>
      <Outlet />
    </div>
  );
}

function EndpointRow({ endpoint }: { endpoint: Endpoint }) {
  const { t } = useTranslation();
  const { endpointId } = useParams();
  const { id, url, description, pending, failed } = endpoint;
  return (
    <li className={list.row} data-open={id === endpointId || undefined}>
      <Link to={`/events/webhooks/${id}`} className={list.name}>
        {description || url}
      </Link>
      <span className={list.quiet} style={{ overflowWrap: 'anywhere' }}>
        {description && url}
      </span>
      <EndpointState endpoint={endpoint} />
      <span className={`${list.quiet} ${list.figure}`}>{t('events.totals', { pending, failed })}</span>
    </li>
  );
}
