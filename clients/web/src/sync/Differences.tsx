import { Button, Text, Title } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useLiveQuery } from '../graph/use-live-query.ts';
import { Trouble } from '../look/Trouble.tsx';
import { Waiting } from '../look/Waiting.tsx';
import { type Difference, DifferencesDocument, type Run } from './runs.ts';
import classes from './SyncPanel.module.css';
import { fields } from './settings-draft.ts';
import type { Product } from './sync.ts';
import { useFactText } from './use-fact-text.ts';

/** What a run would do, item by item and side by side. */
export function Differences({ run, product }: { run: Run; product: Product }) {
  const { t } = useTranslation();
  const [after, setAfter] = useState<string | null>();
  const { data, problem, isAsking, askAgain } = useLiveQuery({
    query: DifferencesDocument,
    variables: { id: run.id, after },
  });
  const page = data?.syncRun?.differences;
  const leftOut = data?.syncRun?.differencesLeftOut ?? 0;
  if (problem) return <Trouble problem={problem} onRetry={askAgain} />;
  if (!page) return <Waiting rows={2} height={24} />;
  if (page.totalCount === 0) return null;
  const name = t(`product.${product}`);

  return (
    <section aria-label={t('difference.title')}>
      <Title order={4} size="h6">
        {t('difference.title')}
      </Title>
      <ul className={classes.runs}>
        {page.edges.map(({ node }) => (
          <li key={node.id} className={classes.difference}>
            <span>
              <strong>{node.name}</strong>
              <span className={classes.quiet}>
                {' · '}
                {t(`change.${node.change}`)}
                {' · '}
                {node.side === 'LOCAL' ? t('conflict.ours') : name}
              </span>
            </span>
            {node.change === 'UPDATE' && node.fields.map((each) => <FieldChange key={each.field} change={each} />)}
          </li>
        ))}
      </ul>
      {leftOut > 0 && !page.pageInfo.hasNextPage && (
        <Text size="sm" c="var(--quiet)">
          {t('others', { count: leftOut })}
        </Text>
      )}
      {page.pageInfo.hasNextPage && (
        <Button size="sm" variant="default" loading={isAsking} onClick={() => setAfter(page.pageInfo.endCursor)}>
          {t('action.more')}
        </Button>
      )}
    </section>
  );
}

function FieldChange({ change }: { change: Difference['fields'][number] }) {
  const { t } = useTranslation();
  const textOf = useFactText();
  const field = fields.find((known) => known === change.field);
  return (
    <span className={classes.quiet}>
      {field ? t(`fact.${field}`) : change.field}: {textOf(change.before)} → {textOf(change.after)}
    </span>
  );
}
