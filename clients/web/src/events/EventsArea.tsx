import { Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { Icon } from '../look/Icon.tsx';
import { PageHead } from '../look/PageHead.tsx';
import { Tabs } from '../look/Tabs.tsx';
import { useViewer } from '../session/viewer.tsx';
import { PageBelow } from '../shell/PageBelow.tsx';
import { EventUpdates } from './EventUpdates.tsx';

const tabs = [
  { name: 'queue', scope: 'events:read' },
  { name: 'failed', scope: 'events:read' },
  { name: 'history', scope: 'events:read' },
  { name: 'matrix', scope: 'events:read' },
  { name: 'alerts', scope: 'events:read' },
  { name: 'applications', scope: 'events:read' },
  { name: 'webhooks', scope: 'webhook:read' },
  { name: 'credits', scope: 'credits:read' },
  { name: 'analytics', scope: 'events:read' },
  { name: 'settings', scope: 'events:read' },
] as const;

/** Everything about what applications tell each other. */
export function Component() {
  const { t } = useTranslation();
  const { viewer } = useViewer();
  const mayPublish = viewer.scopes.includes('events:publish');
  return (
    <>
      <EventUpdates />
      <PageHead title={t('area.events')}>
        {mayPublish && (
          <Button component={Link} to="/events/queue/publish" leftSection={<Icon name="plus" size={18} />}>
            {t('events.publish')}
          </Button>
        )}
      </PageHead>
      <Tabs
        label={t('area.events')}
        tabs={tabs
          .filter(({ scope }) => viewer.scopes.includes(scope))
          .map(({ name }) => ({ to: `/events/${name}`, label: t(`events.tab.${name}`) }))}
      />
      <PageBelow />
    </>
  );
}
