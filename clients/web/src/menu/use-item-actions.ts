import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { graphql } from '../generated/gql.ts';
import { useWrite } from '../graph/use-write.ts';
import { showNotUndone, showTrouble, showTroubleInstead, showUndo } from '../look/notify.tsx';
import { formatMoney, type Money, plainMoney } from '../money/money.ts';
import type { Item } from './menu.ts';
import { RestoreItemDocument } from './restore.ts';
import { useArrange } from './use-arrange.ts';

const SetAvailabilityDocument = graphql(`
  mutation SetAvailability($id: ID!, $available: Boolean!) {
    setMenuItemAvailability(id: $id, available: $available) {
      ...MenuRow
    }
  }
`);

export const SetPricesDocument = graphql(`
  mutation SetPrices($prices: [MenuItemPriceInput!]!) {
    setMenuItemPrices(prices: $prices) {
      ...MenuRow
    }
  }
`);

const RemoveItemDocument = graphql(`
  mutation RemoveItem($id: ID!) {
    removeMenuItem(id: $id)
  }
`);

/** What is done to an item at once, without a form; what can be undone offers it. */
export function useItemActions() {
  const { t } = useTranslation();
  const { write: setAvailability } = useWrite(SetAvailabilityDocument, (problem, { id }) =>
    showTroubleInstead(noticeOf(id), problem),
  );
  const { write: setPricesBack } = useWrite(SetPricesDocument, showNotUndone);
  const { move, put, putMany, putSection } = useArrange();
  const { write: remove } = useWrite(RemoveItemDocument, showTrouble);
  const { write: restore } = useWrite(RestoreItemDocument, showTrouble);

  return useMemo(
    () => ({
      move,
      put,
      putMany,
      putSection,

      async setSoldOut(id: string, name: string, isSoldOut: boolean) {
        const message = t(isSoldOut ? 'menu.isSoldOut' : 'menu.isAvailable', { name });
        showUndo(noticeOf(id), message, () => void setAvailability({ id, available: isSoldOut }));
        await setAvailability({ id, available: !isSoldOut });
      },

      /** Says what a price was set to, and takes it back as long as nobody has changed the item since. */
      offerPriceBack(name: string, before: Money, after: Pick<Item, 'id' | 'version' | 'price'>, locale: string) {
        const said = { name, before: formatMoney(before, locale), after: formatMoney(after.price, locale) };
        const { id, version } = after;
        showUndo(`price-${id}`, t('menu.priceSet', said), () => {
          void setPricesBack({ prices: [{ itemId: id, version, price: plainMoney(before) }] });
        });
      },

      /** True when it is off the menu. */
      async remove(id: string, name: string): Promise<boolean> {
        if (!(await remove({ id }))) return false;
        showUndo(`removed-${id}`, t('menu.isRemoved', { name }), () => void restore({ id }));
        return true;
      },
    }),
    [t, setAvailability, setPricesBack, move, put, putMany, putSection, remove, restore],
  );
}

/** The notice that offers to take back what was said of an item. */
const noticeOf = (id: string | number): string => `availability-${id}`;

export type ItemActions = ReturnType<typeof useItemActions>;
