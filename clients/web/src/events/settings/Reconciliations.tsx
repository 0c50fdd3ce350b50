import { Button, Group, Text, Title } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useWrite } from '../../graph/use-write.ts';
import list from '../../look/List.module.css';
import { Moment } from '../../look/Moment.tsx';
import { showDone, showTrouble } from '../../look/notify.tsx';
import { StateMark } from '../../look/StateMark.tsx';
import { Trouble } from '../../look/Trouble.tsx';
import { useActorName } from '../../people/use-actor-name.ts';
import { useMay, useTenant } from '../../session/viewer.tsx';
import { useWatched } from '../use-watched.ts';
import { counters, ReconcileDocument, type Reconciliation, ReconciliationsDocument } from './reconciliations.ts';

/** What was found when the counters were last compared with what lies in the channels, and a way to do it now. */
export function Reconciliations() {
  const { t } = useTranslation();
  const { id: tenantId } = useTenant();
  const mayManage = useMay('events:manage');
  const { data, problem, askAgain } = useWatched({ query: ReconciliationsDocument });
  const { write: reconcile, isBusy } = useWrite(ReconcileDocument, showTrouble);
  const rows = data?.viewer?.tenant?.reconciliations.edges.map(({ node }) => node) ?? [];

  async function recount() {
    const answer = await reconcile({ tenantId });
    if (answer) showDone(t('bus.recounted', { count: answer.reconcileEvents.repairs.length }));
  }

  return (
    <section>
      <Group mb={4}>
        <Title order={2} mr="auto">
          {t('bus.counters')}
        </Title>
        {mayManage && (
          <Button variant="default" loading={isBusy} onClick={recount}>
            {t('bus.recount')}
          </Button>
        )}
      </Group>
      <Text size="sm" c="var(--quiet)" mb="sm" maw={720}>
        {t('bus.countersText')}
      </Text>
      {problem && <Trouble problem={problem} onRetry={askAgain} />}
      {data && rows.length === 0 && <Text size="sm">{t('bus.notYet')}</Text>}
      {rows.length > 0 && (
        <ul className={list.list} aria-label={t('bus.counters')}>
          {rows.map((row) => (
            <ReconciliationRow key={row.id} row={row} />
          ))}
        </ul>
      )}
    </section>
  );
}

function ReconciliationRow({ row: { at, channels, gaveUp, repairs, by } }: { row: Reconciliation }) {
  const { t } = useTranslation();
  const { timeZone } = useTenant();
  const nameOf = useActorName();
  return (
    <li className={list.row}>
      <span>
        {t('bus.channels', { count: channels })}
        {gaveUp > 0 && ` · ${t('bus.gaveUp', { count: gaveUp })}`}
      </span>
      <span className={list.quiet}>
        {repairs.map(({ source, target, counter, said, is }) => {
          const known = counters.find((each) => each === counter);
          const name = known ? t(`bus.counter.${known}`) : counter;
          return (
            <div key={`${source} ${target} ${counter}`}>
              {t('bus.change', { source, target, counter: name, said, is })}
            </div>
          );
        })}
      </span>
      {repairs.length === 0 ? (
        <StateMark state="ok" word={t('bus.right')} />
      ) : (
        <StateMark state="attention" word={t('bus.repaired', { count: repairs.length })} />
      )}
      <span className={`${list.quiet} ${list.figure}`}>
        <Moment at={at} timeZone={timeZone} />
        <br />
        {by ? nameOf(by) : t('bus.byItself')}
      </span>
    </li>
  );
}
