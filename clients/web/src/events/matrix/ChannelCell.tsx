import { VisuallyHidden } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Link, useParams } from 'react-router';
import { durationText } from '../../look/duration.ts';
import { StateMark } from '../../look/StateMark.tsx';
import { breakerState, channelState } from '../event-states.ts';
import type { Channel } from '../events.ts';
import { shareText } from '../share-text.ts';
import classes from './Matrix.module.css';

/** How a channel does; its name is shown where no row and column say it. */
export function ChannelCell({ channel, isNamed = false }: { channel: Channel; isNamed?: boolean }) {
  const { t, i18n } = useTranslation();
  const params = useParams();
  const { source, target, pending, failed, successRate, latency, breaker } = channel;
  const { word, ...standing } = channelState(channel);
  const name = `${source} → ${target}`;
  return (
    <Link
      to={`/events/matrix/${source}/${target}`}
      className={classes.cell}
      data-state={standing.state}
      data-open={(params.source === source && params.target === target) || undefined}
    >
      {isNamed ? <strong>{name}</strong> : <VisuallyHidden>{name}:</VisuallyHidden>}
      <StateMark {...standing} word={t(`events.standing.${word}`)} />
      <span>{t('events.totals', { pending, failed })}</span>
      <span className={classes.quiet}>
        {shareText(successRate, i18n.language)}
        {latency.p50 != null &&
          ` · p50 ${durationText(latency.p50, i18n.language)} · p95 ${durationText(latency.p95 ?? latency.p50, i18n.language)}`}
      </span>
      {breaker !== 'CLOSED' && (
        <StateMark
          state={breakerState(breaker).state}
          word={`${t('events.breakerName')}: ${t(`events.breaker.${breaker}`)}`}
        />
      )}
    </Link>
  );
}
