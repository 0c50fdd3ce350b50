import { useTranslation } from 'react-i18next';
import type { Money } from '../money/money.ts';
import type { Report } from './cash.ts';
import classes from './Sums.module.css';
import { useMoney } from './use-money.ts';
import type { words } from './words/en.ts';

interface Line {
  key: string;
  name: string;
  amount: Money;
  isResult?: boolean;
}

/** Amounts below each other, with what they come to. */
export function Lines({ title, lines }: { title: string; lines: readonly Line[] }) {
  const money = useMoney();
  if (lines.length === 0) return null;
  return (
    <table className={classes.sums}>
      <caption>{title}</caption>
      <tbody>
        {lines.map(({ key, name, amount, isResult }) => (
          <tr key={key} className={isResult ? classes.result : undefined}>
            <th scope="row">{name}</th>
            <td>{money(amount)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

const minus = ({ amount, currency }: Money): Money => ({ amount: amount === 0 ? 0 : -amount, currency });

type SumKey = keyof (typeof words)['cash']['sum'];

/** How the cash that should be in a drawer comes about, line by line; after a count also how that came out. */
export function CashSum({ report, counted, overShort }: { report: Report; counted?: Money; overShort?: Money }) {
  const { t } = useTranslation();
  const parts: [SumKey, Money][] = [
    ['cashPayments', report.cashPayments],
    ['cashTips', report.cashTips],
    ['paidIn', report.paidIn],
    ['cashRefunds', minus(report.cashRefunds)],
    ['paidOut', minus(report.paidOut)],
    ['drops', minus(report.drops)],
    ['tipsOut', minus(report.tipsOut)],
  ];
  const lineOf = (key: SumKey, amount: Money): Line => ({ key, amount, name: t(`cash.sum.${key}`) });
  const difference = overShort && lineOf(overShort.amount < 0 ? 'short' : 'over', overShort);
  return (
    <Lines
      title={t('cash.inDrawer')}
      lines={[
        lineOf('float', report.float),
        ...parts.filter(([, { amount }]) => amount !== 0).map(([key, amount]) => lineOf(key, amount)),
        { ...lineOf('expected', report.expected), isResult: true },
        ...(counted ? [lineOf('counted', counted)] : []),
        ...(difference ? [{ ...difference, isResult: true }] : []),
      ]}
    />
  );
}

/** What else a report says: by tender, tax, refunds, comps and voids. */
export function OtherSums({ report }: { report: Report }) {
  const { t } = useTranslation();
  const tenders = (of: Report['tenders'], sign: (money: Money) => Money) =>
    of.flatMap(({ tender, kind, count, amount, tip }) => {
      const key = `${tender} ${kind ?? ''}`;
      const name = t(`cash.tender.${kind ?? tender}`);
      return [
        { key, name: t('cash.times', { name, count }), amount: sign(amount) },
        ...(tip.amount === 0 ? [] : [{ key: `${key} tip`, name: t('cash.tipsOf', { name }), amount: sign(tip) }]),
      ];
    });
  const taxes = (of: Report['taxes'], sign: (money: Money) => Money) =>
    of.map(({ ruleId, name, rate, amount }) => ({
      ...{ key: `${ruleId} ${rate}`, name: `${name} ${t('cash.percent', { rate: percentOf(rate) })}` },
      amount: sign(amount),
    }));
  const same = (money: Money) => money;
  return (
    <>
      <Lines title={t('cash.byTender')} lines={tenders(report.tenders, same)} />
      <Lines title={t('cash.byTax')} lines={taxes(report.taxes, same)} />
      <Lines
        title={t('cash.refunds', { count: report.refunds.count })}
        lines={[...tenders(report.refundTenders, minus), ...taxes(report.refundTaxes, minus)]}
      />
      <Lines
        title={t('cash.notPaid')}
        lines={(['comps', 'voids'] as const)
          .filter((key) => report[key].count > 0)
          .map((key) => ({ key, name: t(`cash.${key}`, { count: report[key].count }), amount: report[key].amount }))}
      />
    </>
  );
}

/** A rate as a percentage, to the last digit: 0.095 is 9.5. */
function percentOf(rate: string): string {
  return String(Number((Number(rate) * 100).toFixed(6)));
}
