import { Button, Group, Text, TextInput } from '@mantine/core';
import type { Entry } from '@mycelium/client-kit/outbox/entry';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { StateMark } from '../../look/StateMark.tsx';
import { mistakeText } from '../../words/refusal-text.ts';
import { useStation } from '../use-station.ts';
import classes from './Queue.module.css';

const grades = { WAITING: 'waiting', SENDING: 'waiting', REFUSED: 'failing', BROKEN: 'failing' } as const;

/** An entry that has not reached the server: what it does, how it is with it, and what can be done about that. */
export function QueueEntry({ entry, text, at }: { entry: Entry; text: string; at: string }) {
  const { t } = useTranslation();
  const { outbox } = useStation();
  const [isAsking, setAsking] = useState(false);
  const [why, setWhy] = useState('');
  const { key, state, reason, message = '', by } = entry;
  const isStuck = state === 'REFUSED' || state === 'BROKEN';

  async function giveUp(event: FormEvent) {
    event.preventDefault();
    if (why.trim() === '') return;
    await outbox.discard(key, why.trim());
    setAsking(false);
  }

  return (
    <li className={classes.entry}>
      <Text fw={600}>{text}</Text>
      <Text size="sm" c="var(--quiet)">
        {[at, by].filter(Boolean).join(' · ')}
      </Text>
      <StateMark state={grades[state]} word={t(`device.queue.state.${state}`)} />
      {isStuck && (reason || message) && (
        <Text size="sm" c="var(--failed)">
          {mistakeText({ code: 'CONFLICT', message, path: [], facts: {}, ...(reason && { reason }) })}
        </Text>
      )}
      {isAsking ? (
        <form onSubmit={giveUp}>
          <TextInput
            size="md"
            label={t('device.queue.why')}
            value={why}
            maxLength={200}
            data-autofocus
            onChange={({ currentTarget }) => setWhy(currentTarget.value)}
          />
          <Group mt="sm" gap="sm">
            <Button size="md" type="submit" color="red" disabled={why.trim() === ''}>
              {t('device.queue.giveUp')}
            </Button>
            <Button size="md" variant="default" onClick={() => setAsking(false)}>
              {t('action.cancel')}
            </Button>
          </Group>
        </form>
      ) : (
        <Group mt="sm" gap="sm">
          <Button size="md" variant="default" onClick={() => void outbox.retry(key)}>
            {t('action.retry')}
          </Button>
          <Button size="md" variant="subtle" color="red" onClick={() => setAsking(true)}>
            {t('device.queue.giveUp')}
          </Button>
        </Group>
      )}
    </li>
  );
}
