import { Anchor, Group, Stack, Text, Title } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Link, useLocation, useOutletContext, useParams } from 'react-router';
import { durationText } from '../../look/duration.ts';
import { Fact, Facts } from '../../look/Facts.tsx';
import { StateMark } from '../../look/StateMark.tsx';
import { ThingPanel } from '../../look/ThingPanel.tsx';
import { applicationState, breakerState } from '../event-states.ts';
import type { ApplicationHealth } from '../events.ts';
import { shareText } from '../share-text.ts';
import { successOf } from '../success.ts';
import type { ApplicationsOutlet } from './ApplicationsPage.tsx';
import { ConsumerSection } from './ConsumerSection.tsx';
import { useAbout } from './use-about.ts';

/** One application: what it publishes and receives, and how it does with what it is sent. */
export function Component() {
  const { t, i18n } = useTranslation();
  const { application: name = '' } = useParams();
  const { search } = useLocation();
  const aboutOf = useAbout();
  const { applications, interAppHealth, consumers, figures } = useOutletContext<ApplicationsOutlet>();
  const health = interAppHealth.find((each) => each.application === name);
  const consumer = consumers.find((each) => each.application === name);
  const { done, failed, share } = successOf(figures.filter(({ target }) => target === name));
  const text = (ms: number | null | undefined) => (ms == null ? '–' : durationText(ms, i18n.language));
  return (
    <ThingPanel
      asked={{ thing: applications.find((each) => each.name === name) ?? null }}
      name={name}
      titleOf={() => name}
      icon="share"
      gone={{ title: t('events.notFoundTitle'), text: t('events.notFoundText') }}
      list={{ pathname: '/events/applications', search }}
    >
      {(application) => (
        <Stack gap="md" pb="lg">
          <Group justify="space-between">
            <ApplicationState health={health} isOff={application.isOff} />
            <Text size="sm" c="var(--quiet)">
              {t(application.isBuiltIn ? 'events.builtIn' : 'events.own')}
            </Text>
          </Group>
          <Text size="sm">{aboutOf(application)}</Text>
          {health && (
            <Facts>
              <Fact name={t('events.pending')}>{health.pending}</Fact>
              <Fact name={t('events.failed')}>{health.failed}</Fact>
              <Fact name={t('bus.successRate')}>
                {share === undefined
                  ? t('events.nothingEnded')
                  : `${shareText(share, i18n.language)} (${t('events.lastHour', { done, failed })})`}
              </Fact>
              <Fact name={t('events.latency')}>
                p50 {text(health.latency.p50)} · p95 {text(health.latency.p95)}
              </Fact>
              <Fact name={t('events.breakerName')}>
                <StateMark state={breakerState(health.breaker).state} word={t(`events.breaker.${health.breaker}`)} />
              </Fact>
            </Facts>
          )}
          {health && health.pending > 0 && (
            <Anchor component={Link} size="sm" to={`/events/queue?target=${name}`}>
              {t('events.seeQueue')}
            </Anchor>
          )}
          {consumer && <ConsumerSection consumer={consumer} hasHome={application.hasHome} />}
          <Types title={t('events.tells')} names={application.publishes} />
          <Types title={t('events.hears')} names={application.consumes} />
        </Stack>
      )}
    </ThingPanel>
  );
}

function ApplicationState({ health, isOff }: { health: ApplicationHealth | undefined; isOff: boolean }) {
  const { t } = useTranslation();
  const { word, ...standing } = applicationState(health, isOff);
  return <StateMark {...standing} word={t(`events.standing.${word}`)} />;
}

function Types({ title, names }: { title: string; names: readonly string[] }) {
  const { t } = useTranslation();
  return (
    <section>
      <Title order={3} size="h5" mb={4}>
        {title}
      </Title>
      {names.length === 0 && (
        <Text size="sm" c="var(--quiet)">
          {t('events.nothingTold')}
        </Text>
      )}
      <Stack component="ul" gap={4} m={0} pl="md">
        {names.map((name) => (
          <Text key={name} component="li" size="sm">
            <Anchor component={Link} size="sm" to={`/events/applications/types/${name}`}>
              {name}
            </Anchor>
          </Text>
        ))}
      </Stack>
    </section>
  );
}
