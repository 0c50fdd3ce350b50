import { Button, Group, Modal, Stack, Textarea } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useWrite } from '../../graph/use-write.ts';
import { showNotUndone, showTrouble, showUndo } from '../../look/notify.tsx';
import type { Opportunity, Stage } from './opportunities.ts';
import { MoveOpportunityDocument } from './write-opportunity.ts';

interface Move {
  card: Opportunity;
  to: Pick<Stage, 'id' | 'name' | 'kind'>;
  /** The card that it comes right below; on top without. */
  below: string | undefined;
  /** Where it came from, for undoing. */
  wasBelow: string | undefined;
}

/** Puts a card into a stage and to a place there. What is lost is asked why in `dialog` first; where it is cancelled, nothing moves. */
export function useMove() {
  const { t } = useTranslation();
  const [asked, setAsked] = useState<Move & { done: (isMoved: boolean) => void }>();
  const { write } = useWrite(MoveOpportunityDocument, showTrouble);
  const { write: writeBack } = useWrite(MoveOpportunityDocument, showNotUndone);

  async function send({ card, to, below, wasBelow }: Move, reason: string | null): Promise<boolean> {
    const { id, title, version, stage: from } = card;
    const saved = await write({ id, input: { version, stageId: to.id, below: below ?? null, reason } });
    if (!saved) return false;
    if (from.id === to.id) return true;
    const back = { stageId: from.id, below: wasBelow ?? null, reason: card.reason };
    showUndo(`opportunity-${id}`, t('pipeline.moved', { title, stage: to.name }), () => {
      void writeBack({ id, input: { ...back, version: saved.moveOpportunity.version } });
    });
    return true;
  }

  /** Resolves with whether it was moved. */
  function move(given: Move): Promise<boolean> {
    if (given.to.kind !== 'LOST' || given.card.stage.id === given.to.id) return send(given, null);
    return new Promise((done) => setAsked({ ...given, done }));
  }

  async function answer(reason: string | undefined) {
    if (!asked) return;
    setAsked(undefined);
    asked.done(reason !== undefined && (await send(asked, reason)));
  }

  return { move, dialog: asked && <WhyLost title={asked.card.title} onAnswer={(reason) => void answer(reason)} /> };
}

function WhyLost({ title, onAnswer }: { title: string; onAnswer: (reason: string | undefined) => void }) {
  const { t } = useTranslation();
  const [reason, setReason] = useState('');
  const [wasTried, setTried] = useState(false);

  function send(event: FormEvent) {
    event.preventDefault();
    setTried(true);
    if (reason.trim()) onAnswer(reason.trim());
  }

  return (
    <Modal
      opened
      onClose={() => onAnswer(undefined)}
      title={t('pipeline.whyLost', { title })}
      centered
      attributes={{ header: { role: 'presentation' } }}
      closeButtonProps={{ 'aria-label': t('action.close') }}
    >
      <form onSubmit={send}>
        <Stack gap="md">
          <Textarea
            label={t('pipeline.reason')}
            rows={2}
            maxLength={500}
            data-autofocus
            value={reason}
            error={wasTried && !reason.trim() && t('pipeline.reasonMissing')}
            onChange={({ currentTarget }) => setReason(currentTarget.value)}
          />
          <Group justify="flex-end" gap="sm">
            <Button variant="default" onClick={() => onAnswer(undefined)}>
              {t('action.cancel')}
            </Button>
            <Button type="submit">{t('pipeline.markLost')}</Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  );
}
