import { Button, Group, Stack, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useWrite } from '../graph/use-write.ts';
import { Age } from '../look/Age.tsx';
import { Confirm } from '../look/Confirm.tsx';
import { Moment } from '../look/Moment.tsx';
import { showDone, showTrouble } from '../look/notify.tsx';
import { StateMark } from '../look/StateMark.tsx';
import { useMay, useTenant } from '../session/viewer.tsx';
import { dateFormat } from '../words/formats.ts';
import { AttemptLine } from './AttemptLine.tsx';
import { type Attempt, type BackgroundTask, CancelTaskDocument, RetryTaskDocument, taskStates } from './queues.ts';

/** One task that is not done, with what became of it so far. */
export function TaskRow({ task, attempts }: { task: BackgroundTask; attempts: Attempt[] }) {
  const { t, i18n } = useTranslation();
  const { timeZone } = useTenant();
  const { state, dueAt, plannedAt, runningSince, attempts: begun, mostAttempts, error } = task;
  const moment = dateFormat(i18n.language, { dateStyle: 'short', timeStyle: 'medium', timeZone });
  return (
    <Stack component="li" gap={4} style={{ listStyle: 'none' }}>
      <Group justify="space-between" gap="sm">
        <StateMark state={taskStates[state]} word={t(`work.task.${state}`)} />
        <Text size="sm" c="var(--quiet)">
          {state === 'RUNNING' && runningSince && <Age since={runningSince} />}
          {state === 'WAITING' && t('work.dueAt', { at: moment.format(new Date(dueAt)) })}
          {(state === 'DUE' || state === 'FAILED') && <Moment at={plannedAt} timeZone={timeZone} />}
        </Text>
      </Group>
      {begun > 0 && <Text size="sm">{t('work.attempt', { number: begun, most: mostAttempts })}</Text>}
      {error && attempts.length === 0 && (
        <Text size="sm" style={{ overflowWrap: 'anywhere' }}>
          {error}
        </Text>
      )}
      {attempts.length > 0 && (
        <Stack component="ul" aria-label={t('work.history')} gap={4} p={0} m={0}>
          {attempts.map((attempt) => (
            <AttemptLine key={attempt.endedAt} attempt={attempt} />
          ))}
        </Stack>
      )}
      <Actions task={task} />
    </Stack>
  );
}

function Actions({ task: { id, state } }: { task: BackgroundTask }) {
  const { t } = useTranslation();
  const { id: tenantId } = useTenant();
  const mayWrite = useMay('work:write');
  const { write: retry, isBusy } = useWrite(RetryTaskDocument, showTrouble);
  const { write: cancel } = useWrite(CancelTaskDocument, showTrouble);
  if (!mayWrite) return null;
  return (
    <Group gap="sm" mt={4}>
      {state !== 'RUNNING' && (
        <Button
          variant="default"
          loading={isBusy}
          onClick={async () => {
            if (await retry({ tenantId, id })) showDone(t('work.isRetried'));
          }}
        >
          {t(state === 'FAILED' ? 'work.retry' : 'work.now')}
        </Button>
      )}
      <Confirm
        label={t('work.cancel')}
        question={t('work.cancelQuestion')}
        text={t('work.cancelText')}
        answer={t('work.cancel')}
        onConfirm={async () => {
          if (await cancel({ tenantId, id })) showDone(t('work.isCancelled'));
        }}
      />
    </Group>
  );
}
