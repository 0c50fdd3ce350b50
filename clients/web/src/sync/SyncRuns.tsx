import { Button, Stack, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useSearchParams } from 'react-router';
import { Moment } from '../look/Moment.tsx';
import { Trouble } from '../look/Trouble.tsx';
import { Waiting } from '../look/Waiting.tsx';
import { useActorName } from '../people/use-actor-name.ts';
import { useTenant } from '../session/viewer.tsx';
import { RunDetail } from './RunDetail.tsx';
import classes from './SyncPanel.module.css';
import { RunState } from './SyncState.tsx';
import type { Sync } from './sync.ts';
import { useRuns } from './use-runs.ts';

/** Every run there was, newest first; one of them opens where it stands. */
export function SyncRuns({ sync }: { sync: Sync }) {
  const { t } = useTranslation();
  const { timeZone } = useTenant();
  const [params, setParams] = useSearchParams();
  const { runs, more, problem, isAsking, askAgain } = useRuns(sync);
  const nameOf = useActorName();
  const opened = params.get('run');

  function open(id: string) {
    const changed = new URLSearchParams(params);
    if (id === opened) changed.delete('run');
    else changed.set('run', id);
    setParams(changed, { replace: true });
  }

  return (
    <Stack gap="md">
      {problem && <Trouble problem={problem} onRetry={askAgain} />}
      {!runs && !problem && <Waiting rows={3} />}
      {runs?.length === 0 && <Text c="var(--quiet)">{t('sync.noRuns')}</Text>}
      <ul className={classes.runs} aria-label={t('syncView.runs')}>
        {runs?.map((run) => (
          <li key={run.id} className={classes.run}>
            <button
              type="button"
              className={classes.head}
              aria-expanded={run.id === opened}
              onClick={() => open(run.id)}
            >
              <span>{t(`mode.${run.mode}`)}</span>
              <RunState status={run.status} />
              <span className={classes.quiet}>{nameOf(run.actor)}</span>
              <span className={`${classes.quiet} ${classes.figure}`}>
                <Moment at={run.createdAt} timeZone={timeZone} />
              </span>
            </button>
            {run.id === opened && <RunDetail run={run} sync={sync} />}
          </li>
        ))}
      </ul>
      {more && (
        <Button variant="default" loading={isAsking} onClick={more}>
          {t('action.more')}
        </Button>
      )}
    </Stack>
  );
}
