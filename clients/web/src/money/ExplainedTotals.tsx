import { useTranslation } from 'react-i18next';
import classes from './ExplainedTotals.module.css';
import { stepsTo, stepsToTax, type TotalStep } from './explain.ts';
import { formatMoney, type Money } from './money.ts';
import { type Explained, WhyThisCent } from './WhyThisCent.tsx';

type Total = 'subtotal' | 'discount' | 'serviceCharge' | 'total' | 'tip' | 'paid' | 'refunded' | 'due';

export interface ToExplain {
  totals: Record<Total, Money>;
  taxes: readonly { name: string; inclusive: boolean; amount: Money; taxed: Money }[];
  explain: readonly TotalStep[];
}

/** What an order comes to; each total opens into its steps. */
export function ExplainedTotals({ order, ...how }: Explained & { order: ToExplain }) {
  const { t } = useTranslation();
  const { totals, taxes, explain } = order;
  const chargeNames = explain.flatMap(({ step, of, rule }) =>
    step === 'SERVICE_CHARGE' && of ? [[of, rule ?? ''] as const] : [],
  );
  const explained = { ...how, names: new Map([...how.names, ...chargeNames]) };
  const row = (total: Total, steps: readonly TotalStep[] = []) => (
    <Row
      key={total}
      name={t(`total.${total}`)}
      amount={totals[total]}
      isMain={total === 'total'}
      {...explained}
      steps={steps}
    />
  );
  const unlessZero = (total: Total, steps?: readonly TotalStep[]) => totals[total].amount !== 0 && row(total, steps);
  return (
    <ul className={classes.totals} aria-label={t('total.title')}>
      {unlessZero('discount', stepsTo('discount', explain))}
      {row('subtotal', stepsTo('subtotal', explain))}
      {unlessZero('serviceCharge', stepsTo('serviceCharge', explain))}
      {taxes.map(({ name, inclusive, amount, taxed }) => (
        <Row
          key={name}
          name={name}
          hint={t(inclusive ? 'total.taxIn' : 'total.taxOf', { sum: formatMoney(taxed, how.locale) })}
          amount={amount}
          {...explained}
          steps={stepsToTax(name, explain)}
        />
      ))}
      {row('total', stepsTo('total', explain))}
      {unlessZero('tip')}
      {unlessZero('paid')}
      {unlessZero('refunded')}
      {row('due')}
    </ul>
  );
}

function Row({
  name,
  hint,
  amount,
  isMain,
  steps,
  ...how
}: Explained & { name: string; hint?: string; amount: Money; isMain?: boolean; steps: readonly TotalStep[] }) {
  return (
    <li data-main={isMain || undefined}>
      <div className={classes.row}>
        <span>
          {name}
          {hint && <span className={classes.hint}> {hint}</span>}
        </span>
        <span className={classes.amount}>{formatMoney(amount, how.locale)}</span>
      </div>
      <WhyThisCent label={name} steps={steps} {...how} />
    </li>
  );
}
