import { Button, Code, Text, Title } from '@mantine/core';
import { problemOf } from '@mycelium/client-kit/problem';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useMutation } from 'urql';
import { durationText } from '../look/duration.ts';
import { Moment } from '../look/Moment.tsx';
import { showDone, showTrouble } from '../look/notify.tsx';
import { StateMark } from '../look/StateMark.tsx';
import { Trouble } from '../look/Trouble.tsx';
import { useMay, useTenant } from '../session/viewer.tsx';
import classes from './EventDetail.module.css';
import { useWatched } from './use-watched.ts';
import { type Attempt, AttemptsDocument, type Endpoint, RedeliverDocument } from './webhooks.ts';

const MOST = 200;

/** What was sent to an address, newest first, with what it answered. */
export function Attempts({ endpoint }: { endpoint: Endpoint }) {
  const { t } = useTranslation();
  const [first, setFirst] = useState(20);
  const { data, problem, isAsking, askAgain } = useWatched({
    query: AttemptsDocument,
    variables: { endpointId: endpoint.id, first },
  });
  const page = data?.webhookAttempts;
  return (
    <section>
      <Title order={3} size="h5" mb="sm">
        {t('events.attempts')}
      </Title>
      {problem && <Trouble problem={problem} onRetry={askAgain} />}
      {page?.edges.length === 0 && (
        <Text size="sm" c="var(--quiet)">
          {t('webhooks.noAttempts')}
        </Text>
      )}
      <ol className={classes.attempts} aria-label={t('events.attempts')}>
        {page?.edges.map(({ node }) => (
          <AttemptRow key={node.id} attempt={node} />
        ))}
      </ol>
      {page?.pageInfo.hasNextPage && first < MOST && (
        <Button size="sm" variant="default" loading={isAsking} onClick={() => setFirst(MOST)}>
          {t('action.more')}
        </Button>
      )}
    </section>
  );
}

function AttemptRow({ attempt }: { attempt: Attempt }) {
  const { t, i18n } = useTranslation();
  const { timeZone } = useTenant();
  const mayWrite = useMay('webhook:write');
  const [{ fetching }, redeliver] = useMutation(RedeliverDocument);
  const { id, eventType, number, startedAt, durationMs, outcome, status, response, nextAttemptAt } = attempt;
  const isDelivered = outcome === 'DELIVERED';
  return (
    <li>
      <span className={classes.head}>
        <strong>{eventType}</strong>
        <StateMark
          state={isDelivered ? 'ok' : 'failed'}
          word={`${t(`webhooks.outcome.${outcome}`)}${status ? ` ${status}` : ''}`}
        />
      </span>
      <span className={classes.quiet}>
        {t('events.attempt', { number })} · <Moment at={startedAt} timeZone={timeZone} /> ·{' '}
        {durationText(durationMs, i18n.language)}
        {nextAttemptAt && ` · ${t('webhooks.next', { at: new Date(nextAttemptAt).toLocaleTimeString(i18n.language) })}`}
      </span>
      {response && <Code className={classes.json}>{response}</Code>}
      {mayWrite && (
        <div>
          <Button
            size="compact-sm"
            variant="default"
            loading={fetching}
            onClick={async () => {
              const { error } = await redeliver({ attemptId: id });
              if (error) return showTrouble(problemOf(error));
              showDone(t('webhooks.isRedelivered', { type: eventType }));
            }}
          >
            {t('webhooks.redeliver')}
          </Button>
        </div>
      )}
    </li>
  );
}
