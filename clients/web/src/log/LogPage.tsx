import { Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useClient } from 'urql';
import { LivePages } from '../graph/LivePages.tsx';
import { useLivePages } from '../graph/use-live-pages.ts';
import { useTableExport } from '../graph/use-table-export.ts';
import { Empty } from '../look/Empty.tsx';
import list from '../look/List.module.css';
import { PageHead } from '../look/PageHead.tsx';
import { Trouble } from '../look/Trouble.tsx';
import { useTenant } from '../session/viewer.tsx';
import classes from './Entry.module.css';
import { EntryPanel } from './EntryPanel.tsx';
import { EntryRow } from './EntryRow.tsx';
import { LogFilter } from './LogFilter.tsx';
import { ExportDocument, LogDocument } from './log.ts';
import { OnlyOne } from './OnlyOne.tsx';
import { SystemEntries } from './SystemEntries.tsx';
import { useLogFilter } from './use-log-filter.ts';

/** Who did what, in sentences. */
export function Component() {
  const { t } = useTranslation();
  const { slug } = useTenant();
  const client = useClient();
  const { values, filter, put, to, open, isWhole } = useLogFilter();
  const table = useTableExport();
  const shown = isWhole ? filter : { ...filter, isAutomatic: false };
  const entries = useLivePages({
    ask: (after) => ({ query: LogDocument, variables: { filter: shown, after } }),
    read: ({ viewer }) => viewer?.tenant?.auditEntries,
  });

  function save() {
    return table.save(`${slug}-log.csv`, async (next) => {
      const answer = await client
        .query(ExportDocument, { filter, after: next }, { requestPolicy: 'network-only' })
        .toPromise();
      const page = answer.data?.viewer?.tenant?.auditExport;
      if (!page) throw answer.error;
      return page;
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
      {values.id && <OnlyOne id={values.id} entry={entries.nodes[0]} onEnd={() => put({ id: '' })} />}
      <div className={list.beside}>
        <div className={list.lists}>
          {table.refusal && <Trouble problem={table.refusal} onRetry={save} />}
          <SystemEntries filter={filter} isShown={isWhole} onToggle={() => put({ system: isWhole ? '' : 'shown' })} />
          <LivePages
            pages={entries}
            label={t('area.log')}
            className={`${list.list} ${classes.rows}`}
            empty={<Empty icon="log" title={t('log.emptyTitle')} text={t('log.emptyText')} />}
            row={(entry) => <EntryRow entry={entry} to={to(entry.id)} isOpen={entry.id === open} />}
          />
        </div>
        {open && <EntryPanel id={open} known={entries.nodes.find(({ id }) => id === open)} />}
      </div>
    </>
  );
}
