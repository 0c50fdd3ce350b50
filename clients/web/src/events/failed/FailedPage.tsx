import { Group, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Link, Outlet, useParams } from 'react-router';
import { LivePages } from '../../graph/LivePages.tsx';
import { useLivePages } from '../../graph/use-live-pages.ts';
import { Empty } from '../../look/Empty.tsx';
import list from '../../look/List.module.css';
import { Moment } from '../../look/Moment.tsx';
import { useMay, useTenant } from '../../session/viewer.tsx';
import type { Tracking } from '../events.ts';
import { DeliveryState } from '../queue/DeliveryState.tsx';
import { useTargetName } from '../target.ts';
import { useAskedInSight } from '../use-watched.ts';
import { BulkAction } from './BulkAction.tsx';
import { FailedFilter } from './FailedFilter.tsx';
import { actions, FailedDocument } from './failed.ts';
import { Jobs } from './Jobs.tsx';
import { Quarantine } from './Quarantine.tsx';
import { useFailedFilter } from './use-failed-filter.ts';
import { useIsNone } from './use-is-none.ts';

const PAGE = 100;

/** What was given up, and waits for somebody to decide. */
export function Component() {
  const { t } = useTranslation();
  const mayManage = useMay('events:manage');
  const { values, filter, put, search } = useFailedFilter();
  const failed = useAskedInSight(
    useLivePages({
      ask: (after) => ({ query: FailedDocument, variables: { filter, first: PAGE, after } }),
      read: ({ viewer }) => viewer?.tenant?.failedEvents,
    }),
  );
  const page = failed.first?.viewer?.tenant?.failedEvents;
  const isNone = useIsNone(filter, page?.totalCount);
  const isFiltered = Object.keys(filter).length > 0;

  return (
    <>
      <FailedFilter values={values} put={put} />
      <div className={list.beside}>
        <div className={list.lists}>
          {page && (
            <Group justify="space-between" mb="sm">
              <Text size="sm" c="var(--quiet)" role="status">
                {t('events.failedCount', { count: page.totalCount })}
              </Text>
              {mayManage && (
                <Group gap="sm">
                  {actions.map((action) => (
                    <BulkAction key={action} action={action} filter={filter} isNone={isNone(action)} />
                  ))}
                </Group>
              )}
            </Group>
          )}
          <LivePages
            pages={failed}
            label={t('events.tab.failed')}
            empty={
              <Empty
                icon="check"
                title={t(isFiltered ? 'events.nothingFound' : 'events.failedEmptyTitle')}
                text={t(isFiltered ? 'events.nothingFailedFits' : 'events.failedEmptyText')}
              />
            }
            row={(event) => <FailedRow event={event} search={search} />}
          />
          <Jobs />
          <Quarantine />
        </div>
        <Outlet />
      </div>
    </>
  );
}

function FailedRow({ event, search }: { event: Tracking; search: string }) {
  const nameOf = useTargetName();
  const { timeZone } = useTenant();
  const { eventId: open } = useParams();
  const { eventId, eventType, sourceApplication, targetApplication, lastError } = event;
  return (
    <li className={list.row} data-open={eventId === open || undefined}>
      <Link to={{ pathname: `/events/failed/${eventId}`, search }} className={list.name}>
        {eventType}
      </Link>
      <span className={list.quiet}>
        {sourceApplication} → {nameOf(targetApplication)}
        {lastError && (
          <>
            {' · '}
            <span lang="en">{lastError}</span>
          </>
        )}
      </span>
      <DeliveryState delivery={event} />
      <span className={`${list.quiet} ${list.figure}`}>
        <Moment at={event.endedAt ?? event.publishedAt} timeZone={timeZone} />
      </span>
    </li>
  );
}
