import { Button, Group, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Link, Outlet, useParams } from 'react-router';
import { Empty } from '../../look/Empty.tsx';
import { Icon } from '../../look/Icon.tsx';
import list from '../../look/List.module.css';
import { StateMark } from '../../look/StateMark.tsx';
import { Trouble } from '../../look/Trouble.tsx';
import { Waiting } from '../../look/Waiting.tsx';
import { useMay } from '../../session/viewer.tsx';
import { useWatched } from '../use-watched.ts';
import { EndpointsDocument, endpointStates, type WebhooksOutlet } from './webhooks.ts';

/** The addresses outside that are told what happens. */
export function Component() {
  const { t } = useTranslation();
  const { endpointId } = useParams();
  const mayWrite = useMay('webhook:write');
  const { data, problem, askAgain } = useWatched({ query: EndpointsDocument });
  const endpoints = data?.viewer?.tenant?.webhookEndpoints.edges.map(({ node }) => node) ?? [];
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
        {problem && <Trouble problem={problem} onRetry={askAgain} />}
        {!data && !problem && <Waiting rows={3} />}
        {data && endpoints.length === 0 && (
          <Empty icon="share" title={t('webhooks.emptyTitle')} text={t('webhooks.emptyText')} />
        )}
        {endpoints.length > 0 && (
          <ul className={list.list} aria-label={t('events.tab.webhooks')}>
            {endpoints.map(({ id, url, description, status, pending, failed }) => (
              <li key={id} className={list.row} data-open={id === endpointId || undefined}>
                <Link to={`/events/webhooks/${id}`} className={list.name}>
                  {description || url}
                </Link>
                <span className={list.quiet} style={{ overflowWrap: 'anywhere' }}>
                  {description && url}
                </span>
                <StateMark state={endpointStates[status]} word={t(`webhooks.${status}`)} />
                <span className={`${list.quiet} ${list.figure}`}>{t('events.totals', { pending, failed })}</span>
              </li>
            ))}
          </ul>
        )}
      </div>
      {data && <Outlet context={{ endpoints, askAgain } satisfies WebhooksOutlet} />}
    </div>
  );
}
