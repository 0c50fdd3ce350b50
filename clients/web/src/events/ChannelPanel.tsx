import { Anchor, Group, Stack, Text, Title } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Link, useNavigate, useParams } from 'react-router';
import { Age } from '../look/Age.tsx';
import { durationText } from '../look/duration.ts';
import { Empty } from '../look/Empty.tsx';
import { Panel } from '../look/Panel.tsx';
import { StateMark } from '../look/StateMark.tsx';
import { useTenant } from '../session/viewer.tsx';
import { Bars } from './Bars.tsx';
import { ChannelActions } from './ChannelActions.tsx';
import { breakerStates, channelStates, shareText } from './channel-state.ts';
import { type Channel, MatrixDocument } from './events.ts';
import { Fact, Facts } from './Facts.tsx';
import { useWatched } from './use-watched.ts';

/** One channel: how it does, how long it takes, what waits longest. */
export function Component() {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const { id: tenantId } = useTenant();
  const { source = '', target = '' } = useParams();
  const { data } = useWatched({ query: MatrixDocument, variables: { tenantId } });
  const channel = data?.communicationMatrix.channels.find((each) => each.source === source && each.target === target);
  if (!data) return null;
  return (
    <Panel title={`${source} → ${target}`} onClose={() => navigate('/events/matrix')}>
      {channel ? (
        <ChannelDetail channel={channel} />
      ) : (
        <Empty
          icon="share"
          title={t('events.channelGoneTitle')}
          text={t('events.channelGoneText', { source, target })}
        />
      )}
    </Panel>
  );
}

function ChannelDetail({ channel }: { channel: Channel }) {
  const { t, i18n } = useTranslation();
  const { source, target, status, pending, retrying, failed, failureRate, successRate, latency, breaker } = channel;
  const { acknowledgedLastHour: done, failedLastHour: lost, oldestEventId, oldestPublishedAt, isPaused } = channel;
  const figure = new Intl.NumberFormat(i18n.language);
  const text = (ms: number | null | undefined) => (ms == null ? '–' : durationText(ms, i18n.language));
  return (
    <Stack gap="md" pb="lg">
      <Group justify="space-between">
        <StateMark state={channelStates[status]} word={t(`events.health.${status}`)} />
        {isPaused && <StateMark state="off" word={t('events.paused')} />}
      </Group>
      <Facts>
        <Fact name={t('events.pending')}>{figure.format(pending)}</Fact>
        <Fact name={t('events.retrying')}>{figure.format(retrying)}</Fact>
        <Fact name={t('events.failed')}>{figure.format(failed)}</Fact>
        <Fact name={t('events.failureRate')}>{shareText(failureRate, i18n.language)}</Fact>
        <Fact name={t('events.successRate')}>
          {done + lost === 0
            ? t('events.nothingEnded')
            : `${shareText(successRate, i18n.language)} (${t('events.lastHour', { done, failed: lost })})`}
        </Fact>
        <Fact name={`${t('events.breakerName')} (${target})`}>
          <StateMark state={breakerStates[breaker]} word={t(`events.breaker.${breaker}`)} />
        </Fact>
      </Facts>
      <ChannelActions channel={channel} />
      {oldestEventId && oldestPublishedAt && (
        <Text size="sm">
          {t('events.oldest')}:{' '}
          <Anchor component={Link} size="sm" to={`/events/queue/${oldestEventId}?source=${source}&target=${target}`}>
            <Age since={oldestPublishedAt} />
          </Anchor>
        </Text>
      )}
      {pending > 0 && (
        <Anchor component={Link} size="sm" to={`/events/queue?source=${source}&target=${target}`}>
          {t('events.seeQueue')}
        </Anchor>
      )}
      <section>
        <Title order={3} size="h5">
          {t('events.latency')}
        </Title>
        <Text size="sm" c="var(--quiet)" mb="sm">
          {t('events.latencyHint')}
        </Text>
        {latency.histogram.length === 0 ? (
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
    </Stack>
  );
}
