import type { TFunction } from 'i18next';
import { Icon } from '../look/Icon.tsx';
import classes from './Order.module.css';

interface MoveButtonsProps {
  name: string;
  isFirst: boolean;
  isLast: boolean;
  /** When it is done, the button has the focus again. */
  onMove: (by: -1 | 1) => void | Promise<void>;
  t: TFunction;
}

/** Up and down, by keys. */
export function MoveButtons({ name, isFirst, isLast, onMove, t }: MoveButtonsProps) {
  return ([-1, 1] as const).map((by) => (
    <button
      key={by}
      type="button"
      className={classes.move}
      aria-label={t(by < 0 ? 'action.moveUp' : 'action.moveDown', { name })}
      aria-disabled={by < 0 ? isFirst : isLast}
      onClick={async ({ currentTarget }) => {
        await onMove(by);
        currentTarget.focus();
      }}
    >
      <Icon name={by < 0 ? 'up' : 'down'} />
    </button>
  ));
}
