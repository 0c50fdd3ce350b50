import { Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { Run, Step } from './runs.ts';
import classes from './SyncPanel.module.css';
import type { Product } from './sync.ts';
import { counts } from './totals.ts';

/** What each step of a run did, or in a preview would do. */
export function StepList({ run, product }: { run: Run; product: Product }) {
  const { t } = useTranslation();
  const name = t(`product.${product}`);
  const isPreview = run.mode === 'PREVIEW';
  if (run.steps.length === 0) {
    return run.status === 'SUCCESS' ? (
      <Text size="sm" c="var(--quiet)">
        {t('step.nothing')}
      </Text>
    ) : null;
  }
  return (
    <ol className={classes.steps}>
      {run.steps.map((step) => (
        <li key={step.name} className={classes.step}>
          <span>{t(`stepName.${step.name}`, { product: name })}</span>
          <span className={classes.counts} data-failed={step.failed > 0 || undefined}>
            {summaryOf(step, isPreview)}
          </span>
        </li>
      ))}
    </ol>
  );

  function summaryOf(step: Step, isForeseen: boolean): string {
    const told = counts.filter((count) => step[count] > 0);
    if (told.length === 0) return t(isForeseen ? 'step.wouldStay' : 'step.seen', { number: step.seen });
    return told.map((count) => t(`step.${count}`, { number: step[count] })).join(' · ');
  }
}
