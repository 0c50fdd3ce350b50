import { Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Link, Outlet, useParams } from 'react-router';
import { LivePages } from '../../graph/LivePages.tsx';
import { Age } from '../../look/Age.tsx';
import { Empty } from '../../look/Empty.tsx';
import list from '../../look/List.module.css';
import { StateMark } from '../../look/StateMark.tsx';
import { Trouble } from '../../look/Trouble.tsx';
import { Waiting } from '../../look/Waiting.tsx';
import { QueueDocument, type Tracking } from '../events.ts';
import { useTargetName } from '../target.ts';
import { useWatched } from '../use-watched.ts';
import { QueueFilter } from './QueueFilter.tsx';
import { useQueueFilter } from './use-queue-filter.ts';

const PAGE = 100;

/** What waits for an acknowledgment, oldest first. */
export function Component() {
  const { t } = useTranslation();
  const { values, filter, put, search } = useQueueFilter();
  const ask = (after: string | null) => ({ query: QueueDocument, variables: { filter, first: PAGE, after } });
  const { data, problem, askAgain } = useWatched(ask(null));
  const queue = data?.viewer?.tenant?.unacknowledgedEvents;
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
          {queue?.edges.length === 0 && (
            <Empty
              icon="check"
              title={t(isFiltered ? 'events.nothingFound' : 'events.queueEmptyTitle')}
              text={t(isFiltered ? 'events.nothingFoundText' : 'events.queueEmptyText')}
            />
          )}
          {queue && queue.edges.length > 0 && (
            <LivePages
              key={search}
              label={t('events.tab.queue')}
              ask={ask}
              read={({ viewer }) => viewer?.tenant?.unacknowledgedEvents}
              row={(event) => <QueueRow event={event} search={search} />}
            />
          )}
        </div>
        <Outlet />
      </div>
    </>
  );
}

function QueueRow({ event, search }: { event: Tracking; search: string }) {
  const { t } = useTranslation();
  const nameOf = useTargetName();
  const { eventId: open } = useParams();
  const { eventId, eventType, sourceApplication, targetApplication, consumer, lastError, attempts } = event;
  return (
    <li className={list.row} data-open={eventId === open || undefined}>
      <Link to={{ pathname: `/events/queue/${eventId}`, search }} className={list.name}>
        {eventType}
      </Link>
      <span className={list.quiet}>
        {sourceApplication} → {nameOf(targetApplication)}
        {consumer && ` · ${consumer}`}
      </span>
      {lastError ? (
        <StateMark state="attention" word={t('events.tried', { count: attempts })} />
      ) : (
        <StateMark state="waiting" word={t(attempts > 0 ? 'events.leased' : 'events.status.PUBLISHED')} />
      )}
      <span className={`${list.quiet} ${list.figure}`}>
        <Age since={event.publishedAt} />
      </span>
    </li>
  );
}
