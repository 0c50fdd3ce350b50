import { Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { ShownLine } from '../shown/shown-orders.ts';
import { useTill } from '../use-till.ts';
import classes from './OrderPanel.module.css';

interface LineRowProps {
  line: ShownLine;
  isExact: boolean;
  onTap: (() => void) | undefined;
  /** Takes one off, of what is not sent yet. */
  onLess?: () => void;
}

/** A line of an order: how many, what, with what, for whom, and what it comes to. */
export function LineRow({ line, isExact, onTap, onLess }: LineRowProps) {
  const { t } = useTranslation();
  const { money, name } = useTill();
  const { names, quantity, options, seat, course, note, gross, amount, isVoid } = line;
  const more = [
    ...options.map((option) => (option.quantity > 1 ? `${option.quantity} × ` : '') + name(option.names)),
    seat && t('till.seat', { seat }),
    course && t('till.course', { course }),
    note,
    isVoid && t('till.void'),
    !isVoid && amount < gross && t('till.insteadOf', { price: money(gross) }),
  ].filter(Boolean);
  const what = name(names);
  return (
    <li className={classes.row}>
      <button type="button" className={classes.line} disabled={!onTap} data-void={isVoid || undefined} onClick={onTap}>
        <span className={classes.quantity}>{Number(quantity)} ×</span>
        <span>{what}</span>
        <span className={classes.amount}>{(isExact ? '' : '≈ ') + money(isVoid ? 0 : amount)}</span>
        {more.length > 0 && <span className={classes.more}>{more.join(' · ')}</span>}
      </button>
      {onLess && (
        <Button className={classes.less} variant="default" aria-label={t('till.less', { what })} onClick={onLess}>
          −
        </Button>
      )}
    </li>
  );
}
