import { Text, Title } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { numberFormat } from '../words/formats.ts';
import classes from './Split.module.css';
import type { CheckPreview } from './use-split-preview.ts';

interface CheckPreviewsProps {
  count: number;
  /** Undefined until the server has reckoned them. */
  checks: readonly CheckPreview[] | undefined;
  titleAt: (at: number) => string;
  /** What the lines are called; without, only the amounts are shown. */
  names: ReadonlyMap<string, string> | undefined;
  money: (amount: number) => string;
}

/** What each check would come to. */
export function CheckPreviews({ count, checks, titleAt, names, money }: CheckPreviewsProps) {
  return (
    <div className={classes.checks} aria-busy={!checks}>
      {Array.from({ length: count }, (_, at) => (
        <section
          // biome-ignore lint/suspicious/noArrayIndexKey: a check is its place
          key={at}
          className={classes.check}
          aria-label={titleAt(at)}
        >
          <Title order={3}>{titleAt(at)}</Title>
          <Text fw={600} className={classes.total}>
            {checks?.[at] ? money(checks[at].total.amount) : '…'}
          </Text>
          {names && checks?.[at] && <Lines check={checks[at]} names={names} money={money} />}
        </section>
      ))}
    </div>
  );
}

type LinesProps = { check: CheckPreview; names: ReadonlyMap<string, string> } & Pick<CheckPreviewsProps, 'money'>;

function Lines({ check: { lines, serviceCharge, tax }, names, money }: LinesProps) {
  const { t, i18n } = useTranslation();
  const number = numberFormat(i18n.language, { maximumFractionDigits: 3 });
  const more = [
    { name: t('total.serviceCharge'), amount: serviceCharge.amount },
    { name: t('split.tax'), amount: tax.amount },
  ].filter(({ amount }) => amount > 0);
  return (
    <ul className={classes.lines}>
      {lines.map(({ lineId, quantity, amount }) => (
        <li key={lineId} className={classes.line}>
          <span>
            {number.format(Number(quantity))} × {names.get(lineId)}
          </span>
          <span>{money(amount.amount)}</span>
        </li>
      ))}
      {more.map(({ name, amount }) => (
        <li key={name} className={classes.line}>
          <span>{name}</span>
          <span>{money(amount)}</span>
        </li>
      ))}
    </ul>
  );
}
