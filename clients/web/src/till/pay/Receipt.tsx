import { Button, Group, Text } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { useTranslation } from 'react-i18next';
import { useStation } from '../../station/use-station.ts';
import { dateFormat } from '../../words/formats.ts';
import { Sheet } from '../Sheet.tsx';
import type { ShownOrder } from '../shown/shown-orders.ts';
import { useTill } from '../use-till.ts';
import classes from './Receipt.module.css';
import { WhyThisCent } from './WhyThisCent.tsx';

/** What the guests are given: head of the location, lines, taxes, what was paid and how; each total opens into its steps. */
export function Receipt({ order, onClose }: { order: ShownOrder; onClose: () => void }) {
  const { t, i18n } = useTranslation();
  const { location } = useStation();
  const { money, name } = useTill();
  const [isWhy, why] = useDisclosure();
  const { known } = order;
  const payments = (known?.payments ?? []).filter(({ status }) => status !== 'CANCELED');
  const moment = dateFormat(i18n.language, { dateStyle: 'medium', timeStyle: 'short', timeZone: location.timeZone });
  const head =
    location.receiptHead.length > 0 ? location.receiptHead : [location.name, location.address, location.city];
  return (
    <Sheet title={t('till.receipt')} onClose={onClose}>
      <article className={classes.receipt}>
        {head.map((line) => (
          <p key={line} className={classes.head}>
            {line}
          </p>
        ))}
        <p className={classes.head}>
          {order.number === undefined ? t('till.unnumbered') : t('till.order', { order: order.number })}
          {known && ` · ${moment.format(new Date(known.openedAt))}`}
        </p>
        <dl className={classes.rows}>
          {order.lines
            .filter(({ isVoid }) => !isVoid)
            .map((line) => (
              <Row
                key={line.id}
                label={[
                  `${Number(line.quantity)} × ${name(line.names)}`,
                  ...line.options.map((option) => name(option.names)),
                ].join(', ')}
                amount={money(line.amount)}
              />
            ))}
          {known && <Totals known={known} />}
          <Row isSum label={t('till.total.total')} amount={(order.isExact ? '' : '≈ ') + money(order.total)} />
          {payments.map(({ id, tender, kind, reference, tendered, change, tip, amount }) => (
            <Row
              key={id}
              label={[
                kind ? t(`till.external.${kind}`) : t(`till.tender.${tender}`),
                reference,
                tip.amount > 0 && t('till.withTip', { sum: money(tip.amount) }),
                change.amount > 0 && t('till.changeIs', { sum: money(change.amount) }),
              ]
                .filter(Boolean)
                .join(' · ')}
              amount={money(tender === 'CASH' ? tendered.amount : amount.amount)}
            />
          ))}
          {known && known.totals.refunded.amount > 0 && (
            <Row label={t('till.total.refunded')} amount={money(-known.totals.refunded.amount)} />
          )}
          {order.due > 0 && <Row label={t('till.total.due')} amount={money(order.due)} />}
        </dl>
      </article>
      {!order.isExact && <Text c="var(--attention)">{t('till.notReckoned')}</Text>}
      <Group grow>
        <Button size="lg" variant="default" onClick={() => print()}>
          {t('till.print')}
        </Button>
        <Button size="lg" variant="default" aria-expanded={isWhy} onClick={why.toggle}>
          {t('till.whyThisCent')}
        </Button>
      </Group>
      {isWhy && <WhyThisCent order={order} />}
    </Sheet>
  );
}

function Totals({ known: { totals, taxes } }: { known: NonNullable<ShownOrder['known']> }) {
  const { t } = useTranslation();
  const { money } = useTill();
  const rows = [
    ['discount', -totals.discount.amount],
    ['subtotal', totals.subtotal.amount],
    ['serviceCharge', totals.serviceCharge.amount],
  ] as const;
  return (
    <>
      {rows.map(([row, amount]) =>
        amount ? <Row key={row} label={t(`till.total.${row}`)} amount={money(amount)} /> : null,
      )}
      {taxes.map(({ ruleId, name, inclusive, amount }) => (
        <Row key={ruleId} label={inclusive ? t('till.included', { name }) : name} amount={money(amount.amount)} />
      ))}
    </>
  );
}

function Row({ label, amount, isSum }: { label: string; amount: string; isSum?: boolean }) {
  return (
    <>
      <dt className={isSum ? classes.sum : undefined}>{label}</dt>
      <dd className={isSum ? classes.sum : undefined}>{amount}</dd>
    </>
  );
}
