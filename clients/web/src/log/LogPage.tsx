import { Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useClient } from 'urql';
import { LivePages } from '../graph/LivePages.tsx';
import { useLivePages } from '../graph/use-live-pages.ts';
import { useTableExport } from '../graph/use-table-export.ts';
import { Empty } from '../look/Empty.tsx';
import { Moment } from '../look/Moment.tsx';
import { PageHead } from '../look/PageHead.tsx';
import { Trouble } from '../look/Trouble.tsx';
import { useTenant } from '../session/viewer.tsx';
import { actionText } from './action-text.ts';
import { EntryPanel } from './EntryPanel.tsx';
import { LogFilter } from './LogFilter.tsx';
import classes from './LogPage.module.css';
import { type Entry, ExportDocument, LogDocument } from './log.ts';
import { useLogFilter } from './use-log-filter.ts';

/** Who did what, and what it was before. */
export function Component() {
  const { t } = useTranslation();
  const { slug } = useTenant();
  const client = useClient();
  const { values, filter, put, open } = useLogFilter();
  const table = useTableExport();
  const entries = useLivePages({
    ask: (after) => ({ query: LogDocument, variables: { filter, after } }),
    read: ({ viewer }) => viewer?.tenant?.auditEntries,
  });

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
          {table.refusal && <Trouble problem={table.refusal} onRetry={save} />}
          <LivePages
            pages={entries}
            label={t('area.log')}
            className={classes.list}
            empty={<Empty icon="log" title={t('log.emptyTitle')} text={t('log.emptyText')} />}
            row={(entry) => <EntryRow entry={entry} isOpen={entry.id === open} onOpen={() => put('entry', entry.id)} />}
          />
        </div>
        {open && <EntryPanel id={open} known={entries.nodes.find(({ id }) => id === open)} />}
      </div>
    </>
  );
}

function EntryRow({ entry, isOpen, onOpen }: { entry: Entry; isOpen: boolean; onOpen: () => void }) {
  const { t } = useTranslation();
  const { timeZone } = useTenant();
  const { at, actor, action, kind, noun } = entry;
  return (
    <li>
      <button type="button" className={classes.row} data-open={isOpen || undefined} onClick={onOpen}>
        <span className={classes.who}>{actor.name ?? actor.kind}</span>
        <span>{actionText(action) ?? t(`audit.${kind}`)}</span>
        <span className={classes.quiet}>{[t(`audit.${kind}`), noun, action].filter(Boolean).join(' · ')}</span>
        <span className={`${classes.quiet} ${classes.figure}`}>
          <Moment at={at} timeZone={timeZone} />
        </span>
      </button>
    </li>
  );
}
