import { Anchor, Button, Code, SegmentedControl, Text, Title } from '@mantine/core';
import { problemOf } from '@mycelium/client-kit/problem';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useSearchParams } from 'react-router';
import { useMutation } from 'urql';
import { durationText } from '../look/duration.ts';
import { Moment } from '../look/Moment.tsx';
import { showDone, showTrouble } from '../look/notify.tsx';
import { StateMark } from '../look/StateMark.tsx';
import { Trouble } from '../look/Trouble.tsx';
import { useMay, useTenant } from '../session/viewer.tsx';
import classes from './EventDetail.module.css';
import { useWatched } from './use-watched.ts';
import { type Attempt, AttemptsDocument, type Endpoint, failures, RedeliverDocument } from './webhooks.ts';

const FIRST = 20;
const MORE = 100;

/** What was sent to an address, newest first, with what it answered. */
export function Attempts({ endpoint }: { endpoint: Endpoint }) {
  const { t } = useTranslation();
  const [params, setParams] = useSearchParams();
  const isFailedOnly = params.get('attempts') === 'failed';
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
          { value: 'all', label: t('events.all') },
          { value: 'failed', label: t('webhooks.failedOnly') },
        ]}
        onChange={(value) => setParams(value === 'failed' ? { attempts: value } : {}, { replace: true })}
      />
      <ol className={classes.attempts} aria-label={t('events.attempts')}>
        <AttemptPage key={String(isFailedOnly)} endpointId={endpoint.id} isFailedOnly={isFailedOnly} />
      </ol>
    </section>
  );
}

/** One page and those after it: each begins where the one before ends now, so that nothing is missing when new ones come. */
function AttemptPage(props: { endpointId: string; isFailedOnly: boolean; after?: string }) {
  const { endpointId, isFailedOnly, after } = props;
  const { t } = useTranslation();
  const [isMore, setMore] = useState(false);
  const { data, problem, askAgain } = useWatched({
    query: AttemptsDocument,
    variables: { endpointId, first: after ? MORE : FIRST, after, ...(isFailedOnly && { outcomes: [...failures] }) },
  });
  const page = data?.webhookAttempts;
  const next = page?.pageInfo.hasNextPage ? page.pageInfo.endCursor : undefined;
  return (
    <>
      {problem && (
        <li>
          <Trouble problem={problem} onRetry={askAgain} />
        </li>
      )}
      {page?.edges.length === 0 && !after && (
        <li>
          <Text size="sm" c="var(--quiet)">
            {t(isFailedOnly ? 'webhooks.noFailures' : 'webhooks.noAttempts')}
          </Text>
        </li>
      )}
      {page?.edges.map(({ node }) => (
        <AttemptRow key={node.id} attempt={node} />
      ))}
      {next && !isMore && (
        <li>
          <Button size="sm" variant="default" onClick={() => setMore(true)}>
            {t('action.more')}
          </Button>
        </li>
      )}
      {next && isMore && <AttemptPage endpointId={endpointId} isFailedOnly={isFailedOnly} after={next} />}
    </>
  );
}

function AttemptRow({ attempt }: { attempt: Attempt }) {
  const { t, i18n } = useTranslation();
  const { timeZone } = useTenant();
  const mayWrite = useMay('webhook:write');
  const [{ fetching }, redeliver] = useMutation(RedeliverDocument);
  const { id, eventId, eventType, number, startedAt, durationMs, outcome, status, response, nextAttemptAt } = attempt;
  const next = nextAttemptAt && new Date(nextAttemptAt);
  const time = new Intl.DateTimeFormat(i18n.language, { dateStyle: 'short', timeStyle: 'medium', timeZone });
  return (
    <li>
      <span className={classes.head}>
        <Anchor component={Link} size="sm" fw={600} to={`/events/queue/${eventId}`}>
          {eventType}
        </Anchor>
        <StateMark
          state={outcome === 'DELIVERED' ? 'ok' : 'failed'}
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
