import { Anchor, Group, SegmentedControl, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Link, Outlet, useParams, useSearchParams } from 'react-router';
import { LivePages } from '../../graph/LivePages.tsx';
import { useLivePages } from '../../graph/use-live-pages.ts';
import { Empty } from '../../look/Empty.tsx';
import list from '../../look/List.module.css';
import { Moment } from '../../look/Moment.tsx';
import { useTenant } from '../../session/viewer.tsx';
import type { Tracking } from '../events.ts';
import { DeliveryState } from '../queue/DeliveryState.tsx';
import { useTargetName } from '../target.ts';
import { useAskedInSight } from '../use-watched.ts';
import { endNames, ends, KeptDocument } from './kept.ts';

const PAGE = 100;

/** All that the storage mode keeps, newest first: where it says that something can be read, it is here. */
export function Component() {
  const { t } = useTranslation();
  const [params, setParams] = useSearchParams();
  const end = endNames.find((each) => each === params.get('end')) ?? 'all';
  const { [end]: statuses } = ends;
  const filter = statuses ? { statuses: [...statuses] } : {};
  const kept = useAskedInSight(
    useLivePages({
      ask: (after) => ({ query: KeptDocument, variables: { filter, first: PAGE, after } }),
      read: ({ viewer }) => viewer?.tenant?.keptEvents,
    }),
  );
  const tenant = kept.first?.viewer?.tenant;
  return (
    <>
      <SegmentedControl
        role="radiogroup"
        aria-label={t('events.show')}
        mb="md"
        value={end}
        data={endNames.map((each) => ({ value: each, label: t(`events.kept.${each}`) }))}
        onChange={(value) => setParams(value === 'all' ? {} : { end: value }, { replace: true })}
      />
      <div className={list.beside}>
        <div className={list.lists}>
          {tenant && (
            <Group justify="space-between" mb="sm">
              <Text size="sm" c="var(--quiet)" role="status">
                {t('events.keptCount', { count: tenant.keptEvents.totalCount })}
              </Text>
              <Anchor component={Link} size="sm" to="/events/settings">
                {t('events.mode')}: {t(`events.modes.${tenant.eventSettings.mode}.name`)}
              </Anchor>
            </Group>
          )}
          <LivePages
            pages={kept}
            label={t('events.tab.history')}
            empty={<Empty icon="log" title={t('events.keptEmptyTitle')} text={t('events.keptEmptyText')} />}
            row={(event) => <KeptRow event={event} search={params.toString()} />}
          />
        </div>
        <Outlet />
      </div>
    </>
  );
}

function KeptRow({ event, search }: { event: Tracking; search: string }) {
  const nameOf = useTargetName();
  const { timeZone } = useTenant();
  const { eventId: open } = useParams();
  const { eventId, eventType, sourceApplication, targetApplication, publishedAt } = event;
  return (
    <li className={list.row} data-open={eventId === open || undefined}>
      <Link to={{ pathname: `/events/history/${eventId}`, search }} className={list.name}>
        {eventType}
      </Link>
      <span className={list.quiet}>
        {sourceApplication} → {nameOf(targetApplication)}
      </span>
      <DeliveryState delivery={event} />
      <span className={`${list.quiet} ${list.figure}`}>
        <Moment at={publishedAt} timeZone={timeZone} />
      </span>
    </li>
  );
}
