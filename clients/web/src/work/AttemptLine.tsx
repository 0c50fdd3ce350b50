import { Group, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { durationText } from '../look/duration.ts';
import { Moment } from '../look/Moment.tsx';
import { StateMark } from '../look/StateMark.tsx';
import { useTenant } from '../session/viewer.tsx';
import { type Attempt, outcomeStates } from './queues.ts';

/** What one attempt came to, how long it took and when that was. */
export function AttemptLine({ attempt: { outcome, error, startedAt, endedAt } }: { attempt: Attempt }) {
  const { t, i18n } = useTranslation();
  const { timeZone } = useTenant();
  const took = startedAt ? new Date(endedAt).getTime() - new Date(startedAt).getTime() : undefined;
  return (
    <Group component="li" justify="space-between" gap="sm" style={{ listStyle: 'none' }}>
      <StateMark state={outcomeStates[outcome]} word={t(`work.outcome.${outcome}`)} />
      <Text size="sm" c="var(--quiet)">
        {took !== undefined && `${durationText(Math.max(1, took), i18n.language)} · `}
        <Moment at={endedAt} timeZone={timeZone} />
      </Text>
      {error && (
        <Text size="sm" w="100%" c="var(--quiet)" style={{ overflowWrap: 'anywhere' }}>
          {error}
        </Text>
      )}
    </Group>
  );
}
