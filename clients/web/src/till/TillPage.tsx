import { Button, Group, SegmentedControl } from '@mantine/core';
import { useDisclosure, useMediaQuery } from '@mantine/hooks';
import { useCallback, useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Empty } from '../look/Empty.tsx';
import { Icon } from '../look/Icon.tsx';
import { Trouble } from '../look/Trouble.tsx';
import { replace } from '../session/place.ts';
import { MenuBoard } from './menu/MenuBoard.tsx';
import { NewOrder } from './orders/NewOrder.tsx';
import { OrderPanel } from './orders/OrderPanel.tsx';
import { OrderStrip } from './orders/OrderStrip.tsx';
import { isDone } from './orders/orders.ts';
import classes from './TillPage.module.css';
import { TillContext, useTillData } from './use-till.ts';

type View = 'orders' | 'menu' | 'order';

/** The till: the orders of its location, its menu, and the order that is being taken. */
export function TillPage() {
  const { t } = useTranslation();
  const till = useTillData();
  const isRoomy = useMediaQuery('(min-width: 60em)', true, { getInitialValueInEffect: false });
  const [orderId, setOrderId] = useState<string>();
  const [view, setView] = useState<View>('orders');
  const [isNew, { open, close }] = useDisclosure();
  const [asked, askedIsDone] = useAskedTable();
  const cart = orderId === undefined ? undefined : till.cartOf(orderId);
  const order = till.orders.find(({ id }) => id === orderId);
  const isThere = orderId !== undefined && (order !== undefined || cart !== undefined);

  function choose(id: string, isJustOpened = false) {
    setOrderId(id);
    setView(isJustOpened ? 'menu' : 'order');
    leaveNew();
  }

  function leaveNew() {
    askedIsDone();
    close();
  }

  function leave() {
    setOrderId(undefined);
    setView('orders');
  }

  // Whoever comes from a table goes on with its order, or begins one there.
  const atAsked = asked === undefined ? undefined : till.orders.find((each) => each.tableId === asked && !isDone(each));
  const isReady = till.hasOrders && till.tables.some(({ id }) => id === asked);
  useEffect(() => {
    if (!isReady) return;
    if (!atAsked) return open();
    setOrderId(atAsked.id);
    setView('order');
    askedIsDone();
  }, [isReady, atAsked, open, askedIsDone]);

  if (till.problem && !till.menu) return <Trouble problem={till.problem} onRetry={till.askAgain} />;
  const strip = <OrderStrip chosen={orderId} onChoose={choose} onNew={open} />;
  const board = <MenuBoard orderId={isThere ? orderId : undefined} onNew={open} />;
  const panel =
    isThere && orderId ? (
      <OrderPanel key={orderId} orderId={orderId} onClose={leave} />
    ) : (
      <Empty icon="till" title={t('till.noneTitle')} text={t('till.noneText')}>
        <Button size="lg" leftSection={<Icon name="plus" />} onClick={open}>
          {t('till.new')}
        </Button>
      </Empty>
    );
  return (
    <TillContext value={till}>
      {isRoomy ? (
        <div className={classes.roomy}>
          <div className={classes.left}>
            {strip}
            {board}
          </div>
          <section className={classes.order} aria-label={t('till.view.order')}>
            {panel}
          </section>
        </div>
      ) : (
        <div className={classes.narrow}>
          <div className={classes.view}>{view === 'orders' ? strip : view === 'menu' ? board : panel}</div>
          <Group className={classes.views} grow>
            <SegmentedControl
              fullWidth
              size="md"
              value={view}
              onChange={(next) => setView(next as View)}
              data={(['orders', 'menu', 'order'] as const).map((value) => ({ value, label: t(`till.view.${value}`) }))}
            />
          </Group>
        </div>
      )}
      {isNew && <NewOrder tableId={asked} onClose={leaveNew} onOpened={(id) => choose(id, true)} />}
    </TillContext>
  );
}

/** The table that the address asks for, until it was served. */
function useAskedTable(): [string | undefined, () => void] {
  const [asked, setAsked] = useState(() => new URLSearchParams(location.search).get('table') ?? undefined);
  const isDone = useCallback(() => {
    setAsked(undefined);
    if (location.search) replace('/till');
  }, []);
  return [asked, isDone];
}
