import { useOutbox } from '@mycelium/client-kit/outbox/use-outbox';
import type { Problem } from '@mycelium/client-kit/problem';
import { createContext, useContext, useEffect, useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { formatMoney, localeOf } from '../money/money.ts';
import { useKept } from '../station/kept/use-kept.ts';
import { useStation } from '../station/use-station.ts';
import { type Cart, type Carts, createCarts, useCarts } from './cart/carts.ts';
import { type Menu, menuAt } from './menu/menu.ts';
import { type Drawer, type Order, ordersAt, withOrder } from './orders/orders.ts';
import { orderIn } from './outbox/operations.ts';
import { nameOf } from './shown/name-of.ts';
import { type ShownOrder, shownOrders } from './shown/shown-orders.ts';

/** What the parts of a till share. */
export interface Till {
  menu: Menu | undefined;
  orders: readonly ShownOrder[];
  drawers: readonly Drawer[];
  carts: Carts;
  cartOf: (orderId: string) => Cart | undefined;
  allCarts: readonly Cart[];
  /** Why there is nothing to show yet. */
  problem: Problem | undefined;
  /** An order as the server has just answered it. */
  learn: (order: Order) => void;
  /** Drawers are asked for again. */
  askAgain: () => void;
  money: (amount: number) => string;
  name: (names: readonly { locale: string; text: string }[]) => string;
}

/** The menu and the orders of this location, with what waits in the outbox. */
export function useTillData(): Till {
  const { i18n } = useTranslation();
  const { who, location, outbox, onSent } = useStation();
  const { id: tenantId, languages } = who.tenant;
  const menuSource = useMemo(() => menuAt(tenantId, location.id), [tenantId, location.id]);
  const orderSource = useMemo(() => ordersAt(location.id), [location.id]);
  const menu = useKept(menuSource);
  const { value: known, problem, change, askAgain } = useKept(orderSource);
  const carts = useMemo(() => createCarts(location.id), [location.id]);
  const allCarts = useCarts(carts);
  const { entries } = useOutbox(outbox);

  const learn = useMemo(
    () => (order: Order) => change((value) => ({ ...value, orders: withOrder(value.orders, order) })),
    [change],
  );
  useEffect(
    () =>
      onSent((_, data) => {
        const order = orderIn(data);
        if (order) learn(order);
      }),
    [onSent, learn],
  );

  const { value: shownMenu } = menu;
  const orders = useMemo(
    () => shownOrders(known?.orders ?? [], entries, { menu: shownMenu, location }),
    [known, entries, shownMenu, location],
  );
  return useMemo(() => {
    const locale = localeOf({ languages, currency: location.currency });
    return {
      ...{ menu: shownMenu, orders, drawers: known?.drawers ?? [], carts, allCarts, learn, askAgain },
      cartOf: (orderId) => allCarts.find((cart) => cart.orderId === orderId),
      problem: known && shownMenu ? undefined : (problem ?? menu.problem),
      money: (amount) => formatMoney({ amount, currency: location.currency }, locale),
      name: (names) => nameOf(names, i18n.language),
    };
  }, [
    shownMenu,
    orders,
    known,
    carts,
    allCarts,
    learn,
    askAgain,
    problem,
    menu.problem,
    languages,
    location,
    i18n.language,
  ]);
}

export const TillContext = createContext<Till | undefined>(undefined);

export function useTill(): Till {
  const till = useContext(TillContext);
  if (!till) throw new Error('useTill needs a till around it.');
  return till;
}
