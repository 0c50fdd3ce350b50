import { Button, Code, Stack, Text } from '@mantine/core';
import { useClipboard } from '@mantine/hooks';
import { useTranslation } from 'react-i18next';
import { useTenant } from '../session/viewer.tsx';
import { dateFormat } from '../words/formats.ts';
import { Differences } from './Differences.tsx';
import { RunFailures } from './RunFailures.tsx';
import { useReasonText } from './reason-text.ts';
import type { Run } from './runs.ts';
import { StepList } from './StepList.tsx';
import classes from './SyncPanel.module.css';
import type { Sync } from './sync.ts';

/** When a run began and ended, what it did, and under which number it is found in logs. */
export function RunDetail({ run, sync }: { run: Run; sync: Sync }) {
  const { t, i18n } = useTranslation();
  const { timeZone } = useTenant();
  const reasonOf = useReasonText();
  const clipboard = useClipboard();
  const { startedAt, endedAt, message, attempts, correlationId } = run;
  const clock = dateFormat(i18n.language, { dateStyle: 'medium', timeStyle: 'medium', timeZone });
  const facts = [
    startedAt && `${t('run.began')} ${clock.format(new Date(startedAt))}`,
    endedAt && `${t('run.ended')} ${clock.format(new Date(endedAt))}`,
    attempts > 1 && t('run.attempts', { number: attempts }),
  ].filter(Boolean);

  return (
    <Stack gap="sm" className={classes.body}>
      {facts.map((fact) => (
        <span key={String(fact)} className={classes.quiet}>
          {fact}
        </span>
      ))}
      {message && <Text size="sm">{reasonOf(run, sync.product)}</Text>}
      <StepList run={run} product={sync.product} />
      {run.mode === 'PREVIEW' && <Differences run={run} product={sync.product} />}
      {run.steps.some(({ failed }) => failed > 0) && <RunFailures run={run} sync={sync} />}
      <div>
        <Button size="sm" variant="subtle" px={0} onClick={() => clipboard.copy(correlationId)}>
          {clipboard.copied ? t('action.copied') : t('run.copyId')} <Code ml="sm">{correlationId.slice(0, 18)}…</Code>
        </Button>
      </div>
    </Stack>
  );
}
