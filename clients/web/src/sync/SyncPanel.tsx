import { Button, SegmentedControl, Stack, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useNavigate, useOutletContext, useParams, useSearchParams } from 'react-router';
import { Empty } from '../look/Empty.tsx';
import { showTrouble } from '../look/notify.tsx';
import { Panel } from '../look/Panel.tsx';
import { switchTenant } from '../session/session.ts';
import { useTenant } from '../session/viewer.tsx';
import { SyncHead } from './SyncHead.tsx';
import { SyncNow } from './SyncNow.tsx';
import { SyncRuns } from './SyncRuns.tsx';
import { SyncSettings } from './SyncSettings.tsx';
import type { Sync, SyncOutlet } from './sync.ts';

const views = ['now', 'runs', 'settings'] as const;
type View = (typeof views)[number];

export function Component() {
  const { t } = useTranslation();
  const { syncId } = useParams();
  const navigate = useNavigate();
  const [params] = useSearchParams();
  const { id: tenantId } = useTenant();
  const { syncs } = useOutletContext<SyncOutlet>();
  const sync = syncs.find(({ id }) => id === syncId);
  const show = params.get('show');
  const close = () => navigate({ pathname: '/sync', search: show ? `?show=${show}` : '' });
  if (!sync) {
    return (
      <Panel title={t('sync.goneTitle')} onClose={close}>
        <Empty icon="sync" title={t('sync.goneTitle')} text={t('sync.goneText')} />
      </Panel>
    );
  }
  const name = t(`product.${sync.product}`);
  const isOwn = sync.tenant.id === tenantId;

  return (
    <Panel title={isOwn ? name : `${sync.tenant.name} · ${name}`} onClose={close}>
      <Stack gap="md" mb="lg">
        <SyncHead sync={sync} />
        {isOwn ? <Views key={sync.id} sync={sync} /> : <Elsewhere tenant={sync.tenant} />}
      </Stack>
    </Panel>
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
      {view === 'settings' && <SyncSettings key={sync.version} sync={sync} />}
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
