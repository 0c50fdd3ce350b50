import { Button, Group, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Link, Navigate, useSearchParams } from 'react-router';
import { LivePages } from '../graph/LivePages.tsx';
import { useLivePages } from '../graph/use-live-pages.ts';
import { useLiveQuery } from '../graph/use-live-query.ts';
import { Empty } from '../look/Empty.tsx';
import list from '../look/List.module.css';
import { Trouble } from '../look/Trouble.tsx';
import { Waiting } from '../look/Waiting.tsx';
import { SyncRow } from './SyncRow.tsx';
import { AllSyncsDocument, errorsFirst, type Sync, SyncsDocument } from './sync.ts';

export type Show = 'all' | 'error';

/** Those of the viewer's tenant; all of them at once. */
export function OwnSyncs({ show }: { show: Show }) {
  const { t } = useTranslation();
  const { data, problem, askAgain } = useLiveQuery({ query: SyncsDocument });
  const syncs = data?.viewer?.tenant?.syncs;
  const shown = arrangedFor(show)(syncs ?? []);
  return (
    <>
      {problem && <Trouble problem={problem} onRetry={askAgain} />}
      {!syncs && !problem && <Waiting />}
      {syncs && <ToWanted syncs={syncs} />}
      {syncs && shown.length === 0 && <None show={show} />}
      {shown.length > 0 && (
        <ul className={list.list} aria-label={t('area.sync')}>
          {shown.map((sync) => (
            <SyncRow key={sync.id} sync={sync} />
          ))}
        </ul>
      )}
    </>
  );
}

/** Those of all tenants, of which no feed speaks. */
export function AllSyncs({ show }: { show: Show }) {
  const { t } = useTranslation();
  const filter = show === 'error' ? { status: 'ERROR' as const } : {};
  const syncs = useLivePages({
    ask: (after) => ({ query: AllSyncsDocument, variables: { filter, after } }),
    read: (data) => data.syncs,
  });
  return (
    <>
      <Group justify="space-between" mb="sm">
        <Text size="sm" c="var(--quiet)">
          {t('sync.elsewhereOld')}
        </Text>
        <Button variant="default" size="sm" loading={syncs.isAsking} onClick={syncs.askAgain}>
          {t('sync.refresh')}
        </Button>
      </Group>
      <ToWanted syncs={syncs.nodes} />
      <LivePages
        pages={syncs}
        label={t('area.sync')}
        arrange={arrangedFor(show)}
        empty={<None show={show} />}
        row={(sync) => <SyncRow sync={sync} />}
      />
    </>
  );
}

function arrangedFor(show: Show) {
  return (syncs: readonly Sync[]) => errorsFirst(syncs).filter(({ status }) => show === 'all' || status === 'ERROR');
}

/** Goes on to the sync of the product that the address names. */
function ToWanted({ syncs }: { syncs: readonly Sync[] }) {
  const [params] = useSearchParams();
  const wanted = syncs.find(({ product }) => product === params.get('product'));
  return wanted ? <Navigate to={`/sync/${wanted.id}`} replace /> : null;
}

function None({ show }: { show: Show }) {
  const { t } = useTranslation();
  if (show === 'error') return <Empty icon="check" title={t('sync.noErrorTitle')} text={t('sync.noErrorText')} />;
  return (
    <Empty icon="sync" title={t('sync.emptyTitle')} text={t('sync.emptyText')}>
      <Button component={Link} to="/services" variant="default">
        {t('sync.toServices')}
      </Button>
    </Empty>
  );
}
