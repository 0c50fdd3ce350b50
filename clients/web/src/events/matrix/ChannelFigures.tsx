import { Group, Text, Title } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { durationText } from '../../look/duration.ts';
import { Fact, Facts } from '../../look/Facts.tsx';
import type { Channel } from '../events.ts';
import { useFigures } from '../figures.ts';
import { shareText } from '../share-text.ts';
import { successOf } from '../success.ts';
import { WindowChoice } from '../WindowChoice.tsx';
import { Bars } from './Bars.tsx';

/** How many deliveries of a channel succeeded over a while, and how long they took. */
export function ChannelFigures({ channel: { source, target } }: { channel: Channel }) {
  const { t, i18n } = useTranslation();
  const { figures, ...choice } = useFigures();
  const own = figures.filter((each) => each.source === source && each.target === target);
  const { done, failed, share } = successOf(own);
  const latency = own[0]?.latency;
  const text = (ms: number | null | undefined) => (ms == null ? '–' : durationText(ms, i18n.language));
  return (
    <section>
      <Group justify="space-between" mb="sm">
        <Title order={3} size="h5">
          {t('events.latency')}
        </Title>
        <WindowChoice {...choice} />
      </Group>
      <Facts>
        <Fact name={t('bus.successRate')}>
          {share === undefined
            ? t('events.nothingEnded')
            : `${shareText(share, i18n.language)} (${t('events.lastHour', { done, failed })})`}
        </Fact>
      </Facts>
      <Text size="sm" c="var(--quiet)" my="sm">
        {t('events.latencyHint')}
      </Text>
      {!latency || latency.histogram.length === 0 ? (
        <Text size="sm">{t('events.noLatency')}</Text>
      ) : (
        <>
          <Text size="sm" mb="sm">
            p50 {text(latency.p50)} · p95 {text(latency.p95)} · p99 {text(latency.p99)}
          </Text>
          <Bars
            label={t('events.latency')}
            first={t('events.upTo')}
            bars={latency.histogram.map(({ upToMs, count }) => ({ label: text(upToMs), count }))}
          />
        </>
      )}
    </section>
  );
}
