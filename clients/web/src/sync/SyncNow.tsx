import { Button, Group, Stack, Text, Title } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useWrite } from '../graph/use-write.ts';
import { Moment } from '../look/Moment.tsx';
import { showDone } from '../look/notify.tsx';
import { Trouble } from '../look/Trouble.tsx';
import { Waiting } from '../look/Waiting.tsx';
import { useMay, useTenant } from '../session/viewer.tsx';
import { Differences } from './Differences.tsx';
import { OpenRun } from './OpenRun.tsx';
import { RunFailures } from './RunFailures.tsx';
import { showRefusal } from './refusal.ts';
import { PreviewSyncDocument, RunSyncDocument } from './run-sync.ts';
import { isOpen } from './runs.ts';
import { StepList } from './StepList.tsx';
import { RunState } from './SyncState.tsx';
import type { Sync } from './sync.ts';
import { useRuns } from './use-runs.ts';

/** Runs a sync by hand, and shows what goes on. */
export function SyncNow({ sync }: { sync: Sync }) {
  const { t } = useTranslation();
  const { id: tenantId, timeZone } = useTenant();
  const mayWrite = useMay('sync:write');
  const { first, nodes, problem, askAgain } = useRuns(sync);
  const runs = first && nodes;
  const { write: runSync, isBusy: isAsking } = useWrite(RunSyncDocument, showRefusal);
  const { write: preview, isBusy: isTrying } = useWrite(PreviewSyncDocument, showRefusal);
  const { product } = sync;
  const open = runs?.filter(isOpen) ?? [];
  const newest = runs?.find((run) => !isOpen(run));
  const isOn = sync.service.status === 'ACTIVE';

  async function run(mode: 'MANUAL' | 'INITIAL') {
    const asked = await runSync({ tenantId, product, mode });
    if (asked && open.some(({ status }) => status === 'RUNNING')) showDone(t('sync.comesNext'));
  }

  async function tryOut() {
    await preview({ tenantId, product });
  }

  return (
    <Stack gap="md">
      {!isOn && (
        <Text size="sm" c="var(--quiet)">
          {t('sync.isOff')} <Link to={`/services/${product}`}>{t('sync.toService')}</Link>
        </Text>
      )}
      {mayWrite && isOn && (
        <Stack gap="sm">
          <Group gap="sm">
            <Button loading={isAsking} onClick={() => run('MANUAL')}>
              {t('sync.runNow')}
            </Button>
            <Button variant="default" loading={isTrying} onClick={tryOut}>
              {t('sync.tryOut')}
            </Button>
            <Button variant="default" disabled={isAsking} onClick={() => run('INITIAL')}>
              {t('sync.runAll')}
            </Button>
          </Group>
          <Text size="sm" c="var(--quiet)">
            {t('sync.modes')}
          </Text>
        </Stack>
      )}
      {problem && <Trouble problem={problem} onRetry={askAgain} />}
      {!runs && !problem && <Waiting rows={2} />}
      {open.map((each) => (
        <OpenRun key={each.id} run={each} product={product} />
      ))}
      {newest && open.length === 0 && (
        <section aria-label={t(newest.mode === 'PREVIEW' ? 'sync.previewTitle' : 'sync.lastRun')}>
          <Group justify="space-between" mb="sm">
            <Title order={3} size="h5">
              {t(newest.mode === 'PREVIEW' ? 'sync.previewTitle' : 'sync.lastRun')}
            </Title>
            <RunState status={newest.status} />
          </Group>
          <Text size="sm" c="var(--quiet)">
            <Moment at={newest.endedAt ?? newest.createdAt} timeZone={timeZone} />
          </Text>
          <StepList run={newest} product={product} />
          {newest.mode === 'PREVIEW' && <Differences key={newest.id} run={newest} product={product} />}
          {newest.steps.some(({ failed }) => failed > 0) && <RunFailures run={newest} sync={sync} />}
        </section>
      )}
      {runs?.length === 0 && <Text c="var(--quiet)">{t('sync.noRuns')}</Text>}
    </Stack>
  );
}
