import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { useClient } from 'urql';
import { graphql } from '../generated/gql.ts';
import { useWrite } from '../graph/use-write.ts';
import { showContested, showNotUndone, showTrouble, showUndo } from '../look/notify.tsx';
import { moved, putBefore } from '../order/moved.ts';
import { MenuDocument } from './menu.ts';
import { isArranged, type Order, rearranged } from './order.ts';

const ArrangeItemsDocument = graphql(`
  mutation ArrangeItems($sections: [SectionItemsInput!]!) {
    arrangeMenuItems(sections: $sections) {
      id
      items {
        id
        section {
          id
        }
      }
    }
  }
`);

const ReorderSectionsDocument = graphql(`
  mutation ReorderSections($menuId: ID!, $sectionIds: [ID!]!) {
    reorderMenuSections(menuId: $menuId, sectionIds: $sectionIds) {
      id
      sections {
        id
      }
    }
  }
`);

const NOTICE = 'order';

/** Where items and sections stand on the menu. An order is taken back only while it is still the one that was given. */
export function useArrange() {
  const { t } = useTranslation();
  const client = useClient();
  const { write: arrange } = useWrite(ArrangeItemsDocument, showTrouble);
  const { write: arrangeBack } = useWrite(ArrangeItemsDocument, showNotUndone);
  const { write: reorder } = useWrite(ReorderSectionsDocument, showTrouble);
  const { write: reorderBack } = useWrite(ReorderSectionsDocument, showNotUndone);

  return useMemo(() => {
    const menusNow = () => client.readQuery(MenuDocument, {})?.data?.viewer?.tenant?.menus ?? [];
    const ordersNow = (): Order[] =>
      menusNow().flatMap(({ sections }) =>
        sections.map(({ id, items }) => ({ sectionId: id, itemIds: items.map((item) => item.id) })),
      );
    const sectionsNow = (menuId: string) =>
      menusNow()
        .find(({ id }) => id === menuId)
        ?.sections.map(({ id }) => id) ?? [];

    async function give(wanted: readonly Order[], message: string): Promise<boolean> {
      if (wanted.length === 0) return false;
      const before = ordersNow().filter(({ sectionId }) => wanted.some((order) => order.sectionId === sectionId));
      if (!(await arrange(inputOf(wanted)))) return false;
      showUndo(NOTICE, message, () => {
        if (isArranged(ordersNow(), wanted)) void arrangeBack(inputOf(before));
        else showContested();
      });
      return true;
    }

    /** For who does not see where it stands now, too. */
    const isNow = (name: string, id: string, ids: readonly string[]) =>
      t('menu.isMoved', { name, place: ids.indexOf(id) + 1, all: ids.length });

    async function giveSections(
      menuId: string,
      sectionIds: readonly string[],
      id: string,
      name: string,
    ): Promise<void> {
      const before = sectionsNow(menuId);
      if (before.join() === sectionIds.join()) return;
      if (!(await reorder({ menuId, sectionIds: [...sectionIds] }))) return;
      showUndo(NOTICE, isNow(name, id, sectionIds), () => {
        if (sectionsNow(menuId).join() === sectionIds.join()) void reorderBack({ menuId, sectionIds: before });
        else showContested();
      });
    }

    return {
      /** Up or down by some places, in its section. */
      async move(itemId: string, name: string, by: number): Promise<void> {
        const order = ordersNow().find(({ itemIds }) => itemIds.includes(itemId));
        const itemIds = order && moved(order.itemIds, itemId, by);
        if (itemIds) await give([{ ...order, itemIds }], isNow(name, itemId, itemIds));
      },

      /** Before another item of a section, or last in it. */
      put(item: { id: string; name: string }, sectionId: string, next: string | undefined): Promise<boolean> {
        const wanted = rearranged(ordersNow(), [item.id], sectionId, next);
        const itemIds = wanted.find((order) => order.sectionId === sectionId)?.itemIds ?? [];
        return give(wanted, isNow(item.name, item.id, itemIds));
      },

      /** The same with several, which keep their order. */
      putMany: (itemIds: readonly string[], sectionId: string, next: string | undefined) =>
        give(rearranged(ordersNow(), itemIds, sectionId, next), t('menu.manyMoved', { count: itemIds.length })),

      /** Up or down by some places, in its menu. */
      async moveSection(menuId: string, id: string, name: string, by: number): Promise<void> {
        const sectionIds = moved(sectionsNow(menuId), id, by);
        if (sectionIds) await giveSections(menuId, sectionIds, id, name);
      },

      /** Before another section of its menu, or last. */
      putSection: (menuId: string, id: string, next: string | undefined, name: string) =>
        giveSections(menuId, putBefore(sectionsNow(menuId), [id], next), id, name),
    };
  }, [t, client, arrange, arrangeBack, reorder, reorderBack]);
}

const inputOf = (orders: readonly Order[]) => ({
  sections: orders.map(({ sectionId, itemIds }) => ({ sectionId, itemIds: [...itemIds] })),
});
