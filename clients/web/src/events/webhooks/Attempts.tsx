import { Anchor, Button, Code, SegmentedControl, Text, Title } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Link, useSearchParams } from 'react-router';
import { LivePages } from '../../graph/LivePages.tsx';
import { useLivePages } from '../../graph/use-live-pages.ts';
import { useWrite } from '../../graph/use-write.ts';
import { durationText } from '../../look/duration.ts';
import { Moment } from '../../look/Moment.tsx';
import { showDone, showTrouble } from '../../look/notify.tsx';
import { StateMark } from '../../look/StateMark.tsx';
import { useMay, useTenant } from '../../session/viewer.tsx';
import { dateFormat } from '../../words/formats.ts';
import classes from '../EventDetail.module.css';
import { useAskedInSight } from '../use-watched.ts';
import { attemptState } from './endpoint-state.ts';
import { type Attempt, AttemptsDocument, type Endpoint, failures, RedeliverDocument } from './webhooks.ts';

const FIRST = 20;
const MORE = 100;

/** What was sent to an address, newest first, with what it answered. */
export function Attempts({ endpoint }: { endpoint: Endpoint }) {
  const { t } = useTranslation();
  const [params, setParams] = useSearchParams();
  const isFailedOnly = params.get('attempts') === 'failed';
  const outcomes = isFailedOnly ? [...failures] : null;
  const attempts = useAskedInSight(
    useLivePages({
      ask: (after) => ({
        query: AttemptsDocument,
        variables: { endpointId: endpoint.id, first: after ? MORE : FIRST, after, outcomes },
      }),
      read: ({ webhookEndpoint }) => webhookEndpoint?.attempts,
    }),
  );
  return (
    <section>
      <Title order={3} size="h5" mb="sm">
        {t('events.attempts')}
      </Title>
      <SegmentedControl
        role="radiogroup"
        aria-label={t('events.show')}
        mb="sm"
        value={isFailedOnly ? 'failed' : 'all'}
        data={[
          { value: 'all', label: t('webhooks.allAttempts') },
          { value: 'failed', label: t('webhooks.failedOnly') },
        ]}
        onChange={(value) => setParams(value === 'failed' ? { attempts: value } : {}, { replace: true })}
      />
      <LivePages
        pages={attempts}
        label={t('events.attempts')}
        className={classes.attempts}
        waiting={null}
        empty={
          <Text size="sm" c="var(--quiet)">
            {t(isFailedOnly ? 'webhooks.noFailures' : 'webhooks.noAttempts')}
          </Text>
        }
        row={(attempt) => <AttemptRow attempt={attempt} />}
      />
    </section>
  );
}

function AttemptRow({ attempt }: { attempt: Attempt }) {
  const { t, i18n } = useTranslation();
  const { timeZone } = useTenant();
  const mayWrite = useMay('webhook:write');
  const { write: redeliver, isBusy } = useWrite(RedeliverDocument, showTrouble);
  const { id, eventId, eventType, number, startedAt, durationMs, outcome, status, response, nextAttemptAt } = attempt;
  const next = nextAttemptAt && new Date(nextAttemptAt);
  const time = dateFormat(i18n.language, { dateStyle: 'short', timeStyle: 'medium', timeZone });
  return (
    <li>
      <span className={classes.head}>
        <Anchor component={Link} size="sm" fw={600} to={`/events/queue/${eventId}`}>
          {eventType}
        </Anchor>
        <StateMark
          state={attemptState(outcome).state}
          word={`${t(`webhooks.outcome.${outcome}`)}${status ? ` ${status}` : ''}`}
        />
      </span>
      <span className={classes.quiet}>
        {t('events.attempt', { number })}
        {attempt.isReplay && ` · ${t('webhooks.isReplay')}`} · <Moment at={startedAt} timeZone={timeZone} /> ·{' '}
        {durationText(durationMs, i18n.language)}
        {next && next.getTime() > Date.now() && ` · ${t('webhooks.next', { at: time.format(next) })}`}
      </span>
      {response && <Code className={classes.json}>{response}</Code>}
      {mayWrite && (
        <div>
          <Button
            size="compact-sm"
            variant="default"
            loading={isBusy}
            onClick={async () => {
              if (await redeliver({ attemptId: id })) showDone(t('webhooks.isRedelivered', { type: eventType }));
            }}
          >
            {t('webhooks.redeliver')}
          </Button>
        </div>
      )}
    </li>
  );
}
