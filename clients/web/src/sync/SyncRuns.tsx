import { Stack, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useSearchParams } from 'react-router';
import { LivePages } from '../graph/LivePages.tsx';
import { useThing } from '../graph/use-thing.ts';
import { Moment } from '../look/Moment.tsx';
import { Waiting } from '../look/Waiting.tsx';
import { useActorName } from '../people/use-actor-name.ts';
import { useTenant } from '../session/viewer.tsx';
import { RunDetail } from './RunDetail.tsx';
import { type Run, RunDocument } from './runs.ts';
import classes from './SyncPanel.module.css';
import { RunState } from './SyncState.tsx';
import type { Sync } from './sync.ts';
import { totalsOf } from './totals.ts';
import { useRuns } from './use-runs.ts';

/** Every run there was, newest first; one of them opens where it stands, and above them while its page is not loaded. */
export function SyncRuns({ sync }: { sync: Sync }) {
  const { t } = useTranslation();
  const [params] = useSearchParams();
  const runs = useRuns(sync);
  const opened = params.get('run');
  const isElsewhere = opened && runs.first && !runs.nodes.some(({ id }) => id === opened);
  return (
    <Stack gap="md">
      {isElsewhere && <EarlierRun id={opened} sync={sync} />}
      <LivePages
        pages={runs}
        label={t('syncView.runs')}
        className={classes.runs}
        waiting={<Waiting rows={3} />}
        empty={<Text c="var(--quiet)">{t('sync.noRuns')}</Text>}
        row={(run) => <RunRow run={run} sync={sync} isOpen={run.id === opened} />}
      />
    </Stack>
  );
}

function EarlierRun({ id, sync }: { id: string; sync: Sync }) {
  const { thing: run } = useThing({ query: RunDocument, variables: { id } }, ({ syncRun }) => syncRun);
  if (run?.sync.id !== sync.id) return null;
  return (
    <ul className={classes.runs}>
      <RunRow run={run} sync={sync} isOpen />
    </ul>
  );
}

function RunRow({ run, sync, isOpen }: { run: Run; sync: Sync; isOpen: boolean }) {
  const { t } = useTranslation();
  const { timeZone } = useTenant();
  const [params, setParams] = useSearchParams();
  const nameOf = useActorName();
  const done = totalsOf(run).map(([count, number]) => t(`step.${count}`, { number }));

  function turn() {
    const changed = new URLSearchParams(params);
    if (isOpen) changed.delete('run');
    else changed.set('run', run.id);
    setParams(changed, { replace: true });
  }

  return (
    <li className={classes.run}>
      <button type="button" className={classes.head} aria-expanded={isOpen} onClick={turn}>
        <span>{t(`mode.${run.mode}`)}</span>
        <RunState status={run.status} />
        <span className={classes.quiet}>{nameOf(run.actor)}</span>
        <span className={`${classes.quiet} ${classes.figure}`}>
          <Moment at={run.createdAt} timeZone={timeZone} />
        </span>
        {done.length > 0 && <span className={classes.done}>{done.join(' · ')}</span>}
      </button>
      {isOpen && <RunDetail run={run} sync={sync} />}
    </li>
  );
}
