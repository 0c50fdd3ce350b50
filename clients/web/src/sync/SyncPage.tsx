import { Button, SegmentedControl } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Link, Outlet, useSearchParams } from 'react-router';
import { Icon } from '../look/Icon.tsx';
import list from '../look/List.module.css';
import { PageHead } from '../look/PageHead.tsx';
import { useMay } from '../session/viewer.tsx';
import { AllSyncs, OwnSyncs } from './SyncLists.tsx';
import { useConflictCount } from './use-conflict-count.ts';

/** How each product's catalogue and the menu stand to each other; for the platform's people, of all tenants. */
export function Component() {
  const { t } = useTranslation();
  const isPlatform = useMay('platform:admin');
  const [params, setParams] = useSearchParams();
  const show = params.get('show') === 'error' ? 'error' : 'all';
  const conflicts = useConflictCount();

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
        onChange={(value) => setParams(value === 'error' ? { show: value } : {}, { replace: true })}
        data={[
          { value: 'all', label: t('sync.all') },
          { value: 'error', label: t('sync.ERROR') },
        ]}
      />
      <div className={list.beside}>
        <div className={list.lists}>{isPlatform ? <AllSyncs show={show} /> : <OwnSyncs show={show} />}</div>
        <Outlet />
      </div>
    </>
  );
}
