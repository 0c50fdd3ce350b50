import { Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useNames } from '../log/use-names.ts';
import { dateFormat } from '../words/formats.ts';
import type { CashSession, ZReport } from './cash.ts';
import { OverShort } from './OverShort.tsx';
import classes from './Paper.module.css';
import { CashSum, OtherSums } from './Sums.tsx';
import { useDayText } from './use-day-text.ts';
import { useMoney } from './use-money.ts';

/** A Z report: how the count came out, and why, line by line. */
export function ZPaper({ session, report: z }: { session: CashSession; report: ZReport }) {
  const { t, i18n } = useTranslation();
  const money = useMoney();
  const dayText = useDayText();
  const nameOf = useNames();
  const { location, name } = session.drawer;
  const moment = (at: string) =>
    dateFormat(i18n.language, { dateStyle: 'short', timeStyle: 'short', timeZone: location.timeZone }).format(
      new Date(at),
    );
  const { amount, currency } = z.overShort;
  const off = { amount: Math.abs(amount), currency };
  const which = amount < 0 ? 'whyShort' : 'whyOver';
  return (
    <article className={classes.paper} aria-label={t('cash.zReport')}>
      <div className={classes.head}>
        <h3>{location.name}</h3>
        {location.receiptHead.map((line) => (
          <p key={line}>{line}</p>
        ))}
        <Text component="p" size="sm">
          {t('cash.zOf', { name, number: z.number })} · {dayText(z.businessDate)}
        </Text>
        <Text component="p" size="sm">
          {t('cash.fromTo', { from: moment(session.openedAt), to: moment(z.closedAt) })}
        </Text>
        {session.openedBy && (
          <Text component="p" size="sm">
            {t('cash.openedBy', { name: nameOf(session.openedBy) })}
          </Text>
        )}
        {z.closedBy && (
          <Text component="p" size="sm">
            {t('cash.closedBy', { name: nameOf(z.closedBy) })}
          </Text>
        )}
      </div>
      <OverShort difference={z.overShort} />
      <Text size="sm" mt="sm">
        {t(`cash.${amount === 0 ? 'whyExact' : which}`, {
          ...{ expected: money(z.expected), counted: money(z.counted), amount: money(off) },
        })}
      </Text>
      {z.report.openingDifference && z.report.openingDifference.amount !== 0 && (
        <Text size="sm" mt="sm">
          {t('cash.openingDifference', { amount: money(z.report.openingDifference) })}
        </Text>
      )}
      <CashSum report={z.report} counted={z.counted} {...(amount !== 0 && { overShort: z.overShort })} />
      <OtherSums report={z.report} />
      {z.despite && (
        <Text size="sm" mt="md">
          {t('cash.closedDespite', { reason: z.despite })}{' '}
          {z.waiting.map((till) => t('cash.notArrived', { till: till.name, count: till.waiting })).join(' ')}
        </Text>
      )}
    </article>
  );
}
