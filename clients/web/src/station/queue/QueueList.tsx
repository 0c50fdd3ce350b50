import { Alert, Stack, Text, Title } from '@mantine/core';
import type { Discarded } from '@mycelium/client-kit/outbox/entry';
import { useOutbox } from '@mycelium/client-kit/outbox/use-outbox';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Icon } from '../../look/Icon.tsx';
import { dateFormat } from '../../words/formats.ts';
import type { StationPage } from '../page.ts';
import { queueName } from '../use-queue.ts';
import { useStation } from '../use-station.ts';
import { LeftBehind } from './LeftBehind.tsx';
import classes from './Queue.module.css';
import { QueueEntry } from './QueueEntry.tsx';

/** What has not reached the server: how much, since when, each in words; and what was given up. */
export function QueueList({ kind, say }: Pick<StationPage, 'kind' | 'say'>) {
  const { t, i18n } = useTranslation();
  const { outbox, location } = useStation();
  const { entries, oldestAt, isAway, problem } = useOutbox(outbox);
  const moment = dateFormat(i18n.language, {
    dateStyle: 'short',
    timeStyle: 'medium',
    timeZone: location.timeZone,
  });
  return (
    <Stack gap="md">
      {problem && (
        <Alert role="alert" color="red" variant="outline" icon={<Icon name="failed" />}>
          {t(`device.queue.problem.${problem}`)}
        </Alert>
      )}
      <Text>
        {entries.length === 0 || oldestAt === undefined
          ? t('device.queue.nothing')
          : t('device.queue.waiting', { count: entries.length, since: moment.format(oldestAt) })}{' '}
        {entries.length > 0 && isAway && t('device.queue.away')}
      </Text>
      <LeftBehind but={queueName(kind, location.id)} />
      <ul className={classes.entries}>
        {entries.map((entry) => (
          <QueueEntry key={entry.key} entry={entry} text={say(entry)} at={moment.format(entry.madeAt)} />
        ))}
      </ul>
      <GivenUp say={say} count={entries.length} />
    </Stack>
  );
}

function GivenUp({ say, count }: Pick<StationPage, 'say'> & { count: number }) {
  const { t, i18n } = useTranslation();
  const { outbox } = useStation();
  const [discarded, setDiscarded] = useState<Discarded[]>([]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: what leaves the queue may have been given up
  useEffect(() => void outbox.discarded().then(setDiscarded), [outbox, count]);
  if (discarded.length === 0) return null;
  const moment = dateFormat(i18n.language, { dateStyle: 'short', timeStyle: 'medium' });
  return (
    <section>
      <Title order={2} mb="sm">
        {t('device.queue.givenUp')}
      </Title>
      <ul className={classes.entries}>
        {discarded.toReversed().map((entry) => (
          <li key={entry.position} className={classes.entry}>
            <Text fw={600}>{say(entry)}</Text>
            <Text size="sm">
              {moment.format(entry.discardedAt)} · {entry.why}
            </Text>
            {entry.message && (
              <Text size="sm" c="var(--quiet)">
                {entry.message}
              </Text>
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}
