import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { graphql } from '../generated/gql.ts';
import { useWrite } from '../graph/use-write.ts';
import { showNotUndone, showTrouble, showUndo } from '../look/notify.tsx';
import { type Money, plainMoney } from '../money/money.ts';
import type { Item } from './menu.ts';
import { SetPricesDocument } from './use-item-actions.ts';

const SetAvailabilitiesDocument = graphql(`
  mutation SetAvailabilities($ids: [ID!]!, $available: Boolean!) {
    setMenuItemsAvailability(ids: $ids, available: $available) {
      ...MenuRow
    }
  }
`);

const NOTICE = 'many';

/** What is done to several items at once, and undone at once. */
export function useManyActions() {
  const { t } = useTranslation();
  const { write: setPrices } = useWrite(SetPricesDocument, showTrouble);
  const { write: setPricesBack } = useWrite(SetPricesDocument, showNotUndone);
  const { write: setAvailabilities } = useWrite(SetAvailabilitiesDocument, showTrouble);

  return useMemo(
    () => ({
      /** True when all of them have their new price. */
      async setPrices(items: readonly Item[], prices: readonly Money[]): Promise<boolean> {
        const saved = await setPrices({
          prices: items.map((item, place) => priced(item, prices[place] ?? item.price)),
        });
        if (!saved) return false;
        const after = saved.setMenuItemPrices;
        showUndo(NOTICE, t('menu.pricesSet', { count: items.length }), () => {
          const back = items.map(({ id, price }, place) => priced({ id, version: after[place]?.version ?? 0 }, price));
          void setPricesBack({ prices: back });
        });
        return true;
      },

      async setSoldOut(items: readonly Item[], isSoldOut: boolean): Promise<void> {
        const ids = items.filter(({ available }) => available === isSoldOut).map(({ id }) => id);
        if (ids.length === 0) return;
        if (!(await setAvailabilities({ ids, available: !isSoldOut }))) return;
        const message = t(isSoldOut ? 'menu.manySoldOut' : 'menu.manyAvailable', { count: ids.length });
        showUndo(NOTICE, message, () => void setAvailabilities({ ids, available: isSoldOut }));
      },
    }),
    [t, setPrices, setPricesBack, setAvailabilities],
  );
}

function priced({ id, version }: Pick<Item, 'id' | 'version'>, price: Money) {
  return { itemId: id, version, price: plainMoney(price) };
}
