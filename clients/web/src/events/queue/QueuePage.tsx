import { Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Link, Outlet, useParams } from 'react-router';
import { LivePages } from '../../graph/LivePages.tsx';
import { useLivePages } from '../../graph/use-live-pages.ts';
import { Age } from '../../look/Age.tsx';
import { Empty } from '../../look/Empty.tsx';
import list from '../../look/List.module.css';
import { QueueDocument, type Tracking } from '../events.ts';
import { useTargetName } from '../target.ts';
import { useAskedInSight } from '../use-watched.ts';
import { DeliveryState } from './DeliveryState.tsx';
import { NextAttempt } from './NextAttempt.tsx';
import { QueueFilter } from './QueueFilter.tsx';
import { useQueueFilter } from './use-queue-filter.ts';

const PAGE = 100;

/** What waits for an acknowledgment, oldest first. */
export function Component() {
  const { t } = useTranslation();
  const { values, filter, put, search } = useQueueFilter();
  const waiting = useAskedInSight(
    useLivePages({
      ask: (after) => ({ query: QueueDocument, variables: { filter, first: PAGE, after } }),
      read: ({ viewer }) => viewer?.tenant?.unacknowledgedEvents,
    }),
  );
  const queue = waiting.first?.viewer?.tenant?.unacknowledgedEvents;
  const isFiltered = Object.keys(filter).length > 0;

  return (
    <>
      <QueueFilter values={values} put={put} />
      <div className={list.beside}>
        <div className={list.lists}>
          {queue && (
            <Text size="sm" c="var(--quiet)" mb="sm" role="status">
              {t('events.waiting', { count: queue.totalCount })}
            </Text>
          )}
          <LivePages
            pages={waiting}
            label={t('events.tab.queue')}
            empty={
              <Empty
                icon="check"
                title={t(isFiltered ? 'events.nothingFound' : 'events.queueEmptyTitle')}
                text={t(isFiltered ? 'events.nothingFoundText' : 'events.queueEmptyText')}
              />
            }
            row={(event) => <QueueRow event={event} search={search} />}
          />
        </div>
        <Outlet />
      </div>
    </>
  );
}

function QueueRow({ event, search }: { event: Tracking; search: string }) {
  const nameOf = useTargetName();
  const { eventId: open } = useParams();
  const { eventId, eventType, sourceApplication, targetApplication, consumer, nextAttemptAt } = event;
  return (
    <li className={list.row} data-open={eventId === open || undefined}>
      <Link to={{ pathname: `/events/queue/${eventId}`, search }} className={list.name}>
        {eventType}
      </Link>
      <span className={list.quiet}>
        {sourceApplication} → {nameOf(targetApplication)}
        {consumer && ` · ${consumer}`}
        {nextAttemptAt && ' · '}
        <NextAttempt delivery={event} />
      </span>
      <DeliveryState delivery={event} />
      <span className={`${list.quiet} ${list.figure}`}>
        <Age since={event.publishedAt} />
      </span>
    </li>
  );
}
