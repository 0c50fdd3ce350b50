import type { TFunction } from 'i18next';
import { memo, useRef } from 'react';
import { Link } from 'react-router';
import { StateMark } from '../look/StateMark.tsx';
import { useNear } from '../look/use-near.ts';
import { formatAmount, localeOf } from '../money/money.ts';
import { Grip } from '../order/Grip.tsx';
import { MoveButtons } from '../order/MoveButtons.tsx';
import { draggable } from '../order/rows.ts';
import { useMay, useTenant } from '../session/viewer.tsx';
import { textIn } from '../words/text-in.ts';
import classes from './ItemRow.module.css';
import type { Item, MenuSection } from './menu.ts';
import { PriceField } from './PriceField.tsx';
import { SoldOutSwitch } from './SoldOutSwitch.tsx';
import { useGlow } from './use-glow.ts';
import type { ItemActions } from './use-item-actions.ts';

interface ItemRowProps {
  item: Item;
  section: MenuSection;
  /** Whether it is in the window as the page opens. */
  isAtOnce: boolean;
  isOpen: boolean;
  /** Whether its neighbours are its true neighbours, so that it can be moved among them. */
  isMovable: boolean;
  /** Whether the business has taxes, and none on it. */
  isUntaxed: boolean;
  /** Of the address, which keeps what is searched for. */
  search: string;
  /** Whether it is one of several that something is to be done with; undefined while nobody chooses. */
  isChosen: boolean | undefined;
  onChoose: (id: string, isRange: boolean) => void;
  actions: ItemActions;
  /** In the language of the console; handed down, since asking for it in hundreds of rows takes longer than they do. */
  t: TFunction;
  /** Those in which names are wanted, best first. */
  languages: readonly string[];
}

/**
 * There may be hundreds: it is made of plain elements, and of no more than its text, at its height, before it comes near the window.
 */
export const ItemRow = memo(function ItemRow(props: ItemRowProps) {
  const { item, section, isAtOnce, isOpen, isMovable, languages } = props;
  const row = useRef<HTMLLIElement>(null);
  const isNear = useNear(row, isAtOnce);
  const isArranged = useMay('menu:write') && isMovable;
  const name = textIn(item.names, languages);
  const Content = isNear ? Controls : Text;

  return (
    <li
      ref={row}
      className={classes.row}
      data-item={item.id}
      data-open={isOpen || undefined}
      data-sold-out={!item.available || undefined}
      {...(isArranged && draggable('item', section.id, item.id, name))}
    >
      <Content {...props} name={name} isArranged={isArranged} />
    </li>
  );
});

interface ContentProps extends ItemRowProps {
  name: string;
  /** Whether it can be moved, and who sees it may. */
  isArranged: boolean;
}

/** What can be read of it, with the room of what else there will be. */
function Text({ item, name, isArranged, isUntaxed, isChosen, t }: ContentProps) {
  const locale = localeOf(useTenant());
  return (
    <>
      {isChosen !== undefined && <span className={classes.chosen} />}
      <span className={classes.names}>
        <span className={classes.name}>{name}</span>
        <OtherNames item={item} name={name} />
        {isUntaxed && <StateMark state="attention" word={t('sale.untaxed')} />}
      </span>
      {isArranged && <span className={`${classes.moves} ${classes.movesAhead}`} />}
      <span className={classes.priceAhead}>{formatAmount(item.price, locale)}</span>
      <span className={classes.soldOut}>{!item.available && t('state.soldOut')}</span>
    </>
  );
}

function OtherNames({ item, name }: { item: Item; name: string }) {
  const others = [...new Set(item.names.map(({ text }) => text))].filter((text) => text && text !== name);
  return <span className={classes.others}>{others.join(' · ')}</span>;
}

/** All that can be done with it. */
function Controls({
  item,
  section,
  search,
  isUntaxed,
  isChosen,
  onChoose,
  actions,
  t,
  name,
  isArranged,
}: ContentProps) {
  const glows = useGlow(item.version);
  return (
    <>
      {glows > 0 && <span key={glows} className={classes.glow} />}
      {isArranged && (
        <span className={classes.grip}>
          <Grip />
        </span>
      )}
      {isChosen !== undefined && (
        <label className={classes.chosen}>
          <input
            type="checkbox"
            aria-label={t('menu.choose', { name })}
            checked={isChosen}
            readOnly
            onClick={(event) => onChoose(item.id, event.shiftKey)}
          />
        </label>
      )}
      <span className={classes.names}>
        <Link to={{ pathname: `/menu/${item.id}`, search }} className={classes.name} data-row-link="">
          {name}
        </Link>
        <OtherNames item={item} name={name} />
        {isUntaxed && <StateMark state="attention" word={t('sale.untaxed')} />}
      </span>
      {isArranged && (
        <span className={classes.moves}>
          <MoveButtons
            name={name}
            isFirst={section.items[0]?.id === item.id}
            isLast={section.items.at(-1)?.id === item.id}
            onMove={(by) => actions.move(item.id, name, by)}
            t={t}
          />
        </span>
      )}
      <PriceField item={item} name={name} actions={actions} label={t('menu.priceOf', { name })} />
      <span className={classes.soldOut}>
        <SoldOutSwitch
          item={item}
          name={name}
          label={t('menu.soldOutOf', { name })}
          word={t('state.soldOut')}
          actions={actions}
        />
      </span>
    </>
  );
}
