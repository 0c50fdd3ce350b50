import { Anchor, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { AuditFilter } from '../generated/graphql.ts';
import { useLiveQuery } from '../graph/use-live-query.ts';
import list from '../look/List.module.css';
import { Trouble } from '../look/Trouble.tsx';
import { Waiting } from '../look/Waiting.tsx';
import classes from './Entry.module.css';
import { EntryRow } from './EntryRow.tsx';
import { LastEntriesDocument } from './log.ts';

/** The last entries that fit a filter; what is new shows as it comes. */
export function LastEntries({ filter, label, more }: { filter: AuditFilter; label: string; more?: string }) {
  const { t } = useTranslation();
  const { data, problem, askAgain } = useLiveQuery({
    query: LastEntriesDocument,
    variables: { filter },
    requestPolicy: 'cache-and-network',
  });
  const entries = data?.viewer?.tenant?.auditEntries.edges.map(({ node }) => node);
  if (!entries) return problem ? <Trouble problem={problem} onRetry={askAgain} /> : <Waiting />;
  if (entries.length === 0) return <Text c="var(--quiet)">{t('log.historyEmpty')}</Text>;
  return (
    <>
      <ul className={`${list.list} ${classes.rows}`} aria-label={label}>
        {entries.map((entry) => (
          <EntryRow key={entry.id} entry={entry} to={`/log?entry=${entry.id}`} />
        ))}
      </ul>
      {more && (
        <Anchor component={Link} to={more} size="sm">
          {t('log.wholeHistory')}
        </Anchor>
      )}
    </>
  );
}
