import { Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Link, NavLink, Outlet } from 'react-router';
import { Icon } from '../look/Icon.tsx';
import { PageHead } from '../look/PageHead.tsx';
import { useMay } from '../session/viewer.tsx';
import classes from './EventsArea.module.css';
import { EventUpdates } from './EventUpdates.tsx';

const tabs = ['queue', 'failed', 'matrix', 'applications'] as const;

/** Everything about what applications tell each other. */
export function Component() {
  const { t } = useTranslation();
  const mayPublish = useMay('events:publish');
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
      <nav className={classes.tabs} aria-label={t('area.events')}>
        {tabs.map((tab) => (
          <NavLink key={tab} to={`/events/${tab}`} className={classes.tab}>
            {t(`events.tab.${tab}`)}
          </NavLink>
        ))}
      </nav>
      <Outlet />
    </>
  );
}
