import { numberFormat } from '../../words/formats.ts';
import '@mantine/charts/styles.css';
import { BarChart } from '@mantine/charts';
import { Table } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import classes from './Figure.module.css';

export interface Bar {
  label: string;
  count: number;
}

/** Parts of a whole as bars, and the same as a table for who wants the numbers. */
export function Bars({
  label,
  first,
  bars,
  height = 180,
}: {
  label: string;
  /** The word above the labels. */
  first: string;
  bars: readonly Bar[];
  height?: number;
}) {
  const { t, i18n } = useTranslation();
  const figure = numberFormat(i18n.language);
  return (
    <figure className={classes.figure} aria-label={label}>
      <div aria-hidden="true">
        <BarChart
          h={height}
          data={[...bars]}
          dataKey="label"
          series={[{ name: 'count', label: t('events.deliveries'), color: 'moss.7' }]}
          valueFormatter={(value) => figure.format(value)}
          gridAxis="none"
          withBarValueLabel
          withYAxis={false}
          tooltipAnimationDuration={0}
          barProps={{ isAnimationActive: false }}
          barChartProps={{ accessibilityLayer: false, margin: { top: 20 } }}
        />
      </div>
      <details>
        <summary>{t('events.asTable')}</summary>
        <Table>
          <Table.Thead>
            <Table.Tr>
              <Table.Th>{first}</Table.Th>
              <Table.Th ta="end">{t('events.deliveries')}</Table.Th>
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {bars.map((bar) => (
              <Table.Tr key={bar.label}>
                <Table.Td>{bar.label}</Table.Td>
                <Table.Td ta="end">{figure.format(bar.count)}</Table.Td>
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      </details>
    </figure>
  );
}
