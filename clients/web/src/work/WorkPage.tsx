import { useTranslation } from 'react-i18next';
import { Link, Outlet, useParams } from 'react-router';
import { useSubscription } from 'urql';
import { useLiveQuery } from '../graph/use-live-query.ts';
import { Age } from '../look/Age.tsx';
import { Empty } from '../look/Empty.tsx';
import classes from '../look/List.module.css';
import { PageHead } from '../look/PageHead.tsx';
import { StateMark } from '../look/StateMark.tsx';
import { Trouble } from '../look/Trouble.tsx';
import { Waiting } from '../look/Waiting.tsx';
import { useTenant } from '../session/viewer.tsx';
import { inOrder, type Queue, QueueFeedDocument, QueuesDocument, type QueuesOutlet, stateOf } from './queues.ts';
import { useKindName } from './use-kind-name.ts';

/** What is done in the background, by kind of work. */
export function Component() {
  const { t } = useTranslation();
  const { id: tenantId } = useTenant();
  const { data, problem, askAgain } = useLiveQuery({ query: QueuesDocument, variables: { tenantId } });
  const [{ data: news }] = useSubscription({ query: QueueFeedDocument, variables: { tenantId } });
  const queues = inOrder(data?.queues);
  return (
    <>
      <PageHead title={t('area.work')} />
      <div className={classes.beside}>
        <div className={classes.lists}>
          {problem && <Trouble problem={problem} onRetry={askAgain} />}
          {!data && !problem && <Waiting />}
          {data && queues.length === 0 && (
            <Empty icon="clock" title={t('work.emptyTitle')} text={t('work.emptyText')} />
          )}
          {queues.length > 0 && <QueueList queues={queues} />}
        </div>
        {data && <Outlet context={{ queues, news } satisfies QueuesOutlet} />}
      </div>
    </>
  );
}

function QueueList({ queues }: { queues: Queue[] }) {
  const { t } = useTranslation();
  const { kind: open } = useParams();
  const nameOf = useKindName();
  return (
    <ul className={classes.list} aria-label={t('area.work')}>
      {queues.map((queue) => {
        const { kind, subgraph, waiting, due, running, failed, doneLastHour, oldestDueAt } = queue;
        const { state, word } = stateOf(queue);
        const counts = { running, due, waiting, failed };
        const said = (Object.keys(counts) as (keyof typeof counts)[]).filter((each) => counts[each] > 0);
        return (
          <li key={`${subgraph} ${kind}`} className={classes.row} data-open={kind === open || undefined}>
            <Link to={`/work/${kind}`} className={classes.name}>
              {nameOf(kind)}
            </Link>
            <span className={classes.quiet}>
              {said.map((each) => t(`work.count.${each}`, { count: counts[each] })).join(' · ')}
              {oldestDueAt && (
                <>
                  {' · '}
                  {t('work.oldest')} <Age since={oldestDueAt} />
                </>
              )}
            </span>
            <StateMark state={state} word={t(`work.state.${word}`)} />
            <span className={`${classes.quiet} ${classes.figure}`}>{t('work.rate', { count: doneLastHour })}</span>
          </li>
        );
      })}
    </ul>
  );
}
