import { Code, Stack, Text, Title } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { EventTrackingQuery } from '../../generated/graphql.ts';
import { Age } from '../../look/Age.tsx';
import { durationText } from '../../look/duration.ts';
import { Fact, Facts } from '../../look/Facts.tsx';
import { Moment } from '../../look/Moment.tsx';
import { StateMark } from '../../look/StateMark.tsx';
import { useTenant } from '../../session/viewer.tsx';
import classes from '../EventDetail.module.css';
import { ApplicationsDocument } from '../events.ts';
import { useTargetName } from '../target.ts';
import { useWatched } from '../use-watched.ts';
import { CopyId } from './CopyId.tsx';
import { DeliveryActions } from './DeliveryActions.tsx';
import { DeliveryState } from './DeliveryState.tsx';
import { NextAttempt } from './NextAttempt.tsx';

type Delivery = NonNullable<EventTrackingQuery['eventTracking']>[number];

/** What an event carries, and what became of it at each application. */
export function EventDetail({ targets }: { targets: readonly Delivery[] }) {
  const { t } = useTranslation();
  const [first] = targets;
  const payload = targets.find((each) => each.payload)?.payload;
  const correlationId = targets.find((each) => each.correlationId)?.correlationId;
  if (!first) return null;
  return (
    <Stack gap="md" pb="lg">
      <Stack gap={4}>
        <CopyId name={t('events.id')} id={first.eventId} />
        {correlationId && <CopyId name={t('events.correlation')} id={correlationId} />}
      </Stack>
      {targets.map((target) => (
        <DeliveryDetail key={target.targetApplication} delivery={target} />
      ))}
      <OffTargets event={first} told={targets} />
      <section>
        <Title order={3} size="h5" mb={4}>
          {t('events.payload')}
        </Title>
        {payload ? <Json value={payload} /> : <Text size="sm">{t('events.noPayload')}</Text>}
      </section>
    </Stack>
  );
}

function DeliveryDetail({ delivery }: { delivery: Delivery }) {
  const { t, i18n } = useTranslation();
  const { timeZone } = useTenant();
  const { sourceApplication, targetApplication, status, publishedAt, leasedAt, endedAt, durationMs } = delivery;
  const nameOf = useTargetName();
  const channel = `${sourceApplication} → ${nameOf(targetApplication)}`;
  return (
    <section aria-label={channel} className={classes.delivery}>
      <div className={classes.head}>
        <Title order={3} size="h5">
          {channel}
        </Title>
        <DeliveryState delivery={delivery} />
      </div>
      <Facts>
        <Fact name={t('events.published')}>
          <Moment at={publishedAt} timeZone={timeZone} />
        </Fact>
        {delivery.firstFailedAt && (
          <Fact name={t('events.firstFailedAt')}>
            <Moment at={delivery.firstFailedAt} timeZone={timeZone} />
          </Fact>
        )}
        {delivery.retriedAt && (
          <Fact name={t('events.retriedAt')}>
            <Moment at={delivery.retriedAt} timeZone={timeZone} />
          </Fact>
        )}
        {leasedAt && (
          <Fact name={t('events.leasedAt')}>
            <Moment at={leasedAt} timeZone={timeZone} />
          </Fact>
        )}
        {endedAt && (
          <Fact name={t(status === 'ACKNOWLEDGED' ? 'events.acknowledgedAt' : 'events.endedAt')}>
            <Moment at={endedAt} timeZone={timeZone} />
          </Fact>
        )}
        <Fact name={t(endedAt ? 'events.took' : 'events.waits')}>
          {durationMs == null ? <Age since={publishedAt} /> : durationText(durationMs, i18n.language)}
        </Fact>
        <Fact name={t('events.attempts')}>{delivery.attempts}</Fact>
        {delivery.nextAttemptAt && (
          <Fact name={t('events.nextAttempt')}>
            <NextAttempt delivery={delivery} />
          </Fact>
        )}
        {delivery.consumer && <Fact name={t('events.consumer')}>{delivery.consumer}</Fact>}
      </Facts>
      {delivery.acknowledgmentData && (
        <>
          <Text size="sm" fw={500}>
            {t('events.answer')}
          </Text>
          <Json value={delivery.acknowledgmentData} />
        </>
      )}
      {delivery.failedAttempts.length > 0 && (
        <ol className={classes.attempts} aria-label={t('events.failedAttempts')}>
          {delivery.failedAttempts.map(({ number, consumer, endedAt: at, error }) => (
            <li key={`${number} ${at}`}>
              <span className={classes.error} lang="en">
                {error}
              </span>
              <span className={classes.quiet}>
                {t('events.attempt', { number })} · {consumer || '–'} · <Moment at={at} timeZone={timeZone} />
              </span>
            </li>
          ))}
        </ol>
      )}
      <DeliveryActions delivery={delivery} />
    </section>
  );
}

/** Whom an event of this type would reach, were their product on. */
function OffTargets({ event, told }: { event: Delivery; told: readonly Delivery[] }) {
  const { t } = useTranslation();
  const { data } = useWatched({ query: ApplicationsDocument });
  const type = data?.eventTypes.find(({ name }) => name === event.eventType);
  const off = data?.applications.filter(
    ({ name, isOff }) =>
      isOff && type?.targets.includes(name) && !told.some(({ targetApplication }) => targetApplication === name),
  );
  return off?.map(({ name }) => (
    <section key={name} aria-label={`${event.sourceApplication} → ${name}`} className={classes.delivery}>
      <div className={classes.head}>
        <Title order={3} size="h5">
          {event.sourceApplication} → {name}
        </Title>
        <StateMark state="off" word={t('events.standing.off')} />
      </div>
      <Text size="sm" c="var(--quiet)">
        {t('bus.rule.off')}
      </Text>
    </section>
  ));
}

function Json({ value }: { value: unknown }) {
  return (
    <Code block tabIndex={0} className={classes.json}>
      {JSON.stringify(value, undefined, 2)}
    </Code>
  );
}
