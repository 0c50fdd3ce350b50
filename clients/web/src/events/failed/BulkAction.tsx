import { Button, Group, Modal, Text } from '@mantine/core';
import { type Problem, problemOf } from '@mycelium/client-kit/problem';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useClient } from 'urql';
import type { EventAction, StoredEventFilter } from '../../generated/graphql.ts';
import { useWrite } from '../../graph/use-write.ts';
import { showDone } from '../../look/notify.tsx';
import { Trouble } from '../../look/Trouble.tsx';
import { numberFormat } from '../../words/formats.ts';
import { CountDocument, StartJobDocument } from './failed.ts';

/** Does something to all events that a filter names, after it has said to how many. */
export function BulkAction({
  action,
  filter,
  isNone,
}: {
  action: EventAction;
  filter: StoredEventFilter;
  /** There is nothing that it could do. */
  isNone: boolean;
}) {
  const { t, i18n } = useTranslation();
  const client = useClient();
  const [isOpen, setOpen] = useState(false);
  const [count, setCount] = useState<number>();
  const [uncounted, setUncounted] = useState<Problem>();
  const { write: startJob, isBusy, problem, forget } = useWrite(StartJobDocument);
  const color = action === 'DISCARD' ? 'red' : undefined;
  const figure = numberFormat(i18n.language);

  async function ask() {
    setOpen(true);
    setCount(undefined);
    setUncounted(undefined);
    forget();
    const { data, error } = await client
      .query(CountDocument, { filter, action }, { requestPolicy: 'network-only' })
      .toPromise();
    if (error) setUncounted(problemOf(error));
    setCount(data?.viewer?.tenant?.countEvents);
  }

  async function start() {
    if (!(await startJob({ filter, action }))) return;
    setOpen(false);
    showDone(t('events.jobStarted'));
  }

  const question =
    count === undefined
      ? t('events.counting')
      : t(`events.bulk.${action}.question`, { count, events: figure.format(count) });
  return (
    <>
      <Button variant={color ? 'outline' : 'default'} {...(color && { color })} disabled={isNone} onClick={ask}>
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
        {uncounted && <Trouble problem={uncounted} />}
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
