import { useTranslation } from 'react-i18next';
import { useLocation, useParams } from 'react-router';
import { useThing } from '../../graph/use-thing.ts';
import { ThingPanel } from '../../look/ThingPanel.tsx';
import { TrackingDocument } from '../events.ts';
import { useAskedInSight } from '../use-watched.ts';
import { EventDetail } from './EventDetail.tsx';

/** Beside which an event is shown, other than the queue. */
const lists = ['/events/failed', '/events/history'];

/** One event, as each application that it is for has it. */
export function Component() {
  const { t } = useTranslation();
  const { search, pathname } = useLocation();
  const { eventId = '' } = useParams();
  const asked = useAskedInSight(
    useThing(
      { query: TrackingDocument, variables: { eventId }, requestPolicy: 'cache-and-network' },
      ({ eventTracking }) => eventTracking,
    ),
  );
  return (
    <ThingPanel
      asked={asked}
      name={t('events.event')}
      titleOf={([target]) => target?.eventType ?? t('events.event')}
      icon="pulse"
      gone={{ title: t('events.goneTitle'), text: t('events.goneText') }}
      list={{ pathname: lists.find((list) => pathname.startsWith(list)) ?? '/events/queue', search }}
    >
      {(targets) => <EventDetail targets={targets} />}
    </ThingPanel>
  );
}
