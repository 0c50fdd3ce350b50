import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { graphql } from '../generated/gql.ts';
import { useWrite } from '../graph/use-write.ts';
import { showTrouble, showTroubleInstead, showUndo } from '../look/notify.tsx';
import type { MenuSection } from './menu.ts';
import { moved } from './order.ts';

const SetAvailabilityDocument = graphql(`
  mutation SetAvailability($id: ID!, $available: Boolean!) {
    setMenuItemAvailability(id: $id, available: $available) {
      ...MenuRow
    }
  }
`);

const ReorderItemsDocument = graphql(`
  mutation ReorderItems($sectionId: ID!, $itemIds: [ID!]!) {
    reorderMenuItems(sectionId: $sectionId, itemIds: $itemIds) {
      id
      items {
        id
      }
    }
  }
`);

const RemoveItemDocument = graphql(`
  mutation RemoveItem($id: ID!) {
    removeMenuItem(id: $id)
  }
`);

const RestoreItemDocument = graphql(`
  mutation RestoreItem($id: ID!) {
    restoreMenuItem(id: $id) {
      ...MenuRow
      section {
        id
        items {
          id
        }
      }
    }
  }
`);

/** What is done to an item at once, without a form; what can be undone offers it. */
export function useItemActions() {
  const { t } = useTranslation();
  const { write: setAvailability } = useWrite(SetAvailabilityDocument, (problem, { id }) =>
    showTroubleInstead(noticeOf(id), problem),
  );
  const { write: reorder } = useWrite(ReorderItemsDocument, showTrouble);
  const { write: remove } = useWrite(RemoveItemDocument, showTrouble);
  const { write: restore } = useWrite(RestoreItemDocument, showTrouble);

  return useMemo(
    () => ({
      async setSoldOut(id: string, name: string, isSoldOut: boolean) {
        const message = t(isSoldOut ? 'menu.isSoldOut' : 'menu.isAvailable', { name });
        showUndo(noticeOf(id), message, () => void setAvailability({ id, available: isSoldOut }));
        await setAvailability({ id, available: !isSoldOut });
      },

      async move(section: MenuSection, itemId: string, by: number) {
        const ids = section.items.map(({ id }) => id);
        const itemIds = moved(ids, itemId, by);
        if (!itemIds) return;
        await reorder({ sectionId: section.id, itemIds });
      },

      /** True when it is off the menu. */
      async remove(id: string, name: string): Promise<boolean> {
        if (!(await remove({ id }))) return false;
        showUndo(`removed-${id}`, t('menu.isRemoved', { name }), () => void restore({ id }));
        return true;
      },
    }),
    [t, setAvailability, reorder, remove, restore],
  );
}

/** The notice that offers to take back what was said of an item. */
const noticeOf = (id: string | number): string => `availability-${id}`;

export type ItemActions = ReturnType<typeof useItemActions>;
