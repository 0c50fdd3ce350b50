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

/** One tap, for who may: on means sold out. The whole 56 by 48 pixels take it, also from wet hands. */
export function SoldOutSwitch({ item, name, label, word, actions }: SoldOutSwitchProps) {
  const mayChange = useMay('menu:availability');
  return (
    <button
      type="button"
      role="switch"
      className={classes.target}
      aria-label={label}
      data-word={word}
      aria-checked={!item.available}
      disabled={!mayChange}
      onClick={() => void actions.setSoldOut(item.id, name, item.available)}
    >
      <span className={classes.track}>
        <span className={classes.thumb} />
      </span>
    </button>
  );
}
