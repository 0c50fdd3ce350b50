import { Button, Group, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useLiveQuery } from '../graph/use-live-query.ts';
import { useWrite } from '../graph/use-write.ts';
import { showDone } from '../look/notify.tsx';
import { Trouble } from '../look/Trouble.tsx';
import { Waiting } from '../look/Waiting.tsx';
import { useMay } from '../session/viewer.tsx';
import { useReasonText } from './reason-text.ts';
import { showRefusal } from './refusal.ts';
import { RetryRunDocument } from './run-sync.ts';
import { FailuresDocument, type Run } from './runs.ts';
import classes from './SyncPanel.module.css';
import type { Sync } from './sync.ts';
import { useItemNames } from './use-item-names.ts';

/** The items that a run could not bring over, and another try of only those. */
export function RunFailures({ run, sync }: { run: Run; sync: Sync }) {
  const { t } = useTranslation();
  const mayWrite = useMay('sync:write');
  const nameOf = useItemNames();
  const reasonOf = useReasonText();
  const { data, problem, askAgain } = useLiveQuery({ query: FailuresDocument, variables: { id: run.id } });
  const { write: retry, isBusy } = useWrite(RetryRunDocument, showRefusal);
  const failures = data?.syncRun?.failures;

  async function again() {
    if (await retry({ id: run.id })) showDone(t('sync.retried', { count: failures?.totalCount ?? 0 }));
  }

  if (problem) return <Trouble problem={problem} onRetry={askAgain} />;
  if (!failures) return <Waiting rows={2} height={24} />;
  const beyond = failures.totalCount - failures.edges.length + (data?.syncRun?.failuresLeftOut ?? 0);
  return (
    <>
      <ul className={classes.runs} aria-label={t('sync.failures')}>
        {failures.edges.map(({ node }) => (
          <li key={node.id} className={classes.difference}>
            <span title={node.externalId ?? node.localId ?? undefined}>{nameOf(node)}</span>
            <span className={classes.reason}>{reasonOf(node, sync.product)}</span>
          </li>
        ))}
      </ul>
      {beyond > 0 && (
        <Text size="sm" c="var(--quiet)">
          {t('others', { count: beyond })}
        </Text>
      )}
      {mayWrite && sync.service.status === 'ACTIVE' && failures.totalCount > 0 && (
        <Group>
          <Button variant="default" loading={isBusy} onClick={again}>
            {t('sync.retry', { count: failures.totalCount })}
          </Button>
        </Group>
      )}
    </>
  );
}
