import { Button, Text } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, Outlet, useParams } from 'react-router';
import { Age } from '../look/Age.tsx';
import { Empty } from '../look/Empty.tsx';
import list from '../look/List.module.css';
import { StateMark } from '../look/StateMark.tsx';
import { Trouble } from '../look/Trouble.tsx';
import { Waiting } from '../look/Waiting.tsx';
import { useTenant } from '../session/viewer.tsx';
import { QueueDocument, type Tracking } from './events.ts';
import { QueueFilter } from './QueueFilter.tsx';
import { useQueueFilter } from './use-queue-filter.ts';
import { useWatched } from './use-watched.ts';

/** As many as the graph hands over at once; who looks for another one narrows them. */
const MOST = 200;

/** What waits for an acknowledgment, oldest first. */
export function Component() {
  const { t } = useTranslation();
  const { id: tenantId } = useTenant();
  const { values, filter, put, search } = useQueueFilter();
  const [first, setFirst] = useState(50);
  const { data, problem, isAsking, askAgain } = useWatched({
    query: QueueDocument,
    variables: { tenantId, filter, first },
  });
  const queue = data?.unacknowledgedEvents;
  const events = queue?.edges.map(({ node }) => node) ?? [];
  const isFiltered = Object.keys(filter).length > 0;

  return (
    <>
      <QueueFilter values={values} put={put} />
      <div className={list.beside}>
        <div className={list.lists}>
          {problem && <Trouble problem={problem} onRetry={askAgain} />}
          {!queue && !problem && <Waiting />}
          {queue && (
            <Text size="sm" c="var(--quiet)" mb="sm" role="status">
              {t('events.waiting', { count: queue.totalCount })}
            </Text>
          )}
          {queue && events.length === 0 && (
            <Empty
              icon="check"
              title={t(isFiltered ? 'events.nothingFound' : 'events.queueEmptyTitle')}
              text={t(isFiltered ? 'events.nothingFoundText' : 'events.queueEmptyText')}
            />
          )}
          {events.length > 0 && <Queue events={events} search={search} />}
          {queue?.pageInfo.hasNextPage && first < MOST && (
            <Button variant="default" mt="md" loading={isAsking} onClick={() => setFirst(MOST)}>
              {t('action.more')}
            </Button>
          )}
          {queue?.pageInfo.hasNextPage && first === MOST && (
            <Text size="sm" c="var(--quiet)" mt="sm">
              {t('events.oldestOnly', { count: MOST })}
            </Text>
          )}
        </div>
        <Outlet />
      </div>
    </>
  );
}

function Queue({ events, search }: { events: Tracking[]; search: string }) {
  const { t } = useTranslation();
  const { eventId } = useParams();
  return (
    <ul className={list.list} aria-label={t('events.tab.queue')}>
      {events.map((event) => (
        <li
          key={`${event.eventId} ${event.targetApplication}`}
          className={list.row}
          data-open={event.eventId === eventId || undefined}
        >
          <Link to={{ pathname: `/events/queue/${event.eventId}`, search }} className={list.name}>
            {event.eventType}
          </Link>
          <span className={list.quiet}>
            {event.sourceApplication} → {event.targetApplication}
            {event.consumer && ` · ${event.consumer}`}
          </span>
          {event.lastError ? (
            <StateMark state="attention" word={t('events.tried', { count: event.attempts })} />
          ) : (
            <StateMark state="waiting" word={t(event.attempts > 0 ? 'events.leased' : 'events.status.PUBLISHED')} />
          )}
          <span className={`${list.quiet} ${list.figure}`}>
            <Age since={event.publishedAt} />
          </span>
        </li>
      ))}
    </ul>
  );
}
