import { problemOf } from '@mycelium/client-kit/problem';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { useMutation } from 'urql';
import { graphql } from '../generated/gql.ts';
import { showTrouble, showUndo } from '../look/notify.tsx';
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
  const [, setAvailability] = useMutation(SetAvailabilityDocument);
  const [, reorder] = useMutation(ReorderItemsDocument);
  const [, remove] = useMutation(RemoveItemDocument);
  const [, restore] = useMutation(RestoreItemDocument);

  return useMemo(() => {
    async function makeAvailable(id: string, available: boolean, notice: string): Promise<boolean> {
      const { error } = await setAvailability({ id, available });
      if (error) showTrouble(problemOf(error), notice);
      return !error;
    }

    return {
      async setSoldOut(id: string, name: string, isSoldOut: boolean) {
        const notice = `availability-${id}`;
        const message = t(isSoldOut ? 'menu.isSoldOut' : 'menu.isAvailable', { name });
        showUndo(notice, message, () => void makeAvailable(id, isSoldOut, notice));
        await makeAvailable(id, !isSoldOut, notice);
      },

      async move(section: MenuSection, itemId: string, by: number) {
        const ids = section.items.map(({ id }) => id);
        const itemIds = moved(ids, itemId, by);
        if (!itemIds) return;
        const { error } = await reorder({ sectionId: section.id, itemIds });
        if (error) showTrouble(problemOf(error));
      },

      /** True when it is off the menu. */
      async remove(id: string, name: string): Promise<boolean> {
        const { error } = await remove({ id });
        if (error) {
          showTrouble(problemOf(error));
          return false;
        }
        showUndo(`removed-${id}`, t('menu.isRemoved', { name }), async () => {
          const { error: refusal } = await restore({ id });
          if (refusal) showTrouble(problemOf(refusal));
        });
        return true;
      },
    };
  }, [t, setAvailability, reorder, remove, restore]);
}

export type ItemActions = ReturnType<typeof useItemActions>;
