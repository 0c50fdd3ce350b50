import { Anchor, Button, Group, Stack, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Link, useNavigate, useParams } from 'react-router';
import { Age } from '../../look/Age.tsx';
import { Empty } from '../../look/Empty.tsx';
import { Fact, Facts } from '../../look/Facts.tsx';
import { Panel } from '../../look/Panel.tsx';
import { StateMark } from '../../look/StateMark.tsx';
import { numberFormat } from '../../words/formats.ts';
import { breakerState, channelState } from '../event-states.ts';
import { type Channel, MatrixDocument } from '../events.ts';
import { shareText } from '../share-text.ts';
import { useWatched } from '../use-watched.ts';
import { ChannelActions } from './ChannelActions.tsx';
import { ChannelFigures } from './ChannelFigures.tsx';

/** One channel: how it does, how long it takes, what waits longest. */
export function Component() {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const { source = '', target = '' } = useParams();
  const { data } = useWatched({ query: MatrixDocument });
  const channels = data?.viewer?.tenant?.communicationMatrix.channels;
  const channel = channels?.find((each) => each.source === source && each.target === target);
  if (!data) return null;
  return (
    <Panel title={`${source} → ${target}`} onClose={() => navigate('/events/matrix')}>
      {channel ? (
        <ChannelDetail channel={channel} />
      ) : (
        <Empty icon="share" title={t('events.channelGoneTitle')} text={t('events.channelGoneText', { source, target })}>
          <Button component={Link} to="/events/matrix" variant="default">
            {t('action.toList')}
          </Button>
        </Empty>
      )}
    </Panel>
  );
}

function ChannelDetail({ channel }: { channel: Channel }) {
  const { t, i18n } = useTranslation();
  const { source, target, pending, retrying, failed, failureRate, breaker } = channel;
  const { oldestEventId, oldestPublishedAt } = channel;
  const { word, ...standing } = channelState(channel);
  const figure = numberFormat(i18n.language);
  return (
    <Stack gap="md" pb="lg">
      <Group justify="space-between">
        <StateMark {...standing} word={t(`events.standing.${word}`)} />
      </Group>
      <Text size="sm" c="var(--quiet)">
        {t(`bus.rule.${word}`)}
      </Text>
      <Facts>
        <Fact name={t('events.pending')}>{figure.format(pending)}</Fact>
        <Fact name={t('events.retrying')}>{figure.format(retrying)}</Fact>
        <Fact name={t('events.failed')}>{figure.format(failed)}</Fact>
        <Fact name={t('events.failureRate')}>{shareText(failureRate, i18n.language)}</Fact>
        <Fact name={`${t('events.breakerName')} (${target})`}>
          <StateMark state={breakerState(breaker).state} word={t(`events.breaker.${breaker}`)} />
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
      {failed > 0 && (
        <Anchor component={Link} size="sm" to={`/events/failed?source=${source}&target=${target}`}>
          {t('bus.seeFailed')}
        </Anchor>
      )}
      <ChannelFigures channel={channel} />
    </Stack>
  );
}
