import { Title } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { StateMark } from '../../look/StateMark.tsx';
import { formatMoney } from '../../money/money.ts';
import { useMay } from '../../session/viewer.tsx';
import type { Order } from '../orders.ts';
import classes from './Lines.module.css';
import { Promised } from './Promised.tsx';
import { statusState } from './payment-state.ts';

interface PaymentsProps {
  order: Order;
  names: ReadonlyMap<string, string>;
  locale: string;
  nameOf: (personId: string) => string;
}

/** What was paid and given back. */
export function Payments({ order, names, locale, nameOf }: PaymentsProps) {
  const { t } = useTranslation();
  const mayTake = useMay('payment:take');
  const { payments, refunds } = order;
  return (
    <section>
      <Title order={3} mb="xs">
        {t('orders.payments')}
      </Title>
      <ul className={classes.lines} aria-label={t('orders.payments')}>
        {payments.map(({ id, tender, kind, reference, status, amount, tip, tendered, change, personId }) => (
          <li key={id}>
            <div className={classes.line}>
              <span className={classes.name}>{t(`orders.paidBy.${kind ?? tender}`)}</span>
              <span className={classes.sum}>{formatMoney(amount, locale)}</span>
            </div>
            <div className={classes.facts}>
              {[
                reference,
                tip.amount > 0 && t('orders.withTip', { sum: formatMoney(tip, locale) }),
                tender === 'CASH' &&
                  t('orders.handedOver', { sum: formatMoney(tendered, locale), change: formatMoney(change, locale) }),
                personId && nameOf(personId),
              ]
                .filter(Boolean)
                .join(' · ')}
            </div>
            {status !== 'CAPTURED' && <StateMark state={statusState[status]} word={t(`orders.payment.${status}`)} />}
            {status === 'AUTHORISED' && mayTake && (
              <Promised id={id} sum={formatMoney({ ...amount, amount: amount.amount + tip.amount }, locale)} />
            )}
          </li>
        ))}
        {refunds.map(({ id, reason, amount, tip, lines, personId }) => (
          <li key={id}>
            <div className={classes.line}>
              <span className={classes.name}>{t('orders.refunded')}</span>
              <span className={classes.sum}>
                {formatMoney({ ...amount, amount: -amount.amount - tip.amount }, locale)}
              </span>
            </div>
            {lines.map(({ lineId, quantity, tax, total }) => (
              <div key={lineId} className={classes.option}>
                <span>{quantity === '0' ? names.get(lineId) : `${quantity} × ${names.get(lineId)}`}</span>
                <span>
                  {t('orders.refundedLine', { sum: formatMoney(total, locale), tax: formatMoney(tax, locale) })}
                </span>
              </div>
            ))}
            <div className={classes.facts}>{[reason, personId && nameOf(personId)].filter(Boolean).join(' · ')}</div>
          </li>
        ))}
      </ul>
    </section>
  );
}
