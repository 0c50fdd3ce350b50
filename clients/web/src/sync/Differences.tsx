import { Text, Title } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { LivePages } from '../graph/LivePages.tsx';
import { useLivePages } from '../graph/use-live-pages.ts';
import { Waiting } from '../look/Waiting.tsx';
import { type Difference, DifferencesDocument, type Run } from './runs.ts';
import classes from './SyncPanel.module.css';
import { fields } from './settings-draft.ts';
import type { Product } from './sync.ts';
import { useFactText } from './use-fact-text.ts';

/** What a run would do, item by item and side by side. */
export function Differences({ run, product }: { run: Run; product: Product }) {
  const { t } = useTranslation();
  const differences = useLivePages({
    ask: (after) => ({ query: DifferencesDocument, variables: { id: run.id, after } }),
    read: ({ syncRun }) => syncRun?.differences,
  });
  const whole = differences.first?.syncRun;
  const leftOut = whole?.differencesLeftOut ?? 0;
  if (whole?.differences.totalCount === 0) return null;
  const name = t(`product.${product}`);

  return (
    <section aria-label={t('difference.title')}>
      <Title order={4} size="h6">
        {t('difference.title')}
      </Title>
      <LivePages
        pages={differences}
        label={t('difference.title')}
        className={classes.runs}
        waiting={<Waiting rows={2} height={24} />}
        empty={null}
        row={(difference) => <DifferenceRow difference={difference} product={name} />}
      />
      {leftOut > 0 && !differences.hasMore && (
        <Text size="sm" c="var(--quiet)">
          {t('others', { count: leftOut })}
        </Text>
      )}
    </section>
  );
}

function DifferenceRow({ difference, product }: { difference: Difference; product: string }) {
  const { t } = useTranslation();
  const { name, change, side, fields: changed } = difference;
  return (
    <li className={classes.difference}>
      <span>
        <strong>{name}</strong>
        <span className={classes.quiet}>
          {' · '}
          {t(`change.${change}`)}
          {' · '}
          {side === 'LOCAL' ? t('conflict.ours') : product}
        </span>
      </span>
      {change === 'UPDATE' && changed.map((each) => <FieldChange key={each.field} change={each} />)}
    </li>
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
