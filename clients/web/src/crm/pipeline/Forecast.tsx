import { Table } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useLiveQuery } from '../../graph/use-live-query.ts';
import { Empty } from '../../look/Empty.tsx';
import { Trouble } from '../../look/Trouble.tsx';
import { Waiting } from '../../look/Waiting.tsx';
import { formatMoney, localeOf } from '../../money/money.ts';
import { useTenant } from '../../session/viewer.tsx';
import { dateFormat } from '../../words/formats.ts';
import { ForecastDocument, type Pipeline } from './opportunities.ts';

/** What is open by the month in which it is expected, whole and as likely as its stage says. */
export function Forecast({ pipeline }: { pipeline: Pipeline }) {
  const { t, i18n } = useTranslation();
  const locale = localeOf(useTenant());
  const asked = useLiveQuery({ query: ForecastDocument, variables: { pipeline: pipeline.id } });
  const months = asked.data?.viewer?.tenant?.forecast;
  const nameOf = (month: string | null) =>
    month === null
      ? t('pipeline.noMonth')
      : dateFormat(i18n.language, { month: 'long', year: 'numeric', timeZone: 'UTC' }).format(new Date(`${month}-01`));
  if (asked.problem && !months) return <Trouble problem={asked.problem} onRetry={asked.askAgain} />;
  if (!months) return <Waiting />;
  if (months.length === 0)
    return <Empty icon="board" title={t('pipeline.noForecastTitle')} text={t('pipeline.noForecastText')} />;
  return (
    <Table.ScrollContainer minWidth={340}>
      <Table>
        <Table.Thead>
          <Table.Tr>
            <Table.Th>{t('pipeline.month')}</Table.Th>
            <Table.Th ta="end">{t('pipeline.count')}</Table.Th>
            <Table.Th ta="end">{t('pipeline.sum')}</Table.Th>
            <Table.Th ta="end">{t('pipeline.weighted')}</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody style={{ fontVariantNumeric: 'tabular-nums' }}>
          {months.map(({ month, count, sum, weighted }) => (
            <Table.Tr key={`${month} ${sum.currency}`}>
              <Table.Th scope="row">{nameOf(month)}</Table.Th>
              <Table.Td ta="end">{count}</Table.Td>
              <Table.Td ta="end">{formatMoney(sum, locale)}</Table.Td>
              <Table.Td ta="end">{formatMoney(weighted, locale)}</Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </Table.ScrollContainer>
  );
}
