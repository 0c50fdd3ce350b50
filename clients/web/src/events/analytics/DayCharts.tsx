import { dateFormat } from '../../words/formats.ts';
import '@mantine/charts/styles.css';
import { LineChart } from '@mantine/charts';
import { useDeferredValue } from 'react';
import { useTranslation } from 'react-i18next';
import figureClasses from '../matrix/Figure.module.css';
import classes from './Analysis.module.css';
import { type Analytics, type Counts, sumOf } from './analytics.ts';
import { CountTable, useFigure } from './CountTable.tsx';

const series = {
  published: ({ published }: Counts) => published,
  acknowledged: ({ acknowledged }: Counts) => acknowledged,
  lost: ({ failed, timeout }: Counts) => failed + timeout,
};
const CHART_PX = 140;
const names = ['published', 'acknowledged', 'lost'] as const;

/** A line for each of the counts with what it comes to, and the days as a table for who wants the numbers. */
export function DayCharts({ days }: { days: Analytics['days'] }) {
  const { t, i18n } = useTranslation();
  const figure = useFigure();
  // The figures first: to draw takes longer than all the rest of the page.
  const isDrawn = useDeferredValue(true, false);
  const total = sumOf(days);
  const dayOf = dateFormat(i18n.language, { day: 'numeric', month: 'short', timeZone: 'UTC' });
  const nameOf = (name: (typeof names)[number]) =>
    name === 'lost' ? t('analytics.failedOrLate') : t(`analytics.${name}`);
  return (
    <figure className={figureClasses.figure} aria-label={t('analytics.byDay')}>
      <div className={classes.charts}>
        {names.map((name) => (
          <div key={name} className={classes.chart}>
            <span className={classes.quiet}>{nameOf(name)}</span>
            <strong className={classes.total} data-total={name}>
              {figure.format(series[name](total))}
            </strong>
            <div aria-hidden="true" style={{ blockSize: CHART_PX }}>
              {isDrawn && (
                <LineChart
                  h={CHART_PX}
                  data={days.map((counts) => ({
                    day: dayOf.format(new Date(counts.day)),
                    [name]: series[name](counts),
                  }))}
                  dataKey="day"
                  series={[{ name, label: nameOf(name), color: 'moss.7' }]}
                  valueFormatter={(value) => figure.format(value)}
                  curveType="linear"
                  gridAxis="none"
                  withDots={days.length <= 7}
                  tooltipAnimationDuration={0}
                  yAxisProps={{ allowDecimals: false, width: 44, tickCount: 3 }}
                  xAxisProps={{ interval: 'preserveStartEnd', minTickGap: 24 }}
                  lineProps={{ isAnimationActive: false }}
                  lineChartProps={{ accessibilityLayer: false, margin: { top: 8, right: 24 } }}
                />
              )}
            </div>
          </div>
        ))}
      </div>
      <details>
        <summary>{t('events.asTable')}</summary>
        <CountTable
          label={t('analytics.byDay')}
          first={t('analytics.day')}
          rows={days.map((counts) => ({ key: counts.day, name: dayOf.format(new Date(counts.day)), counts }))}
        />
      </details>
    </figure>
  );
}
