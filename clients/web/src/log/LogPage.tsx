import { Button } from '@mantine/core';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useClient } from 'urql';
import { useLiveQuery } from '../graph/use-live-query.ts';
import { useTableExport } from '../graph/use-table-export.ts';
import { Empty } from '../look/Empty.tsx';
import { Moment } from '../look/Moment.tsx';
import { PageHead } from '../look/PageHead.tsx';
import { Trouble } from '../look/Trouble.tsx';
import { Waiting } from '../look/Waiting.tsx';
import { useTenant } from '../session/viewer.tsx';
import { actionText } from './action-text.ts';
import { EntryPanel } from './EntryPanel.tsx';
import { LogFilter } from './LogFilter.tsx';
import classes from './LogPage.module.css';
import { ExportDocument, LogDocument } from './log.ts';
import { useLogFilter } from './use-log-filter.ts';

/** Who did what, and what it was before. */
export function Component() {
  const { t } = useTranslation();
  const { slug, timeZone } = useTenant();
  const client = useClient();
  const { values, filter, put, open } = useLogFilter();
  const [after, setAfter] = useState<string | null>();
  const table = useTableExport();
  const asked = JSON.stringify(filter);
  // biome-ignore lint/correctness/useExhaustiveDependencies: another filter begins at its first page
  useEffect(() => setAfter(undefined), [asked]);
  const { data, problem, isAsking, askAgain } = useLiveQuery({
    query: LogDocument,
    variables: { filter, after },
    requestPolicy: 'cache-and-network',
  });
  const log = data?.viewer?.tenant?.auditEntries;
  const entries = log?.edges.map(({ node }) => node) ?? [];
  const entry = entries.find(({ id }) => id === open);

  function save() {
    return table.save(`${slug}-log.csv`, async (next) => {
      const answer = await client
        .query(ExportDocument, { filter, after: next }, { requestPolicy: 'network-only' })
        .toPromise();
      const table = answer.data?.viewer?.tenant?.auditExport;
      if (!table) throw answer.error;
      return table;
    });
  }

  return (
    <>
      <PageHead title={t('area.log')}>
        <Button variant="default" loading={table.isSaving} onClick={save}>
          {t('action.export')}
        </Button>
      </PageHead>
      <LogFilter values={values} put={put} />
      <div className={classes.beside}>
        <div className={classes.lists}>
          {problem && <Trouble problem={problem} onRetry={askAgain} />}
          {table.refusal && <Trouble problem={table.refusal} onRetry={save} />}
          {!log && !problem && <Waiting />}
          {log && entries.length === 0 && <Empty icon="log" title={t('log.emptyTitle')} text={t('log.emptyText')} />}
          {entries.length > 0 && (
            <ul className={classes.list} aria-label={t('area.log')}>
              {entries.map(({ id, at, actor, action, kind, noun }) => (
                <li key={id}>
                  <button
                    type="button"
                    className={classes.row}
                    data-open={id === open || undefined}
                    onClick={() => put('entry', id)}
                  >
                    <span className={classes.who}>{actor.name ?? actor.kind}</span>
                    <span>{actionText(action) ?? t(`audit.${kind}`)}</span>
                    <span className={classes.quiet}>
                      {[t(`audit.${kind}`), noun, action].filter(Boolean).join(' · ')}
                    </span>
                    <span className={`${classes.quiet} ${classes.figure}`}>
                      <Moment at={at} timeZone={timeZone} />
                    </span>
                  </button>
                </li>
              ))}
            </ul>
          )}
          {log?.pageInfo.hasNextPage && (
            <Button variant="default" loading={isAsking} onClick={() => setAfter(log.pageInfo.endCursor)}>
              {t('action.more')}
            </Button>
          )}
        </div>
        {entry && <EntryPanel entry={entry} onClose={() => put('entry', '')} />}
      </div>
    </>
  );
}
