import { Button } from '@mantine/core';
import { useInterval } from '@mantine/hooks';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useStation } from '../../station/use-station.ts';
import type { CartLine } from '../cart/carts.ts';
import { useTill } from '../use-till.ts';
import { ItemChoices } from './ItemChoices.tsx';
import classes from './MenuBoard.module.css';
import { type OfferedItem, offeredAt } from './offered.ts';

const LOOK_MS = 15_000;

interface MenuBoardProps {
  /** The order that gets what is tapped. */
  orderId: string | undefined;
  onNew: () => void;
}

/** What is sold here now, section by section; a tap puts it on the order, or asks first what goes with it. */
export function MenuBoard({ orderId, onNew }: MenuBoardProps) {
  const { t } = useTranslation();
  const { location, now, newId } = useStation();
  const { menu, carts, cartOf, orders, money, name } = useTill();
  const [at, setAt] = useState(now);
  useInterval(() => setAt(now()), LOOK_MS, { autoInvoke: true });
  const [sectionId, setSectionId] = useState<string>();
  const [asked, setAsked] = useState<OfferedItem>();
  const order = orders.find(({ id }) => id === orderId);
  const cart = orderId === undefined ? undefined : cartOf(orderId);
  const channel = order?.channel ?? cart?.opening?.channel ?? 'DINE_IN';
  const sections = useMemo(
    () => (menu ? offeredAt(menu, { timeZone: location.timeZone, channel, now: at }) : []),
    [menu, location, channel, at],
  );
  const chosen = sections.find(({ section }) => section.id === sectionId) ?? sections[0];

  function tap(offered: OfferedItem) {
    if (orderId === undefined) return onNew();
    if (offered.item.modifierGroups.length > 0) return setAsked(offered);
    carts.change(orderId, (known) => {
      // What is just being sent stays as it is.
      const same = (known.sentAt === undefined ? known.lines : []).find(
        (line) => line.itemId === offered.item.id && !line.note && line.seat === undefined && line.course === undefined,
      );
      const more = { id: newId(), itemId: offered.item.id, quantity: 1, modifiers: [] };
      const lines = same
        ? known.lines.map((line) => (line === same ? { ...line, quantity: line.quantity + 1 } : line))
        : [...known.lines, more];
      return { ...known, lines };
    });
  }

  function add(line: CartLine) {
    if (orderId !== undefined) carts.change(orderId, (known) => ({ ...known, lines: [...known.lines, line] }));
    setAsked(undefined);
  }

  return (
    <section className={classes.board} aria-label={t('till.view.menu')}>
      <div className={classes.sections}>
        {sections.map(({ section }) => (
          <Button
            key={section.id}
            className={classes.section}
            size="md"
            h={48}
            variant={section === chosen?.section ? 'filled' : 'default'}
            aria-pressed={section === chosen?.section}
            onClick={() => setSectionId(section.id)}
          >
            {name(section.names)}
          </Button>
        ))}
      </div>
      <div className={classes.items}>
        {chosen?.items.map((offered) => {
          const { item, price, off, left } = offered;
          return (
            <button
              key={item.id}
              type="button"
              className={classes.item}
              disabled={off !== undefined}
              data-item={item.id}
              onClick={() => tap(offered)}
            >
              <span className={classes.name}>{name(item.names)}</span>
              <span className={classes.foot}>
                <span>{money(price.amount)}</span>
                {off ? (
                  <span>{t(`till.off.${off}`)}</span>
                ) : (
                  left !== undefined && <span className={classes.left}>{t('till.left', { count: left })}</span>
                )}
              </span>
            </button>
          );
        })}
      </div>
      {asked && <ItemChoices item={asked.item} onClose={() => setAsked(undefined)} onDone={add} newLineId={newId} />}
    </section>
  );
}
