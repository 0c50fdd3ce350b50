import { Text } from '@mantine/core';
import { type ChoiceGroup, isLeft } from '@mycelium/schema/choices';
import { useTranslation } from 'react-i18next';
import { useTill } from '../use-till.ts';
import classes from './ChoiceGroupField.module.css';

interface ChoiceGroupFieldProps {
  group: ChoiceGroup;
  chosen: ReadonlyMap<string, number>;
  onSet: (optionId: string, count: number) => void;
}

/** The options of a group. A tap chooses one; the next taps choose it again where that is allowed, and the last takes it off. */
export function ChoiceGroupField({ group, chosen, onSet }: ChoiceGroupFieldProps) {
  const { t } = useTranslation();
  const { menu, money, name } = useTill();
  const { min, max, free, priceRule, options } = group;
  const names = menu?.groups.find(({ id }) => id === group.id);
  const count = options.reduce((sum, { id }) => sum + (chosen.get(id) ?? 0), 0);
  const isOne = max === 1;

  function tap(id: string, limit: number) {
    const before = chosen.get(id) ?? 0;
    if (isOne) {
      for (const other of options) if (other.id !== id && chosen.has(other.id)) onSet(other.id, 0);
      // Once more takes it off, unless one must be chosen.
      return onSet(id, before > 0 && min === 0 ? 0 : 1);
    }
    const isFull = count >= (max ?? Number.POSITIVE_INFINITY);
    onSet(id, before < limit && !isFull ? before + 1 : 0);
  }

  return (
    <fieldset className={classes.group}>
      <legend>
        {name(names?.names ?? [])}
        <Text span size="sm" c="var(--quiet)" ms="sm">
          {[
            min > 0 && t('till.group.min', { count: min }),
            max != null && t('till.group.max', { count: max }),
            free > 0 && t('till.group.free', { count: free }),
            priceRule !== 'ADD' && t(`till.group.${priceRule}`),
          ]
            .filter(Boolean)
            .join(' · ')}
        </Text>
      </legend>
      <div className={classes.options}>
        {options.map((option) => {
          const { id, price, maxQuantity } = option;
          const quantity = chosen.get(id) ?? 0;
          const isThere = isLeft(option);
          const named = names?.options.find((each) => each.id === id);
          return (
            <button
              key={id}
              type="button"
              className={classes.option}
              aria-pressed={quantity > 0}
              disabled={!isThere}
              onClick={() => tap(id, maxQuantity ?? 99)}
            >
              <span>
                {quantity > 1 ? `${quantity} × ` : ''}
                {name(named?.names ?? [])}
              </span>
              <span className={classes.price}>
                {isThere ? price > 0 && `+${money(price)}` : t('till.off.SOLD_OUT')}
              </span>
            </button>
          );
        })}
      </div>
    </fieldset>
  );
}
