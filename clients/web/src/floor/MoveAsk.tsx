import { Button, Group, Modal, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useNavigate, useSearchParams } from 'react-router';
import { useWrite } from '../graph/use-write.ts';
import { showDone, showTrouble } from '../look/notify.tsx';
import classes from './Floor.module.css';
import { type FloorTable, MoveOrderDocument, MovePartyDocument } from './floor.ts';
import { withParts } from './with-parts.ts';

interface MoveAskProps {
  from: FloorTable;
  tables: readonly FloorTable[];
}

/** Where guests, or one of their orders, are to go: first a table is chosen, then it is shown what that means. */
export function MoveAsk({ from, tables }: MoveAskProps) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const [search, setSearch] = useSearchParams();
  const moveParty = useWrite(MovePartyDocument, showTrouble);
  const moveOrder = useWrite(MoveOrderDocument, showTrouble);
  const order = from.orders.find(({ id }) => id === search.get('order'));
  const to = tables.find(({ id }) => id === search.get('to'));
  const what = order ? t('floor.orderNumber', { order: order.number }) : t('floor.guestsOfTable', { name: from.name });
  const over = withParts(search, { move: undefined, order: undefined, to: undefined });

  async function move(target: FloorTable) {
    const done = order
      ? await moveOrder.write({ id: order.id, tableId: target.id })
      : await moveParty.write({ id: from.id, toTableId: target.id });
    if (!done) return setSearch(withParts(search, { to: undefined }), { replace: true });
    showDone(t('floor.moved', { what, to: target.name }));
    await navigate({ pathname: `/floor/${target.id}`, search: over.toString() });
  }

  return (
    <div className={classes.asking} role="status">
      <Text>{t('floor.whereTo', { what })}</Text>
      <Button variant="default" onClick={() => setSearch(over, { replace: true })}>
        {t('action.cancel')}
      </Button>
      {to && (
        <Modal
          opened
          centered
          onClose={() => setSearch(withParts(search, { to: undefined }), { replace: true })}
          title={t('floor.moveQuestion', { what, from: from.name, to: to.name })}
          attributes={{ header: { role: 'presentation' } }}
          closeButtonProps={{ 'aria-label': t('action.close') }}
        >
          <Text mb="sm">{t('floor.kitchenKnows')}</Text>
          {to.state !== 'FREE' && to.state !== 'DIRTY' && (
            <Text mb="sm">{t('floor.joins', { name: to.name, count: to.orders.length })}</Text>
          )}
          {!order && <Text mb="sm">{t('floor.leavesDirty', { name: from.name })}</Text>}
          <Group justify="flex-end" gap="sm">
            <Button
              size="lg"
              fz="md"
              data-autofocus
              loading={moveParty.isBusy || moveOrder.isBusy}
              onClick={() => void move(to)}
            >
              {t('floor.moveNow')}
            </Button>
          </Group>
        </Modal>
      )}
    </div>
  );
}
