import { NativeSelect } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Link, useLocation, useParams, useSearchParams } from 'react-router';
import type { CashSessionFilter } from '../generated/graphql.ts';
import { LivePages } from '../graph/LivePages.tsx';
import { useLivePages } from '../graph/use-live-pages.ts';
import type { Place } from '../locations/use-places.ts';
import { Empty } from '../look/Empty.tsx';
import filterRow from '../look/Filter.module.css';
import { FilterText } from '../look/FilterText.tsx';
import list from '../look/List.module.css';
import type { Drawer } from './cash.ts';
import { PastSessionsDocument } from './cash.ts';
import { ExportSessions } from './ExportSessions.tsx';
import { OverShort } from './OverShort.tsx';
import { useDayText } from './use-day-text.ts';

/** The sessions of a location that were counted, the latest first; the address says which. */
export function PastSessions({ place, drawers }: { place: Place; drawers: readonly Drawer[] }) {
  const { t } = useTranslation();
  const { sessionId } = useParams();
  const { search } = useLocation();
  const [asked, setAsked] = useSearchParams();
  const dayText = useDayText();
  const [drawerId, from, to] = ['drawer', 'from', 'to'].map((name) => asked.get(name) ?? '');
  const put = (name: string, value: string) =>
    setAsked(
      (before) => {
        const after = new URLSearchParams(before);
        if (value) after.set(name, value);
        else after.delete(name);
        return after;
      },
      { replace: true },
    );
  const filter: CashSessionFilter = {
    open: false,
    ...(drawerId && { drawerId }),
    ...(from && { from }),
    ...(to && { to }),
  };
  const sessions = useLivePages({
    ask: (after) => ({ query: PastSessionsDocument, variables: { locationId: place.id, filter, after } }),
    read: ({ location }) => location?.cashSessions,
  });
  const isFiltered = Boolean(drawerId || from || to);
  const empty = isFiltered ? 'nothingFound' : 'noPast';
  return (
    <>
      <div className={filterRow.filter}>
        <NativeSelect
          label={t('cash.drawer')}
          data={[
            { value: '', label: t('cash.allDrawers') },
            ...drawers.map(({ id, name }) => ({ value: id, label: name })),
          ]}
          value={drawerId}
          onChange={({ currentTarget }) => put('drawer', currentTarget.value)}
        />
        <FilterText type="date" label={t('cash.from')} value={from ?? ''} onChange={(value) => put('from', value)} />
        <FilterText type="date" label={t('cash.to')} value={to ?? ''} onChange={(value) => put('to', value)} />
        <ExportSessions place={place} filter={filter} />
      </div>
      <LivePages
        pages={sessions}
        label={t('cash.past')}
        empty={<Empty icon="drawer" title={t(`cash.${empty}Title`)} text={t(`cash.${empty}Text`)} />}
        row={({ id, drawer, businessDate, zReport }) => (
          <li className={list.row} data-open={id === sessionId || undefined}>
            <Link to={{ pathname: `/cash/sessions/${id}`, search }} className={list.name}>
              {t('cash.zOf', { name: drawer.name, number: zReport?.number ?? '' })}
            </Link>
            <span className={list.quiet}>{dayText(businessDate)}</span>
            <span style={{ gridColumn: 'span 2', display: 'flex' }}>
              {zReport && <OverShort difference={zReport.overShort} />}
            </span>
          </li>
        )}
      />
    </>
  );
}
