import { Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Link, Outlet, useParams } from 'react-router';
import { LivePages } from '../graph/LivePages.tsx';
import { useLivePages } from '../graph/use-live-pages.ts';
import { Empty } from '../look/Empty.tsx';
import { Icon } from '../look/Icon.tsx';
import classes from '../look/List.module.css';
import { PageHead } from '../look/PageHead.tsx';
import { StateMark } from '../look/StateMark.tsx';
import { useMay } from '../session/viewer.tsx';
import { type VenueRow as Row, VenuesDocument } from './venues.ts';

/** The venues, and one of them beside the list. */
export function Component() {
  const { t } = useTranslation();
  const mayWrite = useMay('venue:write');
  const venues = useLivePages({
    ask: (after) => ({ query: VenuesDocument, variables: { after } }),
    read: ({ viewer }) => viewer?.tenant?.venues,
  });
  return (
    <>
      <PageHead title={t('area.venues')}>
        {mayWrite && (
          <Button component={Link} to="/venues/new" leftSection={<Icon name="plus" size={18} />}>
            {t('venues.new')}
          </Button>
        )}
      </PageHead>
      <div className={classes.beside}>
        <div className={classes.lists}>
          <LivePages
            pages={venues}
            label={t('area.venues')}
            empty={<Empty icon="chart" title={t('venues.emptyTitle')} text={t('venues.emptyText')} />}
            row={(venue) => <VenueRow venue={venue} />}
          />
        </div>
        <Outlet />
      </div>
    </>
  );
}

function VenueRow({ venue: { id, name, timeZone, currency, closedAt } }: { venue: Row }) {
  const { t } = useTranslation();
  const { venueId } = useParams();
  return (
    <li className={classes.row} data-open={id === venueId || undefined}>
      <Link to={`/venues/${id}`} className={classes.name}>
        {name}
      </Link>
      <span className={classes.quiet}>{timeZone.replaceAll('_', ' ')}</span>
      <span className={classes.quiet}>{currency}</span>
      <StateMark state={closedAt ? 'off' : 'ok'} word={t(`venues.state.${closedAt ? 'closed' : 'inBusiness'}`)} />
    </li>
  );
}
