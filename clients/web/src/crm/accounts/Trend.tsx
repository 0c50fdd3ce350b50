import '@mantine/charts/styles.css';
import { AreaChart } from '@mantine/charts';
import { useDeferredValue } from 'react';
import { useTranslation } from 'react-i18next';
import figure from '../../events/matrix/Figure.module.css';
import { dateFormat } from '../../words/formats.ts';
import type { WholeAccount } from './accounts.ts';

const CHART_PX = 140;

/** The health of each day as a line, and as a list for who does not see it. */
export function Trend({ days }: { days: WholeAccount['trend'] }) {
  const { t, i18n } = useTranslation();
  // What is wrong first: to draw takes longer than all the rest of the page.
  const isDrawn = useDeferredValue(true, false);
  const dayOf = dateFormat(i18n.language, { day: 'numeric', month: 'short', timeZone: 'UTC' });
  const label = t('accounts.trend');
  const name = t('accounts.sorts.HEALTH');
  const points = days.map(({ date, health }) => ({ day: dayOf.format(new Date(date)), health }));
  return (
    <figure className={figure.figure} aria-label={label}>
      <div aria-hidden="true" style={{ blockSize: CHART_PX }}>
        {isDrawn && (
          <AreaChart
            h={CHART_PX}
            data={points}
            dataKey="day"
            series={[{ name: 'health', label: name, color: 'moss.7' }]}
            curveType="step"
            gridAxis="none"
            withDots={days.length <= 7}
            tooltipAnimationDuration={0}
            yAxisProps={{ domain: [0, 100], width: 44, tickCount: 3 }}
            xAxisProps={{ interval: 'preserveStartEnd', minTickGap: 24 }}
            areaProps={{ isAnimationActive: false }}
            areaChartProps={{ accessibilityLayer: false, margin: { top: 8, right: 24 } }}
          />
        )}
      </div>
      <details>
        <summary>{t('accounts.byDay')}</summary>
        <ul>
          {points.toReversed().map(({ day, health }) => (
            <li key={day}>
              {day}: {health}
            </li>
          ))}
        </ul>
      </details>
    </figure>
  );
}
