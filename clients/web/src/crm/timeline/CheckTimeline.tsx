import { Alert, Anchor, Button, List } from '@mantine/core';
import { type Problem, problemOf } from '@mycelium/client-kit/problem';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useClient } from 'urql';
import type { CheckTimelineQuery } from '../../generated/graphql.ts';
import { Icon } from '../../look/Icon.tsx';
import { Moment } from '../../look/Moment.tsx';
import { Trouble } from '../../look/Trouble.tsx';
import { useTenant } from '../../session/viewer.tsx';
import { CheckTimelineDocument } from './timeline.ts';

type Check = NonNullable<NonNullable<CheckTimelineQuery['viewer']>['tenant']>['checkTimeline'];

const DAY_MS = 86_400_000;
const DAYS = 90;

/** Asks whether everything that was acknowledged stands here, and says so, or what does not. */
export function useTimelineCheck() {
  const client = useClient();
  const [isAsking, setIsAsking] = useState(false);
  const [found, setFound] = useState<{ check?: Check | undefined; problem?: Problem | undefined }>({});

  async function ask() {
    setIsAsking(true);
    const from = new Date(Date.now() - DAYS * DAY_MS).toISOString();
    const { data, error } = await client.query(CheckTimelineDocument, { from }, { requestPolicy: 'network-only' });
    setFound({ check: data?.viewer?.tenant?.checkTimeline, problem: error && problemOf(error) });
    setIsAsking(false);
  }

  return { ask: () => void ask(), isAsking, ...found };
}

export function CheckButton({ ask, isAsking }: Pick<ReturnType<typeof useTimelineCheck>, 'ask' | 'isAsking'>) {
  const { t } = useTranslation();
  return (
    <Button variant="default" leftSection={<Icon name="check" size={18} />} loading={isAsking} onClick={ask}>
      {t('timeline.check')}
    </Button>
  );
}

export function CheckResult({ ask, check, problem }: ReturnType<typeof useTimelineCheck>) {
  const { t } = useTranslation();
  const { timeZone } = useTenant();
  if (problem) return <Trouble problem={problem} onRetry={ask} />;
  if (!check) return null;
  const { checked, missing, missingCount, isComplete } = check;
  return (
    <Alert
      role="status"
      mb="md"
      color={isComplete ? 'green' : 'red'}
      icon={<Icon name={isComplete ? 'check' : 'alert'} />}
      title={isComplete ? t('timeline.complete') : t('timeline.incomplete', { count: missingCount })}
    >
      {t('timeline.checked', { count: checked, days: DAYS })}
      <List>
        {missing.map(({ eventId, type, acknowledgedAt }) => (
          <List.Item key={eventId}>
            {type} · {t('timeline.acknowledged')} <Moment at={acknowledgedAt} timeZone={timeZone} /> ·{' '}
            <Anchor component={Link} to={`/events/queue/${eventId}`}>
              {eventId}
            </Anchor>
          </List.Item>
        ))}
      </List>
    </Alert>
  );
}
