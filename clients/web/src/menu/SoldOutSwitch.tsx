import { useMay } from '../session/viewer.tsx';
import type { Item } from './menu.ts';
import classes from './SoldOutSwitch.module.css';
import type { ItemActions } from './use-item-actions.ts';

interface SoldOutSwitchProps {
  item: Item;
  name: string;
  label: string;
  /** What it says on paper while it is on. */
  word: string;
  actions: ItemActions;
}

/** That of an item. */
export function SoldOutSwitch({ item, name, label, word, actions }: SoldOutSwitchProps) {
  const toggle = () => void actions.setSoldOut(item.id, name, item.available);
  return <SoldOutTap isSoldOut={!item.available} label={label} word={word} onTap={toggle} />;
}

interface SoldOutTapProps {
  isSoldOut: boolean;
  label: string;
  /** What it says on paper while it is on. */
  word: string;
  onTap: () => void;
}

/** One tap, for who may: on means sold out. The whole 56 by 48 pixels take it, also from wet hands. */
export function SoldOutTap({ isSoldOut, label, word, onTap }: SoldOutTapProps) {
  const mayChange = useMay('menu:availability');
  return (
    <button
      type="button"
      role="switch"
      className={classes.target}
      aria-label={label}
      data-word={word}
      aria-checked={isSoldOut}
      disabled={!mayChange}
      onClick={onTap}
    >
      <span className={classes.track}>
        <span className={classes.thumb} />
      </span>
    </button>
  );
}
