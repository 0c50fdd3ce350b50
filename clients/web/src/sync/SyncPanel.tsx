import { Button, SegmentedControl, Stack, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useParams, useSearchParams } from 'react-router';
import { useThing } from '../graph/use-thing.ts';
import { showTrouble } from '../look/notify.tsx';
import { ThingPanel } from '../look/ThingPanel.tsx';
import { switchTenant } from '../session/session.ts';
import { useTenant } from '../session/viewer.tsx';
import { SyncHead } from './SyncHead.tsx';
import { SyncNow } from './SyncNow.tsx';
import { SyncRuns } from './SyncRuns.tsx';
import { SyncSettings } from './SyncSettings.tsx';
import { type Sync, SyncDocument } from './sync.ts';

const views = ['now', 'runs', 'settings'] as const;
type View = (typeof views)[number];

export function Component() {
  const { t } = useTranslation();
  const { syncId = '' } = useParams();
  const [params] = useSearchParams();
  const { id: tenantId } = useTenant();
  const show = params.get('show');
  const asked = useThing({ query: SyncDocument, variables: { id: syncId } }, ({ sync }) => sync);
  const isOwn = ({ tenant }: Sync) => tenant.id === tenantId;
  return (
    <ThingPanel
      asked={asked}
      name={t('area.sync')}
      titleOf={(sync) => [...(isOwn(sync) ? [] : [sync.tenant.name]), t(`product.${sync.product}`)].join(' · ')}
      icon="sync"
      gone={{ title: t('sync.goneTitle'), text: t('sync.goneText') }}
      list={{ pathname: '/sync', search: show ? `?show=${show}` : '' }}
    >
      {(sync) => (
        <Stack gap="md" mb="lg">
          <SyncHead sync={sync} />
          {isOwn(sync) ? <Views key={sync.id} sync={sync} /> : <Elsewhere tenant={sync.tenant} />}
        </Stack>
      )}
    </ThingPanel>
  );
}

function Views({ sync }: { sync: Sync }) {
  const { t } = useTranslation();
  const [params, setParams] = useSearchParams();
  const view: View = views.find((each) => each === params.get('view')) ?? 'now';

  function put(next: string) {
    const changed = new URLSearchParams(params);
    changed.set('view', next);
    changed.delete('run');
    setParams(changed, { replace: true });
  }

  return (
    <>
      <SegmentedControl
        role="radiogroup"
        aria-label={t('sync.view')}
        fullWidth
        value={view}
        onChange={put}
        data={views.map((value) => ({ value, label: t(`syncView.${value}`) }))}
      />
      {view === 'now' && <SyncNow sync={sync} />}
      {view === 'runs' && <SyncRuns sync={sync} />}
      {view === 'settings' && <SyncSettings key={sync.id} sync={sync} />}
    </>
  );
}

/** What is done to a sync is done for its tenant. */
function Elsewhere({ tenant }: { tenant: Sync['tenant'] }) {
  const { t } = useTranslation();
  return (
    <>
      <Text size="sm" c="var(--quiet)">
        {t('sync.elsewhere', { tenant: tenant.name })}
      </Text>
      <Button
        variant="default"
        onClick={async () => {
          const problem = await switchTenant(tenant.id);
          if (problem) showTrouble(problem);
        }}
      >
        {t('sync.workFor', { tenant: tenant.name })}
      </Button>
    </>
  );
}
