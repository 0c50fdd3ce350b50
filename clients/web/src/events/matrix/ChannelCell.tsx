import { VisuallyHidden } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Link, useParams } from 'react-router';
import { durationText } from '../../look/duration.ts';
import { StateMark } from '../../look/StateMark.tsx';
import { channelStates, shareText } from '../channel-state.ts';
import type { Channel } from '../events.ts';
import classes from './Matrix.module.css';

/** How a channel does; its name is shown where no row and column say it. */
export function ChannelCell({ channel, isNamed = false }: { channel: Channel; isNamed?: boolean }) {
  const { t, i18n } = useTranslation();
  const params = useParams();
  const { source, target, status, pending, failed, successRate, latency, isPaused, breaker } = channel;
  const name = `${source} → ${target}`;
  return (
    <Link
      to={`/events/matrix/${source}/${target}`}
      className={classes.cell}
      data-status={status}
      data-open={(params.source === source && params.target === target) || undefined}
    >
      {isNamed ? <strong>{name}</strong> : <VisuallyHidden>{name}:</VisuallyHidden>}
      <StateMark state={channelStates[status]} word={t(`events.health.${status}`)} />
      <span>{t('events.totals', { pending, failed })}</span>
      <span className={classes.quiet}>
        {shareText(successRate, i18n.language)}
        {latency.p50 != null &&
          ` · p50 ${durationText(latency.p50, i18n.language)} · p95 ${durationText(latency.p95 ?? latency.p50, i18n.language)}`}
      </span>
      {isPaused && <StateMark state="off" word={t('events.paused')} />}
      {breaker !== 'CLOSED' && (
        <StateMark state="failed" word={`${t('events.breakerName')}: ${t(`events.breaker.${breaker}`)}`} />
      )}
    </Link>
  );
}
