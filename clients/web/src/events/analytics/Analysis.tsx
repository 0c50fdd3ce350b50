import { Anchor, Title } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { shareText } from '../share-text.ts';
import { useTargetName, webhookIdOf } from '../target.ts';
import classes from './Analysis.module.css';
import { type Analytics, type Failures, ratesOf } from './analytics.ts';
import { CountTable, useFigure } from './CountTable.tsx';
import { DayCharts } from './DayCharts.tsx';

/** The counts by day, application, type and channel, and what failed most. */
export function Analysis({ analytics, isAsking }: { analytics: Analytics; isAsking: boolean }) {
  const { t, i18n } = useTranslation();
  const figure = useFigure();
  const { days, types, channels, topFailures } = analytics;
  const rates = ratesOf(channels);
  return (
    <div className={classes.parts} aria-busy={isAsking}>
      <DayCharts days={days} />
      <Part title={t('analytics.rates')}>
        {rates.length === 0 && <p className={classes.quiet}>{t('events.nothingEnded')}</p>}
        <ul className={classes.rates} aria-label={t('analytics.rates')}>
          {rates.map(({ application, rate, counts: { acknowledged, failed, timeout } }) => (
            <li key={application}>
              <Anchor component={Link} size="sm" to={`/events/applications/${application}`}>
                {application}
              </Anchor>
              <span className={classes.bar} aria-hidden="true">
                <span style={{ inlineSize: `${rate * 100}%` }} />
              </span>
              <strong>{shareText(rate, i18n.language)}</strong>
              <span className={classes.quiet}>
                {t('analytics.ofEnded', {
                  done: figure.format(acknowledged),
                  ended: figure.format(acknowledged + failed + timeout),
                })}
              </span>
            </li>
          ))}
        </ul>
      </Part>
      <Part title={t('analytics.topFailures')}>
        {topFailures.length === 0 && <p className={classes.quiet}>{t('analytics.noFailures')}</p>}
        <ol className={classes.failures} aria-label={t('analytics.topFailures')}>
          {topFailures.map((failures) => (
            <li key={`${failures.eventType} ${failures.source} ${failures.target}`}>
              <TopFailure failures={failures} />
            </li>
          ))}
        </ol>
      </Part>
      <Part title={t('analytics.byType')}>
        <CountTable
          label={t('analytics.byType')}
          first={t('events.type')}
          rows={types.map((counts) => ({ key: counts.eventType, name: counts.eventType, counts }))}
        />
      </Part>
      <Part title={t('analytics.byChannel')}>
        <CountTable
          label={t('analytics.byChannel')}
          first={t('analytics.channel')}
          rows={channels.map((counts) => ({
            key: `${counts.source} ${counts.target}`,
            name: <Channel source={counts.source} target={counts.target} />,
            counts,
          }))}
        />
      </Part>
    </div>
  );
}

function Part({ title, children }: { title: string; children: ReactNode }) {
  return (
    <section>
      <Title order={2} size="h4" mb="sm">
        {title}
      </Title>
      {children}
    </section>
  );
}

function Channel({ source, target }: { source: string; target: string }) {
  const nameOf = useTargetName();
  const webhookId = webhookIdOf(target);
  const to = webhookId ? `/events/webhooks/${webhookId}` : `/events/matrix/${source}/${target}`;
  return (
    <Anchor component={Link} size="sm" to={to}>
      {source} → {nameOf(target)}
    </Anchor>
  );
}

function TopFailure({ failures }: { failures: Failures }) {
  const { t } = useTranslation();
  const figure = useFigure();
  const nameOf = useTargetName();
  const { eventType, source, target, failed, timeout } = failures;
  const search = new URLSearchParams({ type: eventType, source, target }).toString();
  return (
    <>
      <Anchor component={Link} size="sm" to={{ pathname: '/events/failed', search }}>
        {eventType}
      </Anchor>
      <span className={classes.quiet}>
        {source} → {nameOf(target)}
      </span>
      <span>{t('analytics.lost', { failed: figure.format(failed), late: figure.format(timeout) })}</span>
    </>
  );
}
