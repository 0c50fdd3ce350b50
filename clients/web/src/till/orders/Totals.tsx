import { useTranslation } from 'react-i18next';
import type { ShownOrder } from '../shown/shown-orders.ts';
import { useTill } from '../use-till.ts';
import classes from './OrderPanel.module.css';

interface TotalsProps {
  order: ShownOrder | undefined;
  /** What is not sent yet comes to, by the menu. */
  more: number;
}

/** What an order comes to. What the server has not reckoned is marked: it comes of the prices of the menu. */
export function Totals({ order, more }: TotalsProps) {
  const { t } = useTranslation();
  const { money } = useTill();
  const isExact = (order?.isExact ?? false) && more === 0;
  const { discount, tax, serviceCharge, paid } = order?.known?.totals ?? {};
  const total = (order?.total ?? 0) + more;
  const rows = [
    ['discount', discount && -discount.amount],
    ['serviceCharge', serviceCharge?.amount],
    ['tax', tax?.amount],
    ['paid', paid && -paid.amount],
  ] as const;
  return (
    <dl className={classes.totals}>
      {rows.map(([row, amount]) =>
        amount ? <Row key={row} label={t(`till.total.${row}`)} amount={money(amount)} /> : null,
      )}
      <dt className={classes.sum}>{t('till.total.total')}</dt>
      <dd className={classes.sum} data-total>
        {(isExact || total === 0 ? '' : '≈ ') + money(total)}
      </dd>
    </dl>
  );
}

function Row({ label, amount }: { label: string; amount: string }) {
  return (
    <>
      <dt>{label}</dt>
      <dd>{amount}</dd>
    </>
  );
}
