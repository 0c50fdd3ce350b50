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
import { type TillTable, tablesAt } from './tables/tables.ts';

/** What the parts of a till share. */
export interface Till {
  menu: Menu | undefined;
  orders: readonly ShownOrder[];
  /** False until what the server has of them is there. */
  hasOrders: boolean;
  drawers: readonly Drawer[];
  tables: readonly TillTable[];
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

const none: readonly TillTable[] = [];

/** The menu, the tables and the orders of this location, with what waits in the outbox. */
export function useTillData(): Till {
  const { i18n } = useTranslation();
  const { who, location, outbox, onSent } = useStation();
  const { id: tenantId, languages } = who.tenant;
  const menuSource = useMemo(() => menuAt(tenantId, location.id), [tenantId, location.id]);
  const orderSource = useMemo(() => ordersAt(location.id), [location.id]);
  const tableSource = useMemo(() => tablesAt(location.id), [location.id]);
  const menu = useKept(menuSource);
  const { value: floor } = useKept(tableSource);
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
  const tables = floor?.tables ?? none;
  const orders = useMemo(
    () => shownOrders(known?.orders ?? [], entries, { menu: shownMenu, tables, location }),
    [known, entries, shownMenu, tables, location],
  );
  return useMemo(() => {
    const locale = localeOf({ languages, currency: location.currency });
    return {
      ...{
        menu: shownMenu,
        orders,
        hasOrders: known !== undefined,
        drawers: known?.drawers ?? [],
        tables,
        carts,
        allCarts,
        learn,
        askAgain,
      },
      cartOf: (orderId) => allCarts.find((cart) => cart.orderId === orderId),
      problem: known && shownMenu ? undefined : (problem ?? menu.problem),
      money: (amount) => formatMoney({ amount, currency: location.currency }, locale),
      name: (names) => nameOf(names, i18n.language),
    };
  }, [
    shownMenu,
    orders,
    tables,
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
