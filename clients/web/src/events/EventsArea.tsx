import { Button } from '@mantine/core';
import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, NavLink, Outlet, useLocation } from 'react-router';
import { Icon } from '../look/Icon.tsx';
import { PageHead } from '../look/PageHead.tsx';
import { useViewer } from '../session/viewer.tsx';
import classes from './EventsArea.module.css';
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
  const { pathname } = useLocation();
  const nav = useRef<HTMLElement>(null);
  // Where there is no room for all tabs, the open one is in sight.
  // biome-ignore lint/correctness/useExhaustiveDependencies: once for each page
  useEffect(() => {
    nav.current?.querySelector('[aria-current]')?.scrollIntoView({ block: 'nearest', inline: 'nearest' });
  }, [pathname]);
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
      <nav ref={nav} className={classes.tabs} aria-label={t('area.events')}>
        {tabs
          .filter(({ scope }) => viewer.scopes.includes(scope))
          .map(({ name }) => (
            <NavLink key={name} to={`/events/${name}`} className={classes.tab}>
              {t(`events.tab.${name}`)}
            </NavLink>
          ))}
      </nav>
      <Outlet />
    </>
  );
}
