import { useTranslation } from 'react-i18next';
import { exactText, factorText, isWhole, type TotalStep } from './explain.ts';
import { formatMoney } from './money.ts';
import classes from './WhyThisCent.module.css';

export interface Explained {
  /** What the lines are called, by their ids. */
  names: ReadonlyMap<string, string>;
  currency: string;
  /** In which amounts are written. */
  locale: string;
}

/** A total, opened into the steps that lead to it: what went in, what came out exactly, and what that was rounded to. */
export function WhyThisCent({ label, steps, ...how }: Explained & { label: string; steps: readonly TotalStep[] }) {
  const { t } = useTranslation();
  if (steps.length === 0) return null;
  return (
    <details className={classes.why}>
      <summary aria-label={t('why.of', { what: label })}>{t('why.title')}</summary>
      <ol className={classes.steps}>
        {steps.map((step, place) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: the steps are taken in this order, and two may be alike
          <Step key={place} step={step} {...how} />
        ))}
      </ol>
    </details>
  );
}

function Step({ step, names, currency, locale }: Explained & { step: TotalStep }) {
  const { t } = useTranslation();
  const money = (amount: number) => formatMoney({ amount, currency }, locale);
  const rule = step.rule ?? '';
  const name = (step.of && names.get(step.of)) || rule;
  const how = step.step === 'LINE_GROSS' ? 'quantity' : 'part';
  const factor = step.factor && ` × ${factorText(step.factor, locale, how)}`;
  return (
    <li data-share={step.step.endsWith('SHARE') || undefined}>
      <span>{t(`why.step.${step.step}` as 'why.step.TAX', { name, rule, input: money(step.input) })}</span>
      <span className={classes.sum}>
        {factor && `${money(step.input)}${factor} = `}
        {!isWhole(step) && `${exactText(step.exact, currency, locale)} → `}
        <strong>{money(step.rounded)}</strong>
      </span>
    </li>
  );
}
