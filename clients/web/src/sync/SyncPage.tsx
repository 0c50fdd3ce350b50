import { Button, Group, SegmentedControl, Text } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, Navigate, Outlet, useSearchParams } from 'react-router';
import { useLiveQuery } from '../graph/use-live-query.ts';
import { Empty } from '../look/Empty.tsx';
import { Icon } from '../look/Icon.tsx';
import list from '../look/List.module.css';
import { PageHead } from '../look/PageHead.tsx';
import { Trouble } from '../look/Trouble.tsx';
import { Waiting } from '../look/Waiting.tsx';
import { useMay } from '../session/viewer.tsx';
import { SyncList } from './SyncList.tsx';
import { AllSyncsDocument, errorsFirst, type SyncOutlet, SyncsDocument } from './sync.ts';
import { useConflictCount } from './use-conflict-count.ts';

/** How each product's catalogue and the menu stand to each other; for the platform's people, of all tenants. */
export function Component() {
  const { t } = useTranslation();
  const isPlatform = useMay('platform:admin');
  const [params, setParams] = useSearchParams();
  const show = params.get('show') === 'error' ? 'error' : 'all';
  const [after, setAfter] = useState<string | null>();
  const conflicts = useConflictCount();
  const own = useLiveQuery({ query: SyncsDocument, pause: isPlatform });
  const filter = show === 'error' ? { status: 'ERROR' as const } : {};
  const all = useLiveQuery({
    query: AllSyncsDocument,
    variables: { filter, after },
    pause: !isPlatform,
    requestPolicy: 'cache-and-network',
  });
  const { problem, isAsking, askAgain } = isPlatform ? all : own;
  const page = all.data?.syncs;
  const syncs = isPlatform ? page?.edges.map(({ node }) => node) : own.data?.viewer?.tenant?.syncs;
  const shown = errorsFirst(syncs ?? []).filter(({ status }) => show === 'all' || status === 'ERROR');

  const wanted = syncs?.find(({ product }) => product === params.get('product'));
  if (wanted) return <Navigate to={`/sync/${wanted.id}`} replace />;

  return (
    <>
      <PageHead title={t('area.sync')}>
        {conflicts > 0 && (
          <Button component={Link} to="/sync/conflicts" variant="default" leftSection={<Icon name="alert" size={18} />}>
            {t('sync.conflicts', { count: conflicts })}
          </Button>
        )}
      </PageHead>
      <SegmentedControl
        role="radiogroup"
        aria-label={t('sync.show')}
        mb="md"
        value={show}
        onChange={(value) => {
          setAfter(undefined);
          setParams(value === 'error' ? { show: value } : {}, { replace: true });
        }}
        data={[
          { value: 'all', label: t('sync.all') },
          { value: 'error', label: t('sync.ERROR') },
        ]}
      />
      <div className={list.beside}>
        <div className={list.lists}>
          {isPlatform && (
            <Group justify="space-between" mb="sm">
              <Text size="sm" c="var(--quiet)">
                {t('sync.elsewhereOld')}
              </Text>
              <Button variant="default" size="sm" loading={isAsking} onClick={askAgain}>
                {t('sync.refresh')}
              </Button>
            </Group>
          )}
          {problem && <Trouble problem={problem} onRetry={askAgain} />}
          {!syncs && !problem && <Waiting />}
          {syncs && shown.length > 0 && <SyncList syncs={shown} />}
          {syncs && shown.length === 0 && show === 'error' && (
            <Empty icon="check" title={t('sync.noErrorTitle')} text={t('sync.noErrorText')} />
          )}
          {syncs && shown.length === 0 && show === 'all' && (
            <Empty icon="sync" title={t('sync.emptyTitle')} text={t('sync.emptyText')}>
              <Button component={Link} to="/services" variant="default">
                {t('sync.toServices')}
              </Button>
            </Empty>
          )}
          {page?.pageInfo.hasNextPage && (
            <Button mt="md" variant="default" loading={isAsking} onClick={() => setAfter(page.pageInfo.endCursor)}>
              {t('action.more')}
            </Button>
          )}
        </div>
        {syncs && <Outlet context={{ syncs } satisfies SyncOutlet} />}
      </div>
    </>
  );
}
