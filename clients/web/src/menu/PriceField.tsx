import { useId, useRef } from 'react';
import { formatAmount, localeOf } from '../money/money.ts';
import { useMay, useTenant } from '../session/viewer.tsx';
import type { Item } from './menu.ts';
import classes from './PriceField.module.css';
import type { ItemActions } from './use-item-actions.ts';
import { usePriceEdit } from './use-price-edit.ts';

interface PriceFieldProps {
  item: Item;
  name: string;
  label: string;
  actions: ItemActions;
}

/** A price that is edited where it stands: Enter saves, Escape gives back what was. */
export function PriceField({ item, name, label, actions }: PriceFieldProps) {
  const locale = localeOf(useTenant());
  const mayWrite = useMay('menu:write');
  const edit = usePriceEdit(item, locale, (before, after) => actions.offerPriceBack(name, before, after, locale));
  const messageId = useId();
  const input = useRef<HTMLInputElement>(null);
  if (!mayWrite) return <span className={classes.figure}>{formatAmount(item.price, locale)}</span>;

  return (
    <span className={classes.price}>
      <input
        ref={input}
        className={classes.figure}
        aria-label={label}
        aria-invalid={edit.message !== undefined}
        aria-describedby={edit.message && messageId}
        data-price=""
        inputMode="decimal"
        autoComplete="off"
        value={edit.text}
        readOnly={edit.isSaving}
        onFocus={() => input.current?.select()}
        onChange={(event) => edit.type(event.currentTarget.value)}
        onBlur={() => edit.message === undefined && void edit.submit()}
        onKeyDown={(event) => {
          if (event.key === 'Enter') void edit.submit();
          if (event.key !== 'Escape') return;
          event.preventDefault();
          if (edit.isEditing) return edit.cancel();
          event.currentTarget.closest('[data-item]')?.querySelector<HTMLElement>('[data-row-link]')?.focus();
        }}
      />
      {edit.message && (
        <span id={messageId} role="alert" className={classes.message}>
          {edit.message}
        </span>
      )}
    </span>
  );
}
