import { Button, Group, Modal, Text } from '@mantine/core';
import { type Problem, problemOf } from '@mycelium/client-kit/problem';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useClient } from 'urql';
import type { EventAction, StoredEventFilter } from '../../generated/graphql.ts';
import { showDone } from '../../look/notify.tsx';
import { Trouble } from '../../look/Trouble.tsx';
import { CountDocument, StartJobDocument } from './failed.ts';

/** Does something to all events that a filter names, after it has said to how many. */
export function BulkAction({ action, filter }: { action: EventAction; filter: StoredEventFilter }) {
  const { t, i18n } = useTranslation();
  const client = useClient();
  const [isOpen, setOpen] = useState(false);
  const [isBusy, setBusy] = useState(false);
  const [count, setCount] = useState<number>();
  const [problem, setProblem] = useState<Problem>();
  const color = action === 'DISCARD' ? 'red' : undefined;
  const figure = new Intl.NumberFormat(i18n.language);

  async function ask() {
    setOpen(true);
    setCount(undefined);
    setProblem(undefined);
    const { data, error } = await client
      .query(CountDocument, { filter, action }, { requestPolicy: 'network-only' })
      .toPromise();
    if (error) setProblem(problemOf(error));
    setCount(data?.viewer?.tenant?.countEvents);
  }

  async function start() {
    setBusy(true);
    const { error } = await client.mutation(StartJobDocument, { filter, action }).toPromise();
    setBusy(false);
    if (error) return setProblem(problemOf(error));
    setOpen(false);
    showDone(t('events.jobStarted'));
  }

  const question =
    count === undefined
      ? t('events.counting')
      : t(`events.bulk.${action}.question`, { count, events: figure.format(count) });
  return (
    <>
      <Button variant={color ? 'outline' : 'default'} {...(color && { color })} onClick={ask}>
        {t(`events.bulk.${action}.all`)}
      </Button>
      <Modal
        opened={isOpen}
        onClose={() => setOpen(false)}
        title={question}
        centered
        attributes={{ header: { role: 'presentation' } }}
        closeButtonProps={{ 'aria-label': t('action.close') }}
      >
        <Text mb="md">{t(`events.bulk.${action}.text`)}</Text>
        {problem && <Trouble problem={problem} />}
        <Group justify="flex-end" gap="sm" mt="md">
          <Button variant="default" onClick={() => setOpen(false)} data-autofocus>
            {t('action.cancel')}
          </Button>
          <Button {...(color && { color })} loading={isBusy} disabled={!count} onClick={start}>
            {t(`events.bulk.${action}.do`)}
          </Button>
        </Group>
      </Modal>
    </>
  );
}
