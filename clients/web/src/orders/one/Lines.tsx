import { Button, Group, Text } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { showDone } from '../../look/notify.tsx';
import { formatMoney } from '../../money/money.ts';
import { useMay } from '../../session/viewer.tsx';
import type { Order, OrderLineOnPage } from '../orders.ts';
import { CompLineDocument, DiscountLineDocument, VoidLineDocument } from '../write-order.ts';
import { DiscountForm } from './DiscountForm.tsx';
import classes from './Lines.module.css';
import { mayChange } from './may-change.ts';
import { ReasonForm } from './ReasonForm.tsx';

interface LinesProps {
  order: Order;
  names: ReadonlyMap<string, string>;
  locale: string;
}

type Deed = 'void' | 'comp' | 'discount';

/** What is on an order, also what was taken off again. */
export function Lines({ order, names, locale }: LinesProps) {
  const { t } = useTranslation();
  if (order.lines.length === 0) return <Text c="var(--quiet)">{t('orders.noLines')}</Text>;
  return (
    <ul className={classes.lines} aria-label={t('orders.lines')}>
      {order.lines.map((line) => (
        <Line key={line.id} order={order} line={line} name={names.get(line.id) ?? ''} locale={locale} />
      ))}
    </ul>
  );
}

function Line({ order, line, name, locale }: { order: Order; line: OrderLineOnPage; name: string; locale: string }) {
  const { t } = useTranslation();
  const [deed, setDeed] = useState<Deed>();
  const may = { void: useMay('order:void'), comp: useMay('order:comp'), discount: useMay('order:comp') };
  const { id, quantity, options, gross, amount, seat, course, note, voidedAt, voidReason } = line;
  const facts = [
    seat !== null && t('orders.seat', { seat }),
    course !== null && t('orders.course', { course }),
    note,
    voidedAt && t('orders.lineVoided', { reason: voidReason ?? '' }),
  ].filter(Boolean);
  const deeds = (['comp', 'discount', 'void'] as const).filter((each) => may[each]);
  const isOpen = !voidedAt && mayChange(order);
  const done = (said: string) => {
    setDeed(undefined);
    showDone(said);
  };
  return (
    <li data-void={voidedAt !== null || undefined}>
      <div className={classes.line}>
        <span className={classes.name}>{`${quantity} × ${name}`}</span>
        <span className={classes.sum}>
          {gross.amount !== amount.amount && !voidedAt && <s>{formatMoney(gross, locale)}</s>}{' '}
          {formatMoney(voidedAt ? gross : amount, locale)}
        </span>
      </div>
      {options.map((option) => (
        <div key={option.optionId} className={classes.option}>
          <span>{option.quantity === 1 ? option.name : `${option.quantity} × ${option.name}`}</span>
          {option.price.amount !== 0 && <span>{formatMoney(option.price, locale)}</span>}
        </div>
      ))}
      {facts.length > 0 && <div className={classes.facts}>{facts.join(' · ')}</div>}
      {isOpen && deeds.length > 0 && (
        <Group gap={4}>
          {deeds.map((each) => (
            <Button
              key={each}
              variant="subtle"
              size="compact-sm"
              color={each === 'void' ? 'red' : undefined}
              aria-expanded={deed === each}
              aria-label={t(`orders.${each}Of`, { name })}
              onClick={() => setDeed(deed === each ? undefined : each)}
            >
              {t(`orders.${each}`)}
            </Button>
          ))}
        </Group>
      )}
      {isOpen && deed === 'discount' && (
        <DiscountForm
          id={id}
          document={DiscountLineDocument}
          currency={amount.currency}
          label={t('orders.discountOf', { name })}
          onDone={() => done(t('orders.discounted', { name }))}
        />
      )}
      {isOpen && deed === 'comp' && (
        <ReasonForm
          id={id}
          document={CompLineDocument}
          label={t('orders.compOf', { name })}
          action={t('orders.comp')}
          onDone={() => done(t('orders.comped', { name }))}
        />
      )}
      {isOpen && deed === 'void' && (
        <ReasonForm
          id={id}
          document={VoidLineDocument}
          label={t('orders.voidOf', { name })}
          action={t('orders.void')}
          onDone={() => done(t('orders.voided', { name }))}
        />
      )}
    </li>
  );
}
