import type { TFunction } from 'i18next';
import { memo } from 'react';
import { Link } from 'react-router';
import { Grip } from '../order/Grip.tsx';
import { MoveButtons } from '../order/MoveButtons.tsx';
import { draggable } from '../order/rows.ts';
import { useMay } from '../session/viewer.tsx';
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
  isOpen: boolean;
  /** Whether its neighbours are its true neighbours, so that it can be moved among them. */
  isMovable: boolean;
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

/** There may be hundreds: it is made of plain elements, and the browser leaves out those that are not in sight. */
export const ItemRow = memo(function ItemRow({
  item,
  section,
  isOpen,
  isMovable,
  search,
  isChosen,
  onChoose,
  actions,
  t,
  languages,
}: ItemRowProps) {
  const mayWrite = useMay('menu:write');
  const glows = useGlow(item.version);
  const name = textIn(item.names, languages);
  const otherNames = [...new Set(item.names.map(({ text }) => text))].filter((text) => text && text !== name);
  const isArranged = mayWrite && isMovable;

  return (
    <li
      className={classes.row}
      data-item={item.id}
      data-open={isOpen || undefined}
      data-sold-out={!item.available || undefined}
      {...(isArranged && draggable('item', section.id, item.id, name))}
    >
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
        <span className={classes.others}>{otherNames.join(' · ')}</span>
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
    </li>
  );
});
