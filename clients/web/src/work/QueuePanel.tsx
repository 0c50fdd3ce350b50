import { Button, Group, Stack, Text, Title } from '@mantine/core';
import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { useOutletContext, useParams } from 'react-router';
import { useLiveQuery } from '../graph/use-live-query.ts';
import { useWrite } from '../graph/use-write.ts';
import { showTrouble } from '../look/notify.tsx';
import { StateMark } from '../look/StateMark.tsx';
import { ThingPanel } from '../look/ThingPanel.tsx';
import { Trouble } from '../look/Trouble.tsx';
import { Waiting } from '../look/Waiting.tsx';
import { useMay, useTenant } from '../session/viewer.tsx';
import { AttemptLine } from './AttemptLine.tsx';
import {
  ofAll,
  PauseTasksDocument,
  type Queue,
  type QueuesOutlet,
  type QueueTasks,
  QueueTasksDocument,
  ResumeTasksDocument,
  stateOf,
} from './queues.ts';
import { TaskRow } from './TaskRow.tsx';
import { useKindName } from './use-kind-name.ts';

const LATEST = 20;

/** One kind of work: what is not done, with its history, and what was done last. */
export function Component() {
  const { t } = useTranslation();
  const { kind = '' } = useParams();
  const nameOf = useKindName();
  const { queues, news } = useOutletContext<QueuesOutlet>();
  return (
    <ThingPanel
      asked={{ thing: queues.find((each) => each.kind === kind) ?? null }}
      name={nameOf(kind)}
      titleOf={() => nameOf(kind)}
      icon="clock"
      gone={{ title: t('work.goneTitle'), text: t('work.goneText') }}
      list="/work"
    >
      {(queue) => <Detail key={kind} queue={queue} news={news} />}
    </ThingPanel>
  );
}

function Detail({ queue, news }: { queue: Queue; news: unknown }) {
  const { t } = useTranslation();
  const { id: tenantId } = useTenant();
  const { data, problem, askAgain } = useLiveQuery({
    query: QueueTasksDocument,
    variables: { tenantId, kind: queue.kind },
    requestPolicy: 'cache-and-network',
  });
  useNews(news, askAgain);
  const [detail] = ofAll<QueueTasks>(data?.queues);
  const { state, word } = stateOf(queue);
  return (
    <Stack gap="md" mb="lg">
      <Group justify="space-between">
        <StateMark state={state} word={t(`work.state.${word}`)} />
        <Pause queue={queue} />
      </Group>
      {queue.isPaused && (
        <Text size="sm" c="var(--quiet)">
          {t('work.pausedText')}
        </Text>
      )}
      {problem && <Trouble problem={problem} onRetry={askAgain} />}
      {!data && !problem && <Waiting />}
      {detail && (
        <>
          <section>
            <Title order={3} size="h5" mb="sm">
              {t('work.open')}
            </Title>
            {detail.tasks.length === 0 && (
              <Text size="sm" c="var(--quiet)">
                {t('work.nothingOpen')}
              </Text>
            )}
            <Stack component="ul" aria-label={t('work.open')} gap="md" p={0} m={0}>
              {detail.tasks.map((task) => (
                <TaskRow
                  key={task.id}
                  task={task}
                  attempts={detail.attempts.filter(({ taskId }) => taskId === task.id)}
                />
              ))}
            </Stack>
          </section>
          <section>
            <Title order={3} size="h5" mb="sm">
              {t('work.latest')}
            </Title>
            <Stack component="ul" aria-label={t('work.latest')} gap="xs" p={0} m={0}>
              {detail.attempts.slice(0, LATEST).map((attempt) => (
                <AttemptLine key={`${attempt.taskId} ${attempt.endedAt}`} attempt={attempt} />
              ))}
            </Stack>
          </section>
        </>
      )}
    </Stack>
  );
}

/** The list hears of changes; what it has no words for is asked again. */
function useNews(news: unknown, askAgain: () => void): void {
  const seen = useRef(news);
  useEffect(() => {
    if (seen.current === news) return;
    seen.current = news;
    askAgain();
  }, [news, askAgain]);
}

function Pause({ queue: { subgraph, kind, isPaused } }: { queue: Queue }) {
  const { t } = useTranslation();
  const { id: tenantId } = useTenant();
  const mayWrite = useMay('work:write');
  const pause = useWrite(PauseTasksDocument, showTrouble);
  const resume = useWrite(ResumeTasksDocument, showTrouble);
  const { write: change, isBusy } = isPaused ? resume : pause;
  if (!mayWrite) return null;
  return (
    <Button variant="default" loading={isBusy} onClick={() => change({ tenantId, subgraph, kind })}>
      {t(isPaused ? 'work.resume' : 'work.pause')}
    </Button>
  );
}
