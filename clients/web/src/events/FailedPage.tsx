import { Button, Group, Text } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, Outlet, useParams } from 'react-router';
import { Empty } from '../look/Empty.tsx';
import list from '../look/List.module.css';
import { Moment } from '../look/Moment.tsx';
import { StateMark } from '../look/StateMark.tsx';
import { Trouble } from '../look/Trouble.tsx';
import { Waiting } from '../look/Waiting.tsx';
import { useMay, useTenant } from '../session/viewer.tsx';
import { BulkAction } from './BulkAction.tsx';
import { type Tracking, trackingStates } from './events.ts';
import { FailedFilter } from './FailedFilter.tsx';
import { actions, FailedDocument } from './failed.ts';
import { Jobs } from './Jobs.tsx';
import { useFailedFilter } from './use-failed-filter.ts';
import { useWatched } from './use-watched.ts';

/** As many as the graph hands over at once; what is done in bulk is done to all. */
const MOST = 200;

/** What was given up, and waits for somebody to decide. */
export function Component() {
  const { t } = useTranslation();
  const { id: tenantId } = useTenant();
  const mayManage = useMay('events:manage');
  const { values, filter, put, search } = useFailedFilter();
  const [first, setFirst] = useState(50);
  const { data, problem, isAsking, askAgain } = useWatched({
    query: FailedDocument,
    variables: { tenantId, filter, first },
  });
  const page = data?.failedEvents;
  const events = page?.edges.map(({ node }) => node) ?? [];
  const isFiltered = Object.keys(filter).length > 0;

  return (
    <>
      <FailedFilter values={values} put={put} />
      <div className={list.beside}>
        <div className={list.lists}>
          {problem && <Trouble problem={problem} onRetry={askAgain} />}
          {!page && !problem && <Waiting />}
          {page && (
            <Group justify="space-between" mb="sm">
              <Text size="sm" c="var(--quiet)" role="status">
                {t('events.failedCount', { count: page.totalCount })}
              </Text>
              {mayManage && (
                <Group gap="sm">
                  {actions.map((action) => (
                    <BulkAction key={action} action={action} filter={filter} />
                  ))}
                </Group>
              )}
            </Group>
          )}
          {page && events.length === 0 && (
            <Empty
              icon="check"
              title={t(isFiltered ? 'events.nothingFound' : 'events.failedEmptyTitle')}
              text={t(isFiltered ? 'events.nothingFailedFits' : 'events.failedEmptyText')}
            />
          )}
          {events.length > 0 && <Failed events={events} search={search} />}
          {page?.pageInfo.hasNextPage && first < MOST && (
            <Button variant="default" mt="md" loading={isAsking} onClick={() => setFirst(MOST)}>
              {t('action.more')}
            </Button>
          )}
          {page?.pageInfo.hasNextPage && first === MOST && (
            <Text size="sm" c="var(--quiet)" mt="sm">
              {t('events.newestOnly', { count: MOST })}
            </Text>
          )}
          <Jobs />
        </div>
        <Outlet />
      </div>
    </>
  );
}

function Failed({ events, search }: { events: Tracking[]; search: string }) {
  const { t } = useTranslation();
  const { timeZone } = useTenant();
  const { eventId } = useParams();
  return (
    <ul className={list.list} aria-label={t('events.tab.failed')}>
      {events.map(({ eventId: id, eventType, sourceApplication, targetApplication, status, lastError, ...event }) => (
        <li key={`${id} ${targetApplication}`} className={list.row} data-open={id === eventId || undefined}>
          <Link to={{ pathname: `/events/failed/${id}`, search }} className={list.name}>
            {eventType}
          </Link>
          <span className={list.quiet}>
            {sourceApplication} → {targetApplication}
            {lastError && (
              <>
                {' · '}
                <span lang="en">{lastError}</span>
              </>
            )}
          </span>
          <StateMark state={trackingStates[status]} word={t(`events.status.${status}`)} />
          <span className={`${list.quiet} ${list.figure}`}>
            <Moment at={event.endedAt ?? event.publishedAt} timeZone={timeZone} />
          </span>
        </li>
      ))}
    </ul>
  );
}
